import type { Reach } from '../platform/access/viewer.js';
import type { SqlValues } from '../platform/database/sql-values.js';

/** The accounts in somebody's care at this moment, as rep or support; SQL of a relation of ids. */
export const accountsInCare = (staffId: string): string =>
  `SELECT care.account_id FROM account_care care
   WHERE care.staff_id = ${staffId} AND care."from" <= now() AND (care."to" IS NULL OR care."to" > now())`;

/**
 * Whether the detail of a row with frozen columns is for these eyes: of the own handlings and of accounts in one's care
 * (then or now), of the teams and departments one leads, or of all. `knowsCustomer`: SQL that says whether care may bring
 * the row within reach; it would tell of what account the row is.
 */
export function isWithinReach(row: string, reach: Reach, values: SqlValues, knowsCustomer = 'true'): string {
  if (reach.everything) return 'true';
  const own = values.add(reach.staffId, 'uuid');
  const departments = values.add(reach.departmentIds, 'uuid[]');
  return `coalesce(
    ${row}.rep_id = ${own}
    OR ${row}.team_id = ANY (${values.add(reach.teamIds, 'uuid[]')})
    OR ${row}.handling_department_id = ANY (${departments})
    OR ${row}.answerable_department_id = ANY (${departments})
    OR (${row}.rep_in_care_id = ${own} OR ${row}.account_id IN (${accountsInCare(own)})) AND ${knowsCustomer}, false)`;
}
