import { leadOf } from '../attribution/attribution.service.js';
import { classAt, inCare, ofCaring, placeOf } from './account-rows.js';
import type { FactsAsked } from './care-facts.js';
import { ofComplaint, ofContact, stands } from './complaint-facts.js';

/**
 * Complaints by their receipt, and the accounts that are active at the end of the period, which is now if it is not over:
 * those stand at its last moment, whenever they came.
 */
export function complaintsOfAccounts({ to }: Pick<FactsAsked, 'to'>): string {
  const end = `'${new Date(Math.min(to.getTime(), Date.now())).toISOString()}'::timestamptz`;
  const inTheYear = (moment: string) => `${moment} >= ${end} - interval '12 months' AND ${moment} < ${end}`;
  return /* sql */ `
  SELECT k.id, k.first_received_at AS at, false AS is_account, ${ofContact}
  FROM complaint k ${ofComplaint} WHERE ${stands}
  UNION ALL
  SELECT a.id, '${to.toISOString()}'::timestamptz - interval '1 microsecond', true, NULL::uuid, a.id, held.class,
    NULL::text, NULL::text, NULL::text, NULL::text, NULL::uuid, a.attributes, caring.rep_id, caring.team_id,
    caring.supervisor_id, caring.handling_department_id, caring.answerable_department_id, caring.rep_in_care_id, 0,
    NULL::timestamptz
  FROM account a ${inCare('a.id')} ${placeOf('care.staff_id')} ${leadOf('place.team_id')} ${classAt('a.id', end)}
  CROSS JOIN LATERAL (SELECT ${ofCaring}) caring
  WHERE a.merged_into IS NULL AND (
    EXISTS (SELECT FROM contact c WHERE c.account_id = a.id AND c.voided_at IS NULL AND ${inTheYear('c.ended_at')})
    OR EXISTS (SELECT FROM answer n WHERE n.account_id = a.id AND n.voided_at IS NULL AND ${inTheYear('n.at')})
    OR EXISTS (SELECT FROM revenue_month m WHERE m.account_id = a.id AND m.amount <> 0 AND ${inTheYear('m.month')}))`;
}
