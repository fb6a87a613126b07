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

/** What our calls found before the customers complained, of all departments shown. */
export const caughtOf = (tiles: readonly BoardTile[]): { numerator: number; denominator: number } =>
  sumOf(tiles.map(({ caught }) => caught));

/** Satisfied answers about contacts, of all departments shown. */
export const satisfiedOf = (tiles: readonly BoardTile[]): { numerator: number; denominator: number } =>
  sumOf(tiles.map(({ satisfied }) => satisfied));

export const totalOf = (tiles: readonly BoardTile[]): { numerator: number; denominator: number } =>
  sumOf(tiles.map(({ figure: { numerator, denominator } }) => ({ numerator, denominator: denominator ?? 0 })));

const sumOf = (ratios: readonly { numerator: number; denominator: number }[]) =>
  ratios.reduce(
    (sum, next) => ({ numerator: sum.numerator + next.numerator, denominator: sum.denominator + next.denominator }),
    { numerator: 0, denominator: 0 },
  );
