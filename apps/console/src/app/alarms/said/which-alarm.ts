import type { BoardAlarm, BoardTile } from '@forecall/contracts';

export interface TileAlarm {
  readonly tile: BoardTile;
  readonly alarm: BoardAlarm;
}

/**
 * The alarms of a board, the one to be looked at first in front: those that nobody has taken, the longest waiting first;
 * then those that somebody has, the newest first.
 */
export function alarmsOf(tiles: readonly BoardTile[]): TileAlarm[] {
  const all = tiles.flatMap((tile) => (tile.alarm ? [{ tile, alarm: tile.alarm }] : []));
  const [waiting, taken] = [
    all.filter(({ alarm }) => !alarm.takenBy),
    all.filter(({ alarm }) => alarm.takenBy),
  ] as const;
  const byRaised = (a: TileAlarm, b: TileAlarm) => a.alarm.raisedAt.localeCompare(b.alarm.raisedAt);
  return [...waiting.toSorted(byRaised), ...taken.toSorted((a, b) => byRaised(b, a))];
}
