import { escapeLiteral } from 'pg';
import { type AtomName, gapSteps, reopenWithinDays } from '@forecall/domain';
import { isAboutContact, isAboutRelationship, isEntered } from './about-answer.js';

/**
 * Atoms in SQL. Each has one predicate and one amount, declared here and nowhere else; the triggers that append
 * differences, the recount that verifies them, the figures from rows and the receipts all use these.
 *
 * `when` and `amount` speak of the row under the alias `r`. Amounts are whole numbers: counts, seconds, squared seconds.
 * *Handled* = service contact answered or reached; *offered* = inbound service contact answered or abandoned in the
 * queue; *queue* = offered on a channel where people wait in a queue.
 */
export interface Atom {
  /** `concerning` reads complaints by the rep they concern, `fact` what happens to them, in the care for customers and in exams: from rows only. */
  readonly source: 'contact' | 'answer' | 'concerning' | 'fact';
  /** false: asked for too seldom to be kept in the tallies; counted from rows only. */
  readonly isTallied?: false;
  readonly when: string;
  /** SQL of what is added up; left out, the rows are counted. */
  readonly amount?: string;
}

/** The T of "answered within T" that the tallies keep. Another T is counted from the rows. */
export const defaultThresholdSeconds = 20;
const threshold = '$threshold';

const handled = `r.purpose = 'service' AND r.outcome = 'handled'`;
const offered = `r.purpose = 'service' AND r.direction = 'in' AND r.outcome IN ('handled', 'abandoned-in-queue')`;
const abandoned = `r.purpose = 'service' AND r.outcome = 'abandoned-in-queue'`;
const queues = `r.channel IN ('phone', 'chat')`;
const answeredFromQueue = `${handled} AND r.direction = 'in' AND ${queues}`;
const waitKnown = `${answeredFromQueue} AND r.wait_seconds IS NOT NULL`;
const abandonWaitKnown = `${abandoned} AND ${queues} AND r.wait_seconds IS NOT NULL`;
const talkKnown = `${handled} AND r.talk_seconds IS NOT NULL`;
const handleSeconds = 'r.talk_seconds + coalesce(r.hold_seconds, 0) + coalesce(r.wrap_seconds, 0)';
const csatAnswer = `r.kind = 'csat' AND r.scale = 5 AND r.superseded_by IS NULL`;
const aboutContact = `${csatAnswer} AND ${isAboutContact}`;
const entered = `${csatAnswer} AND ${isEntered}`;
const aboutRelationship = `${csatAnswer} AND ${isAboutRelationship}`;
const npsAnswer = `r.kind = 'nps' AND r.scale = 11 AND r.superseded_by IS NULL AND r.entered_how <> 'by-hand'`;
const cesAnswer = `r.kind = 'ces' AND r.scale = 7 AND r.superseded_by IS NULL AND r.entered_how <> 'by-hand'`;

/**
 * A number, or a yes as 1 and a no as 0; text that is a plain number counts as that. Null for everything else, and for
 * numbers beyond 1e15, which no sum could carry: they stand among the rows left out.
 */
const attribute = '$attribute';
const attributeNumber = `(r.attributes ->> ${attribute})::numeric`;
const attributeValue = `(CASE jsonb_typeof(r.attributes -> ${attribute})
  WHEN 'number' THEN (CASE WHEN abs(${attributeNumber}) <= 1e15 THEN ${attributeNumber} END)
  WHEN 'boolean' THEN (r.attributes ->> ${attribute})::boolean::int::numeric
  WHEN 'string' THEN (CASE WHEN r.attributes ->> ${attribute} ~ '^-?[0-9]{1,15}([.][0-9]{1,10})?$'
    THEN ${attributeNumber} END) END)`;

const attributeYesNo = `jsonb_typeof(r.attributes -> ${attribute}) = 'boolean'`;

const gapPair = `r.came = 'pair' AND r.scale = ${gapSteps}`;

const square = (sql: string) => `(${sql})::bigint * (${sql})`;

