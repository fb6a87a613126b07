import type { BoardAlarm, BoardTile } from '@forecall/contracts';
import { standingKey, tileState } from './tile-state.js';

const alarm = { id: 'a' } as BoardAlarm;
const tile = (told: Partial<BoardTile> = {}) =>
  ({ standing: 'usual', evidence: null, alarm: null, ...told }) as Pick<BoardTile, 'standing' | 'evidence' | 'alarm'>;

describe('the state of a tile', () => {
  it('comes from the evidence where the department is watched, whatever the rate says', () => {
    expect(tileState(tile({ evidence: 0.49, standing: 'above' }), false)).toBe('usual');
    expect(tileState(tile({ evidence: 0.5, standing: 'below' }), false)).toBe('watch');
    expect(standingKey(tile({ evidence: 0.5, standing: 'below' }))).toBe('board.state.watch');
    expect(tileState(tile({ evidence: 0, standing: 'no-usual-level' }), false)).toBe('usual');
  });

  it('comes from the rate where nothing is watched', () => {
    expect(tileState(tile({ standing: 'above' }), false)).toBe('watch');
    expect(standingKey(tile({ standing: 'above' }))).toBe('board.standing.above');
    expect(tileState(tile({ standing: 'no-usual-level' }), false)).toBe('none');
  });

  it('is not known of too few contacts; an alarm stays one all the same', () => {
    expect(tileState(tile({ standing: 'too-few', evidence: 0.9 }), false)).toBe('none');
    expect(tileState(tile({ standing: 'too-few', evidence: 1, alarm }), false)).toBe('alarm');
    // The evidence of one that goes on may fall meanwhile.
    expect(standingKey(tile({ evidence: 0.2, alarm }))).toBe('board.state.alarm');
  });

  it('is old when the line is cut, an alarm too', () => {
    expect(tileState(tile({ evidence: 1, alarm }), true)).toBe('stale');
  });
});
