import { otherName, stepsOf, unlessWithheld } from '../complaint-json.query.js';
import { namedInBoth } from '../../platform/database/named-json.js';

const byName = (signInId: string): string =>
  `(SELECT staff.name FROM sign_in JOIN staff ON staff.id = sign_in.staff_id WHERE sign_in.id = ${signInId})`;

const list = (json: string, order: string, from: string): string =>
  `coalesce((SELECT json_agg(${json} ORDER BY ${order}) FROM ${from}), '[]')`;

const notes = (withheld: string): string =>
  list(
    `json_build_object('id', n.id, 'of', ${otherName('noted')}, 'kind', n.kind, 'channel', n.channel,
      'text', ${unlessWithheld('n.text', withheld)}, 'at', n.at, 'by', ${byName('n.by_sign_in_id')},
      'corrects', n.corrects,
      'isCorrected', EXISTS (SELECT FROM complaint_note later WHERE later.corrects = n.id))`,
    'n.at, n.id',
    /* sql */ `(
      SELECT n.* FROM complaint_note n
      WHERE n.step_id IS NULL AND n.complaint_id IN (SELECT k.id UNION SELECT m.id FROM complaint m WHERE m.merged_into = k.id)
      ORDER BY n.at DESC, n.id DESC LIMIT 500
    ) n JOIN complaint noted ON noted.id = n.complaint_id`,
  );

const handovers = (withheld: string): string =>
  list(
    `json_build_object('id', h.id, 'from', ${namedInBoth('from_department')}, 'to', ${namedInBoth('to_department')},
      'reason', ${unlessWithheld('h.reason', withheld)}, 'at', h.at, 'by', ${byName('h.by_sign_in_id')},
      'answer', h.answer, 'answerReason', ${unlessWithheld('h.answer_reason', withheld)},
      'answeredAt', h.answered_at, 'answeredBy', ${byName('h.answered_by_sign_in_id')})`,
    'h.at, h.id',
    /* sql */ `(
      SELECT * FROM handover WHERE complaint_id = k.id ORDER BY at DESC, id DESC LIMIT 100
    ) h JOIN department from_department ON from_department.id = h.from_department_id
      JOIN department to_department ON to_department.id = h.to_department_id`,
  );

const pauses = (withheld: string): string =>
  list(
    `json_build_object('id', p.id, 'kind', p.kind, 'from', p."from", 'to', p."to",
      'why', ${unlessWithheld('p.why', withheld)}, 'by', ${byName('p.by_sign_in_id')})`,
    'p."from", p.kind',
    /* sql */ `(
      SELECT pause.*, clock.kind FROM clock JOIN clock_pause pause ON pause.clock_id = clock.id
      WHERE clock.complaint_id = k.id ORDER BY pause."from" DESC LIMIT 100
    ) p`,
  );

/**
 * What was before each change, and for the last of them what is now; steps and hand-overs tell of themselves. A receipt
 * that was moved is no step taken.
 */
const revisions = /* sql */ `(
  SELECT l.revision, l.at, ${byName('l.by_sign_in_id')} AS by, l.reason AS why, l.before,
    EXISTS (SELECT FROM complaint_step s WHERE s.complaint_id = k.id AND s.recorded_at = l.at AND s.step <> 'received')
      OR EXISTS (SELECT FROM handover h WHERE h.complaint_id = k.id AND (h.at = l.at OR h.answered_at = l.at))
      AS "isTold"
  FROM revision_log l WHERE l.entity = 'complaint' AND l.entity_id = k.id ORDER BY l.revision DESC LIMIT 200
)`;

/** Where the complainant is withheld, nothing leads to the other contacts of the conversation. */
const conversation = (withheld: string): string =>
  `CASE WHEN ${withheld} THEN '[]' ELSE ${list(
    `json_build_object('id', o.id, 'endedAt', o.ended_at, 'channel', o.channel, 'direction', o.direction,
      'rep', (SELECT staff.name FROM staff WHERE staff.id = o.rep_id), 'note', o.note)`,
    'o.ended_at, o.id',
    /* sql */ `(
      SELECT * FROM contact WHERE conversation_id = c.conversation_id AND id <> c.id AND voided_at IS NULL
      ORDER BY ended_at DESC LIMIT 50
    ) o`,
  )} END`;

const merged = (withheld: string): string =>
  list(
    `${otherName('m')}::jsonb || jsonb_build_object('firstReceivedAt', m.first_received_at, 'channel', m.channel,
      'receiver', (SELECT staff.name FROM staff WHERE staff.id = m.rep_id), 'summary', m.summary,
      'steps', ${stepsOf('m.id', withheld)})`,
    'm.number',
    /* sql */ `(
      SELECT other.*, oc.channel, oc.rep_id FROM complaint other JOIN contact oc ON oc.id = other.contact_id
      WHERE other.merged_into = k.id ORDER BY other.number LIMIT 20
    ) m`,
  );

const repeats = (withheld: string, otherWithheld: string): string =>
  `CASE WHEN ${withheld} THEN '[]' ELSE ${list(
    `${otherName('r')}::jsonb || jsonb_build_object('firstReceivedAt', r.first_received_at, 'channel', r.channel)`,
    'r.number',
    /* sql */ `(
      SELECT other.*, oc.channel FROM complaint other JOIN contact oc ON oc.id = other.contact_id
      WHERE other.repeat_of = k.id AND other.voided_at IS NULL AND other.merged_into IS NULL AND NOT ${otherWithheld}
      ORDER BY other.number LIMIT 50
    ) r`,
  )} END`;

/** The columns of a time line over the complaint `k` and its contact `c`. */
export const timeLineColumns = (
  withheldOf: (complaint: string) => string,
  withheld = withheldOf('k'),
): string => /* sql */ `
  ${notes(withheld)} AS notes, ${handovers(withheld)} AS handovers, ${pauses(withheld)} AS pauses,
  CASE WHEN ${withheld} THEN '[]' ELSE ${list('to_json(l)', 'l.revision', `${revisions} l`)} END AS revisions,
  to_jsonb(k) AS present, ${conversation(withheld)} AS contacts, ${merged(withheld)} AS merged,
  ${repeats(withheld, withheldOf('other'))} AS repeats`;