export const atoms = {
  handled: { source: 'contact', when: handled },
  offered: { source: 'contact', when: offered },
  abandoned: { source: 'contact', when: abandoned },
  abandoned_in_menu: { source: 'contact', when: `r.purpose = 'service' AND r.outcome = 'abandoned-in-menu'` },
  complaint: { source: 'contact', when: `${handled} AND r.complaint_mark = 1` },
  found_by_us: { source: 'contact', when: 'r.complaint_mark = 2' },
  resolved: { source: 'contact', when: `${handled} AND r.resolved` },
  resolved_inbound: { source: 'contact', when: `${handled} AND r.direction = 'in' AND r.resolved` },
  queue_offered: { source: 'contact', when: `${offered} AND ${queues}` },
  queue_answered: { source: 'contact', when: answeredFromQueue },
  queue_abandoned: { source: 'contact', when: `${abandoned} AND ${queues}` },
  answered_in_time: { source: 'contact', when: `${waitKnown} AND r.wait_seconds <= ${threshold}` },
  abandoned_in_time: { source: 'contact', when: `${abandoned} AND ${queues} AND r.wait_seconds <= ${threshold}` },
  abandoned_in_5s: { source: 'contact', when: `${abandoned} AND ${queues} AND r.wait_seconds <= 5` },
  wait_known: { source: 'contact', when: waitKnown },
  wait_seconds: { source: 'contact', when: waitKnown, amount: 'r.wait_seconds' },
  wait_seconds_squared: { source: 'contact', when: waitKnown, amount: square('r.wait_seconds') },
  abandon_wait_known: { source: 'contact', isTallied: false, when: abandonWaitKnown },
  abandon_wait_seconds: { source: 'contact', isTallied: false, when: abandonWaitKnown, amount: 'r.wait_seconds' },
  abandon_wait_seconds_squared: {
    source: 'contact',
    isTallied: false,
    when: abandonWaitKnown,
    amount: square('r.wait_seconds'),
  },
  talk_known: { source: 'contact', when: talkKnown },
  talk_seconds: { source: 'contact', when: talkKnown, amount: 'r.talk_seconds' },
  talk_seconds_squared: { source: 'contact', when: talkKnown, amount: square('r.talk_seconds') },
  handle_seconds: { source: 'contact', when: talkKnown, amount: handleSeconds },
  handle_seconds_squared: { source: 'contact', when: talkKnown, amount: square(handleSeconds) },
  answer_1: { source: 'answer', when: `${aboutContact} AND r.score = 1` },
  answer_2: { source: 'answer', when: `${aboutContact} AND r.score = 2` },
  answer_3: { source: 'answer', when: `${aboutContact} AND r.score = 3` },
  answer_4: { source: 'answer', when: `${aboutContact} AND r.score = 4` },
  answer_5: { source: 'answer', when: `${aboutContact} AND r.score = 5` },
  entered_1: { source: 'answer', when: `${entered} AND r.score = 1` },
  entered_2: { source: 'answer', when: `${entered} AND r.score = 2` },
  entered_3: { source: 'answer', when: `${entered} AND r.score = 3` },
  entered_4: { source: 'answer', when: `${entered} AND r.score = 4` },
  entered_5: { source: 'answer', when: `${entered} AND r.score = 5` },
  relationship_1: { source: 'answer', when: `${aboutRelationship} AND r.score = 1` },
  relationship_2: { source: 'answer', when: `${aboutRelationship} AND r.score = 2` },
  relationship_3: { source: 'answer', when: `${aboutRelationship} AND r.score = 3` },
  relationship_4: { source: 'answer', when: `${aboutRelationship} AND r.score = 4` },
  relationship_5: { source: 'answer', when: `${aboutRelationship} AND r.score = 5` },
  nps_promoter: { source: 'answer', isTallied: false, when: `${npsAnswer} AND r.score BETWEEN 9 AND 10` },
  nps_passive: { source: 'answer', isTallied: false, when: `${npsAnswer} AND r.score BETWEEN 7 AND 8` },
  nps_detractor: { source: 'answer', isTallied: false, when: `${npsAnswer} AND r.score BETWEEN 0 AND 6` },
  ces_easy: { source: 'answer', isTallied: false, when: `${cesAnswer} AND r.score BETWEEN 5 AND 7` },
  ces_not_easy: { source: 'answer', isTallied: false, when: `${cesAnswer} AND r.score BETWEEN 1 AND 4` },
  any_row: { source: 'contact', isTallied: false, when: 'true' },
  attribute_known: { source: 'contact', isTallied: false, when: `${attributeValue} IS NOT NULL` },
  attribute_value: {
    source: 'contact',
    isTallied: false,
    when: `${attributeValue} IS NOT NULL`,
    amount: attributeValue,
  },
  attribute_squared: {
    source: 'contact',
    isTallied: false,
    when: `${attributeValue} IS NOT NULL`,
    amount: `${attributeValue} * ${attributeValue}`,
  },
  attribute_yes_no: { source: 'contact', isTallied: false, when: attributeYesNo },
  attribute_negative: { source: 'contact', isTallied: false, when: `${attributeValue} < 0` },
  concerning: { source: 'concerning', when: 'r.is_concerning' },
  clock_due: { source: 'fact', when: 'r.at <= now() AND NOT r.is_paused' },
  clock_met_in_time: { source: 'fact', when: 'r.at <= now() AND r.met_at < r.at' },
  clock_open_late: { source: 'fact', when: 'r.at <= now() AND r.met_at IS NULL AND NOT r.is_paused' },
  clock_not_due: { source: 'fact', when: '(r.at > now() OR r.is_paused)' },
  closing: { source: 'fact', when: 'true' },
  closing_reopened: { source: 'fact', when: 'r.is_reopened' },
  closing_recent: { source: 'fact', when: `r.at > now() - interval '${reopenWithinDays} days'` },
  complaint_received: { source: 'fact', when: 'true' },
  complaint_repeated: { source: 'fact', when: 'r.is_repeat' },
  decided: { source: 'fact', when: 'true' },
  upheld: { source: 'fact', when: `r.decision = 'upheld'` },
  partly_upheld: { source: 'fact', when: `r.decision = 'partly'` },
  call_due: { source: 'fact', when: 'r.is_due' },
  call_in_time: { source: 'fact', when: 'r.is_in_time' },
  call_open_late: { source: 'fact', when: `r.is_due AND r.state = 'planned'` },
  call_not_due: { source: 'fact', when: 'NOT r.is_due' },
  problem: { source: 'fact', when: 'true' },
  problem_caught: { source: 'fact', when: 'r.found_by_us' },
  lead_known: { source: 'fact', when: 'r.lead_seconds IS NOT NULL' },
  lead_seconds: { source: 'fact', when: 'r.lead_seconds IS NOT NULL', amount: 'r.lead_seconds' },
  lead_seconds_squared: { source: 'fact', when: 'r.lead_seconds IS NOT NULL', amount: square('r.lead_seconds') },
  lead_censored: { source: 'fact', when: 'r.lead_seconds IS NULL' },
  proactive_reached: { source: 'fact', when: 'true' },
  proactive_catch: { source: 'fact', when: 'r.is_catch' },
  promise_due: { source: 'fact', when: `r.came IN ('kept', 'broken')` },
  promise_kept: { source: 'fact', when: `r.came = 'kept'` },
  promise_open_late: { source: 'fact', when: `r.came = 'broken' AND r.kept_at IS NULL AND r.broken_at IS NULL` },
  promise_renegotiated: { source: 'fact', when: `r.came = 'renegotiated'` },
  promise_void: { source: 'fact', when: `r.came = 'void'` },
  promise_not_due: { source: 'fact', when: `r.came = 'not-due'` },
  exam_assessed: { source: 'fact', when: 'r.came IS NOT NULL' },
  exam_passed: { source: 'fact', when: `r.came = 'passed'` },
  exam_disputed: { source: 'fact', when: 'r.is_disputed' },
  exam_not_assessed: { source: 'fact', when: 'r.came IS NULL AND NOT r.is_out' },
  exam_left: { source: 'fact', when: 'r.is_out' },
  key_account: { source: 'fact', when: 'true' },
  key_account_trained: { source: 'fact', when: 'r.is_trained' },
  ask_delivered: { source: 'fact', when: `r.ask_channel = 'mail' AND r.ask_state <> 'bounced'` },
  ask_answered: { source: 'fact', when: `r.ask_channel = 'mail' AND r.ask_state = 'answered'` },
  ask_bounced: { source: 'fact', when: `r.ask_channel = 'mail' AND r.ask_state = 'bounced'` },
  ask_open: { source: 'fact', when: `r.ask_channel = 'mail' AND r.is_open` },
  ask_undelivered: { source: 'fact', when: `r.ask_channel <> 'mail' AND r.ask_state = 'answered'` },
  gap_pair: { source: 'fact', when: gapPair },
  gap_points: { source: 'fact', when: gapPair, amount: 'r.points' },
  gap_points_squared: { source: 'fact', when: gapPair, amount: square('r.points') },
  gap_half: { source: 'fact', when: `r.came = 'half'` },
  gap_other_scale: { source: 'fact', when: `(r.came = 'other-scale' OR r.came = 'pair' AND r.scale <> ${gapSteps})` },
  gap_of_contact: { source: 'fact', when: `r.came = 'of-contact'` },
  first_settled: { source: 'fact', when: `r.outcome_as = 'settled'` },
  first_followed: { source: 'fact', when: `r.outcome_as = 'followed'` },
  first_pending: { source: 'fact', when: `r.outcome_as = 'pending'` },
  first_unknown: { source: 'fact', when: `r.outcome_as = 'unknown'` },
  first_no_reason: { source: 'fact', when: `r.outcome_as = 'no-reason'` },
  complaint_of_account: { source: 'fact', when: 'NOT r.is_account' },
  account_active: { source: 'fact', when: 'r.is_account' },
} as const satisfies Record<AtomName, Atom>;

/** The atoms that tallies keep, in the order of their columns. */
export const talliedAtoms = (Object.keys(atoms) as AtomName[]).filter((name) => isTallied(atoms[name]));

function isTallied(atom: Atom): boolean {
  return (atom.source === 'contact' || atom.source === 'answer') && atom.isTallied !== false;
}

/** The atom's worth of one row, as SQL: its amount where the predicate holds and the row is not voided, else 0. */
export function atomAmount(
  name: AtomName,
  asked: { readonly thresholdSeconds: number; readonly attribute?: string | null } = {
    thresholdSeconds: defaultThresholdSeconds,
  },
): string {
  const { when, amount = '1' }: Atom = atoms[name];
  const fill = (sql: string) =>
    sql
      .replaceAll(threshold, String(Math.trunc(asked.thresholdSeconds)))
      .replaceAll(attribute, () => escapeLiteral(asked.attribute ?? ''));
  return `CASE WHEN r.voided_at IS NULL AND ${fill(when)} THEN ${fill(amount)} ELSE 0 END`;
}
