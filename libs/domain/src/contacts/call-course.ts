/** What a telephone system told of one call: when the first event of each kind came, in milliseconds since 1970. */
export interface CallFacts {
  readonly direction: 'in' | 'out';
  readonly newAt: number | null;
  readonly answeredAt: number | null;
  readonly hungUpAt: number | null;
  /** As the telephone system names it; `forwarded`: the caller went on to another call. */
  readonly cause: string;
}

export type CallState = 'ringing' | 'talking' | 'ended' | 'abandoned' | 'unanswered' | 'forwarded';

export interface CallCourse {
  readonly state: CallState;
  /** Whole seconds from the call to its answer or its abandonment; null: not known. */
  readonly waitSeconds: number | null;
  /** Whole seconds from answer to hang-up; null: not known, or not over. */
  readonly talkSeconds: number | null;
  /** When it began and ended as far as is told; the end is null while it lasts. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/**
 * How a call went: wait = call to answer, talk = answer to hang-up; an inbound call hung up unanswered is abandoned.
 * Events may be late or out of order: an answer told after the hang-up still says that somebody answered, but a duration
 * between instants in the wrong order is not known and never guessed. A call without any event has no course.
 */
export function callCourse({ direction, newAt, answeredAt, hungUpAt, cause }: CallFacts): CallCourse | undefined {
  const told = [newAt, answeredAt, hungUpAt].filter((at) => at !== null);
  if (told.length === 0) return undefined;
  const isInOrder = told.every((at, n) => n === 0 || (told[n - 1] ?? at) <= at);
  return {
    state: stateOf({ direction, answeredAt, hungUpAt, cause }),
    waitSeconds: isInOrder && direction === 'in' ? secondsBetween(newAt, answeredAt ?? hungUpAt) : null,
    talkSeconds: isInOrder ? secondsBetween(answeredAt, hungUpAt) : null,
    startedAt: Math.min(...told),
    endedAt: hungUpAt === null ? null : Math.max(hungUpAt, ...told),
  };
}

function stateOf({ direction, answeredAt, hungUpAt, cause }: Omit<CallFacts, 'newAt'>): CallState {
  if (answeredAt !== null) return hungUpAt === null ? 'talking' : 'ended';
  if (hungUpAt === null) return 'ringing';
  if (cause === 'forwarded') return 'forwarded';
  return direction === 'in' ? 'abandoned' : 'unanswered';
}

const secondsBetween = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.round((to - from) / 1000);
