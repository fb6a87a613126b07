import type { StateName } from '../ui/state/glyph.js';

const urgency: Record<StateName, number> = { alarm: 0, watch: 1, usual: 2, close: 2, stale: 2, none: 2 };

/** So many alarms are large, with their reason: more would leave no room for the others. */
const mostLarge = 2;

/** By state, then as they came: the order changes only when a state does. */
export const wallOrder = <Shown extends { state: StateName }>(tiles: readonly Shown[]): Shown[] =>
  tiles.toSorted((a, b) => urgency[a.state] - urgency[b.state]);

/** How many of those in order are large: alarms, two of them at most. */
export const largeCount = (tiles: readonly { readonly state: StateName }[]): number =>
  Math.min(mostLarge, tiles.filter(({ state }) => state === 'alarm').length);

/**
 * Columns that fill a wide screen evenly: one row up to three tiles, two up to eight, then three and more. A large tile
 * takes two columns of two rows.
 */
export function wallColumns(count: number, large = 0): number {
  const places = count + 3 * large;
  const fewest = large > 0 ? 2 : 1;
  const rows = Math.max(fewest, rowsFor(places));
  return Math.max(fewest, Math.ceil(places / rows));
}

const rowsFor = (count: number): number =>
  count <= 3 ? 1 : count <= 8 ? 2 : count <= 15 ? 3 : Math.ceil(Math.sqrt(count / 1.6));
