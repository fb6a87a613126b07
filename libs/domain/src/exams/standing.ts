import { addDays } from '../calendar/day.js';

/** Where a candidate of a campaign stands. */
export const examStandings = ['passed', 'booked', 'due', 'resit', 'absent', 'disputed'] as const;
export type ExamStanding = (typeof examStandings)[number];

/** How an exam stands: booked or being marked; a second assessor or the head is awaited; it counts; nobody came; given up. */
export const examStates = ['booked', 'second', 'head', 'settled', 'absent', 'cancelled'] as const;
export type ExamState = (typeof examStates)[number];

export const examOutcomes = ['passed', 'failed', 'not-assessed'] as const;
export type ExamOutcome = (typeof examOutcomes)[number];

/** What a decision of a dispute may be: the result stands, is another, or the attempt does not count. */
export const disputeDecisions = ['stands', 'passed', 'failed', 'again'] as const;
export type DisputeDecision = (typeof disputeDecisions)[number];

/** One exam of a candidate, as its standing needs it. Days are of the organisation's zone. */
export interface ExamFacts {
  readonly id: string;
  readonly state: ExamState;
  readonly outcome: ExamOutcome | null;
  /** The day of the exam. */
  readonly on: string;
  readonly settledOn: string | null;
  readonly dispute: 'open' | DisputeDecision | null;
  /** Of a passed one: the last day on which the certificate holds; null: for good. */
  readonly validUntil: string | null;
}

export interface ResitRules {
  /** Days of practice after a failed exam before the next. */
  readonly coolOffDays: number;
  /** No more attempts than this without the head's word; null: as many as it takes. */
  readonly mostAttempts: number | null;
}

export interface CandidateStanding {
  readonly standing: ExamStanding;
  /** The exam that says so; null: there was none. */
  readonly examId: string | null;
  /** Attempts that count. */
  readonly attempts: number;
  /** Of a resit: the first day on which it may be sat. */
  readonly mayFrom: string | null;
  /** All attempts that the rules give are used up. */
  readonly isOutOfAttempts: boolean;
}

/** An attempt that the rules count: it was marked, and no decision took it back. */
export const countsAsAttempt = ({ state, outcome, dispute }: ExamFacts): boolean =>
  state === 'settled' && outcome !== 'not-assessed' && dispute !== 'again';

/**
 * Where somebody stands by their exams, in any order, on a day. Who passed stands as passed until the certificate ends,
 * and then is due anew with all attempts; absent is not assessed, never failed.
 */
export function standingOf(exams: readonly ExamFacts[], rules: ResitRules, today: string): CandidateStanding {
  const known = exams.filter(({ state }) => state !== 'cancelled').toSorted(byDay);
  const passed = known.findLast((exam) => countsAsAttempt(exam) && exam.outcome === 'passed');
  const isValid = passed !== undefined && (passed.validUntil === null || passed.validUntil >= today);
  // What was before a certificate that has ended is over.
  const since = passed === undefined || isValid ? known : known.slice(known.indexOf(passed) + 1);
  const attempts = since.filter(countsAsAttempt).length;
  const at = (standing: ExamStanding, exam: ExamFacts | undefined, more: Partial<CandidateStanding> = {}) => ({
    ...{ standing, examId: exam?.id ?? null, attempts, mayFrom: null, isOutOfAttempts: false },
    ...more,
  });
  if (isValid) return at('passed', passed);
  const disputed = since.findLast(({ dispute }) => dispute === 'open');
  if (disputed) return at('disputed', disputed);
  const ahead = since.find(({ state }) => state === 'booked' || state === 'second' || state === 'head');
  if (ahead) return at('booked', ahead);
  const last = since.at(-1);
  if (last?.state === 'absent') return at('absent', last, { mayFrom: coolOff(since, rules) });
  const failed = since.findLast((exam) => countsAsAttempt(exam) && exam.outcome === 'failed');
  if (!failed) return at('due', undefined);
  const isOutOfAttempts = rules.mostAttempts !== null && attempts >= rules.mostAttempts;
  return at('resit', failed, { mayFrom: coolOff(since, rules), isOutOfAttempts });
}

const byDay = (a: ExamFacts, b: ExamFacts) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1);

/** The first day after the practice that a failed exam asks for. */
function coolOff(exams: readonly ExamFacts[], { coolOffDays }: ResitRules): string | null {
  const failed = exams.findLast((exam) => countsAsAttempt(exam) && exam.outcome === 'failed');
  return failed ? addDays(failed.settledOn ?? failed.on, coolOffDays) : null;
}
