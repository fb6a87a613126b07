import type { BoardAlarm, BoardTile } from '@forecall/contracts';
import { alarmsOf } from './which-alarm.js';

const tile = (id: string, hour: number | null, isTaken = false): BoardTile => {
  const alarm =
    hour === null
      ? null
      : { id, raisedAt: `2026-11-23T${hour}:00:00.000Z`, takenBy: isTaken ? { id: 's', name: 'Zhao Min' } : null };
  return { departmentId: id, alarm } as BoardTile & { alarm: BoardAlarm | null };
};
const order = (...tiles: BoardTile[]) => alarmsOf(tiles).map(({ alarm }) => alarm.id);

describe('the alarm of a board that is looked at first', () => {
  it('is the newest that waits for somebody', () => {
    expect(order(tile('a', 11), tile('b', null), tile('c', 12), tile('d', 13, true))).toEqual(['c', 'a', 'd']);
  });

  it('is one of those that one leads, where one waits', () => {
    const tiles = [tile('a', 11), tile('b', 12), tile('c', 13, true)];
    const led = (id: string) => alarmsOf(tiles, new Set([id])).map(({ alarm }) => alarm.id);
    expect(led('a')).toEqual(['a', 'b', 'c']);
    expect(led('c')).toEqual(['b', 'a', 'c']);
  });

  it('is the newest where somebody has each', () => {
    expect(order(tile('a', 10, true), tile('b', 12, true), tile('c', 11, true))).toEqual(['b', 'c', 'a']);
  });

  it('is none where there are none', () => expect(order(tile('a', null))).toEqual([]));
});
