import type { Span } from '../planning/plan.js';

/** Somebody who must be examined. */
export interface ExamCandidate {
  readonly id: string;
  readonly staffId: string;
  /** Not before, and over by. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** Their working time, in order and apart. */
  readonly open: readonly Span[];
  /** By whom they are not examined, such as who leads them. */
  readonly notBy: readonly string[];
}

export interface ExamAssessor {
  /** Of the person. */
  readonly id: string;
  /** Exams they have had in the campaign: they count, so that the load is even over the whole. */
  readonly load: number;
  /** Working time by the assessor's own date, each at most once. */
  readonly days: readonly { readonly on: string; readonly open: readonly Span[] }[];
}

/** An exam that stands: it is never moved. */
export interface BookedExam extends Span {
  readonly candidateId: string;
  readonly staffId: string;
  readonly assessorIds: readonly string[];
}

export interface BookingInput {
  readonly examMs: number;
  /** Exams begin at multiples of this, counted from 1970 in UTC. */
  readonly gridMs: number;
  /** So many exams an assessor has on each day before any day gets more. */
  readonly perDay: number;
  readonly candidates: readonly ExamCandidate[];
  readonly assessors: readonly ExamAssessor[];
  readonly booked: readonly BookedExam[];
  /** What else people do at that time. */
  readonly busy: readonly (Span & { readonly staffId: string })[];
}

export interface ExamPlacement {
  readonly candidateId: string;
  readonly assessorId: string;
  readonly startMs: number;
  /** The assessor's date. */
  readonly on: string;
}

/** no-assessor: none may examine them; no-common-hours: no slot lies in their time; no-slot-left: others have them all. */
export const unplacedExamReasons = ['no-assessor', 'no-common-hours', 'no-slot-left'] as const;
export type UnplacedExamReason = (typeof unplacedExamReasons)[number];

export interface BookingPlan {
  /** By time. */
  readonly placements: readonly ExamPlacement[];
  readonly unplaced: readonly { readonly candidateId: string; readonly why: UnplacedExamReason }[];
}
