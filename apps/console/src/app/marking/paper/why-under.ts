import type { ExamCourse } from '@forecall/contracts';
import type { Formats } from '../../platform/format/formats.js';

/** Why a score that shows as the pass mark failed: "79.96, shown as 80.0, is under 80"; null where no word is needed. */
export function whyUnder({ outcome, score, passMark }: ExamCourse, format: Formats): string | null {
  return outcome !== 'failed' || score === null ? null : format.underLimit(score, passMark);
}
