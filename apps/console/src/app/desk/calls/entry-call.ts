import type { DeskCall } from '@forecall/contracts';

/** What an entry keeps of its call. */
export type EntryCall = Pick<
  DeskCall,
  'id' | 'direction' | 'phone' | 'queue' | 'startedAt' | 'answeredAt' | 'endedAt' | 'waitSeconds' | 'talkSeconds'
>;

export const entryCall = (call: DeskCall): EntryCall => {
  const { id, direction, phone, queue, startedAt, answeredAt, endedAt, waitSeconds, talkSeconds } = call;
  return { id, direction, phone, queue, startedAt, answeredAt, endedAt, waitSeconds, talkSeconds };
};

interface Times {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly waitSeconds?: number | null;
  readonly talkSeconds?: number | null;
  readonly wrapSeconds?: number;
}

const secondsOfADay = 86_400;

/**
 * When a contact was, and how long its parts took; instants in ISO. A call ends when they hang up, what follows until the
 * saving is wrap-up; saved while they still talk, the talk is not known yet. Without a call: from the first key on.
 */
export function callTimes(call: EntryCall | null, startedAt: string, savedAt: string, isReached: boolean): Times {
  // All are UTC in ISO, so their texts sort as their times do.
  const earlier = (one: string, other: string) => (one < other ? one : other);
  if (!call) return { startedAt: earlier(startedAt, savedAt), endedAt: savedAt };
  const endedAt = call.endedAt === null ? savedAt : earlier(call.endedAt, savedAt);
  const wrapSeconds = Math.round((Date.parse(savedAt) - Date.parse(endedAt)) / 1000);
  return {
    startedAt: earlier(call.startedAt, endedAt),
    endedAt,
    ...(isReached && { waitSeconds: call.waitSeconds, talkSeconds: call.talkSeconds }),
    ...(call.endedAt !== null && { wrapSeconds: Math.min(wrapSeconds, secondsOfADay) }),
  };
}
