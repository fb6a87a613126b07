import type { BoardAlarm, BoardTile } from '@forecall/contracts';

export interface TileAlarm {
  readonly tile: BoardTile;
  readonly alarm: BoardAlarm;
}

/**
 * The alarms of a board, the one to be looked at first in front: those that nobody has taken before the others; among them
 * those of the departments that one leads, then the newest.
 */
export function alarmsOf(tiles: readonly BoardTile[], led: ReadonlySet<string> = new Set()): TileAlarm[] {
  const all = tiles.flatMap((tile) => (tile.alarm ? [{ tile, alarm: tile.alarm }] : []));
  const rank = ({ tile, alarm }: TileAlarm) => (alarm.takenBy ? 2 : 0) + (led.has(tile.departmentId) ? 0 : 1);
  return all.toSorted((a, b) => rank(a) - rank(b) || b.alarm.raisedAt.localeCompare(a.alarm.raisedAt));
}
