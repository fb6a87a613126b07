import type { BoardTile } from '@forecall/contracts';
import { commonScale, type Scale } from '../ui/figure/whisker-geometry.js';

/**
 * Takes newer tiles into those on the screen. An older version is dropped; a tile keeps its place, and a department
 * that is new stands at the end until the board is loaded anew.
 */
export function withNewer(shown: readonly BoardTile[], came: readonly BoardTile[]): BoardTile[] {
  const newer = new Map(came.map((tile) => [tile.departmentId, tile]));
  const kept = shown.map((tile) => {
    const next = newer.get(tile.departmentId);
    newer.delete(tile.departmentId);
    return next && next.version >= tile.version ? next : tile;
  });
  return [...kept, ...newer.values()];
}

/** One scale for all that show a rate; one with too few contacts shows none, and stretches nothing. */
export const scaleOf = (tiles: readonly BoardTile[]): Scale =>
  commonScale(
    tiles
      .filter(({ standing }) => standing !== 'too-few')
      .map(({ figure, usual }) => ({ value: figure.value, high: figure.interval?.high, usual: usual?.value })),
  );

export function totalOf(tiles: readonly BoardTile[]): { numerator: number; denominator: number } {
  return tiles.reduce(
    (sum, { figure }) => ({
      numerator: sum.numerator + figure.numerator,
      denominator: sum.denominator + (figure.denominator ?? 0),
    }),
    { numerator: 0, denominator: 0 },
  );
}
