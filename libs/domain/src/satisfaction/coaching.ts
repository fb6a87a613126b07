/**
 * Coaching followed through: of the goals that an appraiser set and that fell due within a period, the share that was
 * looked at with the member by the day it was due. 0..1; null where none fell due. A goal looked at late, or by nobody,
 * counts as not followed through; what came of it (reached or not) does not matter here.
 */
export function followedThrough(goals: readonly { readonly dueOn: string; readonly lookedOn: string | null }[]) {
  const inTime = goals.filter(({ dueOn, lookedOn }) => lookedOn !== null && lookedOn <= dueOn).length;
  return { numerator: inTime, denominator: goals.length, value: goals.length > 0 ? inTime / goals.length : null };
}
