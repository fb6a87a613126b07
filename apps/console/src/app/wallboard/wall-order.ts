import type { StateName } from '../ui/state/glyph.js';

const urgency: Record<StateName, number> = { alarm: 0, watch: 1, usual: 2, close: 2, stale: 2, none: 2 };

/** By state, then as they came: the order changes only when a state does. */
export const wallOrder = <Shown extends { state: StateName }>(tiles: readonly Shown[]): Shown[] =>
  tiles.toSorted((a, b) => urgency[a.state] - urgency[b.state]);
