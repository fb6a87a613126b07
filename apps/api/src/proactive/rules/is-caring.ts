import { holdsAt } from '../../attribution/attribution.service.js';

/**
 * Whether somebody has an account in care as its rep, as SQL. With its limit it is looked up by the index for each who is
 * asked about; without it PostgreSQL would rather read the care of all accounts at once.
 */
export const isCaring = (staffId: string): string => /* sql */ `coalesce((
  SELECT true FROM account_care c WHERE c.staff_id = ${staffId} AND c.part = 'rep' AND ${holdsAt('c', 'now()')} LIMIT 1), false)`;
