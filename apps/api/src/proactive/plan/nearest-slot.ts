import type { Span } from '@forecall/domain';

export interface FreeSlot {
  readonly atMs: number;
  readonly isInWindow: boolean;
}

/**
 * The slot nearest to a time among those in which the caller works and has no call, after a moment: of those in which
 * they can be called if there is one, else of all. Of two that are as near the earlier.
 */
export function nearestSlot(
  wantedMs: number,
  {
    hours,
    windows,
    taken,
    slotMs,
    afterMs,
  }: {
    readonly hours: readonly Span[];
    readonly windows: readonly Span[];
    readonly taken: ReadonlySet<number>;
    readonly slotMs: number;
    readonly afterMs: number;
  },
): FreeSlot | undefined {
  const free = hours
    .flatMap((span) => slotsWithin(span, slotMs))
    .filter((atMs) => atMs >= afterMs && !taken.has(atMs))
    .toSorted((a, b) => Math.abs(a - wantedMs) - Math.abs(b - wantedMs) || a - b);
  const isIn = (atMs: number) => windows.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const inWindow = free.find(isIn);
  const atMs = inWindow ?? free[0];
  return atMs === undefined ? undefined : { atMs, isInWindow: inWindow !== undefined };
}

function slotsWithin({ fromMs, toMs }: Span, slotMs: number): number[] {
  const first = Math.ceil(fromMs / slotMs);
  const count = Math.max(0, Math.floor(toMs / slotMs) - first);
  return Array.from({ length: count }, (_, n) => (first + n) * slotMs);
}
