import type { CorrectComplaint, FieldFault } from '@forecall/contracts';
import { isDecided } from '@forecall/domain';
import type { Working } from './working-on.js';

type Changes = CorrectComplaint['changes'];

/** What a step said is corrected once it was said, and to something: else it contradicts the course, which stays. */
export function sayingFaults(
  changes: Changes,
  { course, remedyGiven, furtherOptions }: Pick<Working, 'course' | 'remedyGiven' | 'furtherOptions'>,
): FieldFault[] {
  const wasSaid = {
    decision: isDecided(course),
    remedyGiven: remedyGiven !== '',
    furtherOptions: furtherOptions !== '',
  };
  return (['decision', 'remedyGiven', 'furtherOptions'] as const).flatMap((field) => {
    const path = `changes.${field}`;
    if (changes[field] === undefined) return [];
    if (!wasSaid[field]) return [{ path, code: 'not-said-yet', message: 'no step has said it yet' }];
    return changes[field].trim() === ''
      ? [{ path, code: 'required', message: 'was said and cannot be taken back' }]
      : [];
  });
}
