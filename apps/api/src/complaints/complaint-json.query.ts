import { clocksOf } from './clocks/clock-json.query.js';
import { receivedYear } from './receive-complaint.query.js';

const named = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

const unlessWithheld = (json: string, withheld: string): string => `CASE WHEN NOT ${withheld} THEN ${json} END`;

/** What a complaint's ids stand for; SQL joins over the complaint `k` and its contact `c`. */
export const complaintNames = /* sql */ `
  LEFT JOIN account ON account.id = c.account_id
  LEFT JOIN person ON person.id = c.person_id
  LEFT JOIN reason ON reason.id = c.reason_id
  JOIN department answerable ON answerable.id = c.answerable_department_id
  JOIN department handling ON handling.id = c.handling_department_id
  LEFT JOIN staff owner ON owner.id = k.owner_id
  LEFT JOIN staff concerned ON concerned.id = k.rep_concerned_id`;

/** The fields of ComplaintBrief for json_build_object; `withheld`: SQL that says whether the complainant is. */
export const briefFields = (withheld: string): string => /* sql */ `
  'id', k.id, 'running', k.number, 'year', ${receivedYear('k')}, 'isOpen', k.is_open, 'voidedAt', k.voided_at,
  'course', (SELECT json_agg(json_build_object('step', s.step, 'at', s.at)) FROM complaint_step s WHERE s.complaint_id = k.id),
  'firstReceivedAt', k.first_received_at, 'endedAt', c.ended_at, 'contactId', c.id, 'channel', c.channel,
  'account', ${unlessWithheld(named('account'), withheld)}, 'person', ${unlessWithheld(named('person'), withheld)},
  'isComplainantWithheld', ${withheld},
  'reason', CASE WHEN reason.id IS NOT NULL THEN
    json_build_object('id', reason.id, 'nameEn', reason.name_en, 'nameZh', reason.name_zh) END,
  'answerableDepartment', ${named('answerable')}, 'handlingDepartment', ${named('handling')},
  'owner', ${named('owner')}, 'repConcerned', ${named('concerned')}, 'summary', k.summary, 'severity', k.severity,
  'isFoundByUs', k.found_by_us, 'isRepeat', k.repeat_of IS NOT NULL, 'clocks', ${clocksOf('k')}, 'revision', k.revision`;

const otherName = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'running', ${alias}.number, 'year', ${receivedYear(alias)})`;

/** Those that ComplaintDetail has besides; over the staff \`receiver\`, the team \`team_concerned\` and the complaint \`earlier\`. */
export const detailFields = (
  withheldOf: (complaint: string) => string,
  withheld = withheldOf('k'),
): string => /* sql */ `
  'receiver', ${named('receiver')}, 'teamConcerned', ${named('team_concerned')}, 'aboutContactId', ${unlessWithheld('k.about_contact_id', withheld)},
  'contactNote', ${unlessWithheld('c.note', withheld)}, 'remedySought', k.remedy_sought, 'remedyGiven', k.remedy_given,
  'decision', k.decision, 'closing', k.closing,
  'repeatOf', CASE WHEN earlier.id IS NOT NULL AND NOT ${withheld} AND NOT ${withheldOf('earlier')} THEN ${otherName('earlier')} END,
  'repeatedBy', coalesce((
    SELECT json_agg(${otherName('later')} ORDER BY later.number)
    FROM complaint later WHERE later.repeat_of = k.id AND later.voided_at IS NULL
      AND NOT ${withheld} AND NOT ${withheldOf('later')}), '[]'),
  'voidReason', k.void_reason, 'areNotesWithheld', ${withheld}, 'createdAt', k.created_at,
  'steps', (
    SELECT json_agg(json_build_object('step', s.step, 'at', s.at, 'by', by_staff.name,
        'note', ${unlessWithheld('s.note', withheld)}) ORDER BY s.at, s.recorded_at, s.id)
    FROM complaint_step s
    LEFT JOIN sign_in ON sign_in.id = s.by_sign_in_id LEFT JOIN staff by_staff ON by_staff.id = sign_in.staff_id
    WHERE s.complaint_id = k.id)`;
