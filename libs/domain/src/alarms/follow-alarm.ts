import { type AlarmEvidence, type AlarmPlan, noEvidence, withMinute } from './live-alarm.js';

/** What changes the evidence of a department, in the order in which it came. */
export type AlarmInput =
  | { readonly kind: 'contacts'; readonly at: number; readonly contacts: number; readonly complaints: number }
  /** Another baseline, or the first: the evidence is kept, in the same part of the threshold. */
  | { readonly kind: 'baseline'; readonly plan: AlarmPlan }
  /** An alarm was ended by somebody: the evidence begins anew, with another baseline where one is given. */
  | { readonly kind: 'restart'; readonly plan: AlarmPlan | null };

export interface Watched {
  readonly evidence: AlarmEvidence;
  /** null: too little past so far, nothing is watched. */
  readonly plan: AlarmPlan | null;
}

export const unwatched: Watched = { evidence: noEvidence, plan: null };

/** The next input, and what it did: `raised` an alarm, or the evidence of one `ebbed` by itself. */
export function followAlarm(
  before: Watched,
  input: AlarmInput,
): { readonly watched: Watched; readonly event: 'raised' | 'ebbed' | null } {
  if (input.kind === 'restart')
    return { watched: { evidence: noEvidence, plan: input.plan ?? before.plan }, event: null };
  if (input.kind === 'baseline') return { watched: underOther(before, input.plan), event: null };
  if (!before.plan) return { watched: before, event: null };
  const evidence = withMinute(before.evidence, input, before.plan);
  const event = evidence.isRaised === before.evidence.isRaised ? null : evidence.isRaised ? 'raised' : 'ebbed';
  return { watched: { ...before, evidence }, event };
}

const underOther = ({ evidence, plan }: Watched, other: AlarmPlan): Watched => ({
  evidence: plan ? { ...evidence, sum: (evidence.sum / plan.threshold) * other.threshold } : noEvidence,
  plan: other,
});
