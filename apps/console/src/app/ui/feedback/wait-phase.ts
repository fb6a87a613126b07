export type WaitPhase = 'quiet' | 'skeleton' | 'still';

export const skeletonAfterMilliseconds = 300;
export const stillAfterMilliseconds = 4_000;

/** What stands in place of something that has been loading for so long; after 10 s the request itself fails. */
export function waitPhase(elapsedMilliseconds: number): WaitPhase {
  if (elapsedMilliseconds >= stillAfterMilliseconds) return 'still';
  return elapsedMilliseconds >= skeletonAfterMilliseconds ? 'skeleton' : 'quiet';
}
