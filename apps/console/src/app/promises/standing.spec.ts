import { isOpenStanding, promiseStandings, standingOf } from './standing.js';

const nowMs = Date.parse('2026-11-28T08:00:00Z');
const due = (dueAt: string) => ({ dueAt, state: 'open' as const, brokenAt: null });

describe('how a promise stands', () => {
  it.each([
    ['2026-11-30T08:00:00Z', 'open'],
    ['2026-11-29T08:00:00Z', 'soon'],
    ['2026-11-28T08:00:00Z', 'soon'],
    ['2026-11-28T07:59:59Z', 'late'],
  ])('due %s it is %s', (dueAt, standing) => expect(standingOf(due(dueAt), nowMs)).toBe(standing));

  it('is late only while it is open', () => {
    const over = { dueAt: '2026-11-20T08:00:00Z', brokenAt: null };
    expect((['kept', 'kept-late', 'void'] as const).map((state) => standingOf({ ...over, state }, nowMs))).toEqual([
      'kept',
      'kept-late',
      'void',
    ]);
    // What the server told before it was due is late by the clock of the reader.
    expect(standingOf({ ...over, state: 'open' }, nowMs)).toBe('late');
    expect(standingOf({ ...over, state: 'broken' }, nowMs)).toBe('late');
    expect(standingOf({ ...over, state: 'broken', brokenAt: over.dueAt }, nowMs)).toBe('broken');
    expect(promiseStandings.filter(isOpenStanding)).toEqual(['open', 'soon', 'late']);
  });
});
