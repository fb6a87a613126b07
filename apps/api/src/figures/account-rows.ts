import { leadOf } from '../attribution/attribution.service.js';

/** Who has an account in care now, as `care`, where they work as `place`, and who leads them as `lead`. SQL of ids. */
export const inCare = (account: string): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT c.staff_id FROM account_care c WHERE c.account_id = ${account} AND c.part = 'rep' AND c."to" IS NULL LIMIT 1
  ) care ON true`;
export const placeOf = (staff: string): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT m.team_id, t.department_id FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.staff_id = ${staff} AND m."to" IS NULL LIMIT 1
  ) place ON true`;
/** The class of an account at a moment, as `held`. */
export const classAt = (account: string, moment: string): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT h.class FROM account_class h
    WHERE h.account_id = ${account} AND h."from" <= ${moment} AND (h."to" IS NULL OR h."to" > ${moment})
  ) held ON true`;

/** An account's row is of those who care for it now. */
export const ofCaring = `care.staff_id AS rep_id, care.staff_id AS rep_in_care_id, place.team_id,
    place.department_id AS handling_department_id, place.department_id AS answerable_department_id,
    lead.staff_id AS supervisor_id`;

/** Customers as of now, each under the rep in care and that rep's team and department. */
export const accountRows = /* sql */ `(
  SELECT a.id, a.id AS account_id, a.id AS contact_id, a.attributes, a.created_at, NULL::timestamptz AS voided_at,
    0 AS complaint_mark, NULL::text AS channel, NULL::uuid AS reason_id, held.class AS account_class, ${ofCaring}
  FROM account a
  ${inCare('a.id')} ${placeOf('care.staff_id')} ${leadOf('place.team_id')} ${classAt('a.id', 'now()')}
  WHERE a.merged_into IS NULL
)`;
