import { clocksOf } from './clocks/clock-json.query.js';
import { named, namedInBoth } from '../platform/database/named-json.js';

export const unlessWithheld = (json: string, withheld: string): string => `CASE WHEN NOT ${withheld} THEN ${json} END`;

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
  'id', k.id, 'running', k.number, 'year', k.number_year, 'isOpen', k.is_open, 'voidedAt', k.voided_at,
  'course', (
    SELECT json_agg(json_build_object('step', s.step, 'at', s.at, 'isSkipped', s.skipped_reason IS NOT NULL)
      ORDER BY s.at, s.recorded_at, s.id)
    FROM complaint_step s WHERE s.complaint_id = k.id),
  'firstReceivedAt', k.first_received_at, 'endedAt', c.ended_at, 'contactId', c.id, 'channel', c.channel,
  'account', ${unlessWithheld(namedInBoth('account'), withheld)}, 'person', ${unlessWithheld(namedInBoth('person'), withheld)},
  'isComplainantWithheld', ${withheld},
  'reason', CASE WHEN reason.id IS NOT NULL THEN
    json_build_object('id', reason.id, 'nameEn', reason.name_en, 'nameZh', reason.name_zh) END,
  'answerableDepartment', ${namedInBoth('answerable')}, 'handlingDepartment', ${namedInBoth('handling')},
  'owner', ${named('owner')}, 'repConcerned', ${named('concerned')}, 'summary', k.summary, 'severity', k.severity,
  'isFoundByUs', k.found_by_us, 'isRepeat', k.repeat_of IS NOT NULL, 'clocks', ${clocksOf('k')}, 'revision', k.revision`;

export const otherName = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'running', ${alias}.number, 'year', ${alias}.number_year)`;

const others = (which: string): string => `coalesce((
    SELECT json_agg(${otherName('other')} ORDER BY other.number) FROM (
      SELECT * FROM complaint WHERE ${which} ORDER BY number LIMIT 50) other), '[]')`;

/** Those that ComplaintDetail has besides; over the staff \`receiver\`, the team \`team_concerned\`, the complaints \`earlier\` and \`same\`. */
export const detailFields = (
  withheldOf: (complaint: string) => string,
  aboutWithheld: string,
  withheld = withheldOf('k'),
): string => /* sql */ `
  'receiver', ${named('receiver')}, 'teamConcerned', ${namedInBoth('team_concerned')}, 'aboutContactId', CASE WHEN NOT ${withheld} AND ${aboutWithheld} IS NOT TRUE THEN k.about_contact_id END,
  'contactNote', ${unlessWithheld('c.note', withheld)}, 'remedySought', k.remedy_sought, 'remedyGiven', k.remedy_given,
  'impact', k.impact, 'needForAction', k.need_for_action, 'decision', k.decision, 'closing', k.closing,
  'furtherOptions', k.further_options,
  'repeatOf', CASE WHEN earlier.id IS NOT NULL AND NOT ${withheld} AND NOT ${withheldOf('earlier')} THEN ${otherName('earlier')} END,
  'repeatedBy', CASE WHEN ${withheld} THEN '[]' ELSE ${others(`repeat_of = k.id AND voided_at IS NULL AND merged_into IS NULL AND NOT ${withheldOf('complaint')}`)} END,
  'mergedInto', CASE WHEN same.id IS NOT NULL THEN ${otherName('same')} END,
  'merged', ${others('merged_into = k.id')},
  'pending', (
    SELECT json_build_object('from', ${namedInBoth('from_department')}, 'at', h.at)
    FROM handover h JOIN department from_department ON from_department.id = h.from_department_id
    WHERE h.complaint_id = k.id AND h.answer IS NULL),
  'voidReason', k.void_reason, 'isByForm', c.source = 'public-form', 'areNotesWithheld', ${withheld}, 'createdAt', k.created_at,
  'steps', ${stepsOf('k.id', withheld)}`;

/** ComplaintStepTaken of each step, in order of time. */
export const stepsOf = (complaintId: string, withheld: string): string => /* sql */ `(
  SELECT json_agg(json_build_object('step', s.step, 'at', s.at, 'by', by_staff.name,
      'note', ${unlessWithheld('s.note', withheld)}, 'isSkipped', s.skipped_reason IS NOT NULL,
      'skippedReason', ${unlessWithheld('s.skipped_reason', withheld)}, 'told', s.told,
      'toCustomer', (
        SELECT json_build_object('channel', n.channel, 'text', ${unlessWithheld('n.text', withheld)})
        FROM complaint_note n WHERE n.step_id = s.id ORDER BY n.id LIMIT 1),
      'analysis', (
        SELECT json_build_object('cause', json_build_object('kind', cause.kind, 'text', ${unlessWithheld('cause.text', withheld)}),
          'correctiveAction', CASE WHEN a.id IS NOT NULL AND NOT ${withheld} THEN json_build_object(
            'id', a.id, 'action', a.action, 'effect', a.effect, 'effectAt', a.effect_at) END)
        FROM cause LEFT JOIN corrective_action a ON a.cause_id = cause.id WHERE cause.step_id = s.id LIMIT 1))
    ORDER BY s.at, s.recorded_at, s.id)
  FROM complaint_step s
  LEFT JOIN sign_in ON sign_in.id = s.by_sign_in_id LEFT JOIN staff by_staff ON by_staff.id = sign_in.staff_id
  WHERE s.complaint_id = ${complaintId})`;
