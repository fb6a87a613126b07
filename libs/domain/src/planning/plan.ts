import type { HealthBand } from '../care/account-health.js';

/** A stretch of time in milliseconds since 1970; `toMs` is no longer part of it. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Who calls. A day without open time need not be listed; `on` is the caller's own date, at most once. */
export interface Caller {
  readonly id: string;
  /** The most calls planned on one day, 0 or more. */
  readonly callsPerDay: number;
  readonly days: readonly { readonly on: string; readonly open: readonly Span[] }[];
}

/** When accounts can be called: their working days x their calling window in their zone. Many accounts have the same. */
export interface CallingHours {
  readonly id: string;
  readonly open: readonly Span[];
}

/** A caller's slot: the time at which a call begins. */
export interface Place {
  readonly callerId: string;
  readonly startMs: number;
}

export interface DueCall {
  readonly id: string;
  readonly accountId: string;
  /** On time up to this date, the caller's own. */
  readonly dueOn: string;
  /** Never made before this date; not after `dueOn`. */
  readonly earliestOn: string;
  readonly band: HealthBand;
  /** 0 to 100; of two alike the lower goes first. */
  readonly health: number;
  /** Who may make it, the rep in care first. */
  readonly callers: readonly string[];
  /** The id of its account's calling hours. */
  readonly hours: string;
  /** Where the plan before this one has it. */
  readonly placed?: Place;
  /**
   * A person moved it there, or the customer asked for that time: it stays, whatever the account's usual hours and the
   * dates say, while the caller has that slot. It never moves for others.
   */
  readonly isFixed?: boolean;
}

export interface PlanInput {
  /** The grid of call slots in minutes, from midnight UTC; a call takes one slot. */
  readonly slotMinutes?: number;
  /** No call begins before this instant. */
  readonly notBeforeMs: number;
  /** The dates by which lateness is counted, from the oldest due date on. */
  readonly workingDays: readonly string[];
  readonly callers: readonly Caller[];
  readonly hours: readonly CallingHours[];
  readonly calls: readonly DueCall[];
}

export interface Placement extends Place {
  readonly callId: string;
  /** The caller's date. */
  readonly on: string;
  /** The working days after the due date, up to the day of the call; 0 for a call on time. */
  readonly workingDaysLate: number;
}

/**
 * Why a call has no place: none of its callers works from its earliest date on; they do, but never while the account
 * can be called; or all those slots are taken.
 */
export type WhyUnplaced = 'no-caller' | 'no-common-hours' | 'no-capacity';

export interface Plan {
  /** In the order of due dates. */
  readonly placements: readonly Placement[];
  readonly unplaced: readonly { readonly callId: string; readonly why: WhyUnplaced }[];
  /** Calls that had a place and have another now, or none. */
  readonly moved: readonly string[];
}

export const defaultSlotMinutes = 20;
