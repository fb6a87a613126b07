import type { BoardTile } from '@forecall/contracts';
import type { StateName } from '../ui/state/glyph.js';

const states: Record<BoardTile['standing'], StateName> = {
  // Until there are alarms, a rate beyond its limit is drawn as watch.
  above: 'watch',
  usual: 'usual',
  below: 'usual',
  'too-few': 'none',
  'no-usual-level': 'none',
};

/** How a tile looks; old figures look old whatever they say. */
export const tileState = (standing: BoardTile['standing'], isStale: boolean): StateName =>
  isStale ? 'stale' : states[standing];
