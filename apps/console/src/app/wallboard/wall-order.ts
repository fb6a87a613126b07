import type { StateName } from '../ui/state/glyph.js';

const urgency: Record<StateName, number> = { alarm: 0, watch: 1, usual: 2, close: 2, stale: 2, none: 2 };

/** By state, then as they came: the order changes only when a state does. */
export const wallOrder = <Shown extends { state: StateName }>(tiles: readonly Shown[]): Shown[] =>
  tiles.toSorted((a, b) => urgency[a.state] - urgency[b.state]);

/** Columns that fill a wide screen evenly: one row up to three tiles, two up to eight, then three and more. */
export function wallColumns(count: number): number {
  const rows = count <= 3 ? 1 : count <= 8 ? 2 : count <= 15 ? 3 : Math.ceil(Math.sqrt(count / 1.6));
  return Math.max(1, Math.ceil(count / rows));
}
