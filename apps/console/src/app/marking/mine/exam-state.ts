import type { ExamCourse } from '@forecall/contracts';
import type { StateName } from '../../ui/state/glyph.js';

/** The day by which nobody had signed or disputed a result, so that it stands; null where that is not so. */
export function standsSince(
  { state, acceptedAt, dispute, disputeUntil }: Pick<ExamCourse, 'state' | 'acceptedAt' | 'dispute' | 'disputeUntil'>,
  today: string,
): string | null {
  const isUnanswered = state === 'settled' && acceptedAt === null && dispute === null;
  return isUnanswered && disputeUntil !== null && disputeUntil < today ? disputeUntil : null;
}

type Standing = Pick<ExamCourse, 'state' | 'outcome' | 'dispute'> & Partial<Pick<ExamCourse, 'startsAt'>>;

/**
 * How an exam stands to whoever sat it: a key of its word, and the glyph beside it. Where it says when: once it has begun it is
 * being marked.
 */
export function standingOf(
  { state, outcome, dispute, startsAt }: Standing,
  nowMs = Date.now(),
): {
  word: string;
  glyph: StateName;
} {
  if (dispute === 'open') return { word: 'disputed', glyph: 'close' };
  if (state === 'settled' && dispute === 'again') return { word: 'again', glyph: 'none' };
  if (state === 'settled' && outcome !== null) {
    const glyphs = { passed: 'usual', failed: 'alarm', 'not-assessed': 'none' } as const;
    return { word: outcome, glyph: glyphs[outcome] };
  }
  if (state === 'second' || state === 'head' || (state === 'booked' && startsAt && Date.parse(startsAt) <= nowMs))
    return { word: 'being-marked', glyph: 'stale' };
  return { word: state, glyph: state === 'absent' ? 'none' : 'stale' };
}
