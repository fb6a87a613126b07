import type { Appraisal } from '@forecall/contracts';
import type { StoredStep } from './appraisal.query.js';

/**
 * The steps of an appraisal as somebody sees them. Handed went to whoever had it to hand on next, or has it now. Why it
 * went to somebody else is between those who lead: it may speak of the one before.
 */
export function stepsSeen(
  steps: readonly StoredStep[],
  { appraiser, isSubject }: { readonly appraiser: string; readonly isSubject: boolean },
): Appraisal['steps'] {
  const isHanded = ({ step }: StoredStep) => step === 'handed';
  return steps.map((step, at) =>
    isHanded(step)
      ? { ...step, after: steps.slice(at + 1).find(isHanded)?.before ?? appraiser, note: isSubject ? '' : step.note }
      : { ...step, after: null },
  );
}
