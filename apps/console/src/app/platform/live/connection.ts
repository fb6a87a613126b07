/** Beats come every 2 s: two missed ones are no chance. */
export const reconnectingAfterMilliseconds = 5_000;
export const reopenAfterMilliseconds = 10_000;
export const offlineAfterMilliseconds = 30_000;

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

/**
 * What the screen says of the connection. The age counts from the last beat, or from the start while none has come.
 */
export function connectionState(ageMilliseconds: number, hasBeaten: boolean): ConnectionState {
  if (ageMilliseconds >= offlineAfterMilliseconds) return 'offline';
  if (ageMilliseconds >= reconnectingAfterMilliseconds) return 'reconnecting';
  return hasBeaten ? 'live' : 'connecting';
}

/**
 * Whether a silent socket is to be closed and opened again: a cut line is often noticed by nobody else for minutes.
 * After one try the next gets as long.
 */
export const shouldReopen = (sinceBeatMilliseconds: number, sinceReopenMilliseconds: number): boolean =>
  Math.min(sinceBeatMilliseconds, sinceReopenMilliseconds) >= reopenAfterMilliseconds;
