import type { BoardTile } from '@forecall/contracts';
import type { StateName } from '../ui/state/glyph.js';

/** From so much of what raises an alarm on, one watches. */
const watchEvidence = 0.5;

const ofStanding: Record<BoardTile['standing'], StateName> = {
  above: 'watch',
  usual: 'usual',
  below: 'usual',
  'too-few': 'none',
  'no-usual-level': 'none',
};

type Judged = Pick<BoardTile, 'standing' | 'evidence' | 'alarm'>;

/**
 * How a tile stands: by the evidence of its alarm, contact by contact. Where nothing is watched (too little past yet, or
 * counted by the department that handled) by its rate against the limits. An alarm stays one however few contacts there are.
 */
export function tileStanding({ standing, evidence, alarm }: Judged): StateName {
  if (alarm) return 'alarm';
  if (standing === 'too-few' || evidence === null) return ofStanding[standing];
  return evidence >= watchEvidence ? 'watch' : 'usual';
}

/** How a tile looks; old figures look old whatever they say. */
export const tileState = (tile: Judged, isStale: boolean): StateName => (isStale ? 'stale' : tileStanding(tile));

/** The key of the state's word; where nothing is watched, of how the rate stands to the usual level. */
export function standingKey({ standing, evidence, alarm }: Judged): string {
  if (alarm) return 'board.state.alarm';
  if (evidence === null) return `board.standing.${standing}`;
  return evidence >= watchEvidence ? 'board.state.watch' : 'board.state.usual';
}
