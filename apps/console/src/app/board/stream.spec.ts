import type { StreamEntry } from '@forecall/contracts';
import { streamFrom, withArrived } from './stream.js';

const entry = (scope: string, n: number, endedAt = '2026-11-23T06:34:30.000Z'): StreamEntry => ({
  scope,
  n,
  complaintId: null,
  number: null,
  receivedAt: '2026-11-23T06:30:08.000Z',
  endedAt,
  departmentId: scope,
  department: null,
  reason: null,
  channel: 'phone',
  account: null,
  isWithinScope: false,
});

describe('the stream of complaints', () => {
  const start = streamFrom({ entries: [entry('a', 4)], lastOf: { a: 4, b: 9 }, outsideScope: 0 });

  it('takes the next of each scope on top', () => {
    const next = withArrived(start, entry('b', 10));
    expect(next?.entries.map(({ scope, n }) => `${scope}${n}`)).toEqual(['b10', 'a4']);
  });

  it('puts what was logged late where its time is', () => {
    const next = withArrived(withArrived(start, entry('b', 10, '2026-11-23T06:20:00.000Z'))!, entry('a', 5));
    expect(next?.entries.map(({ scope, n }) => `${scope}${n}`)).toEqual(['a5', 'a4', 'b10']);
  });

  it('sees a gap', () => {
    expect(withArrived(start, entry('a', 6))).toBeNull();
  });

  it('takes the first of a scope that was silent so far', () => {
    expect(withArrived(start, entry('c', 1))?.lastOf['c']).toBe(1);
    expect(withArrived(start, entry('c', 2))).toBeNull();
  });

  it('ignores what it has', () => {
    expect(withArrived(start, entry('a', 4))).toBe(start);
  });

  it('keeps the newest fifty', () => {
    let state = start;
    for (let n = 5; n < 80; n++) state = withArrived(state, entry('a', n)) ?? state;
    expect(state.entries).toHaveLength(50);
    expect(state.entries[0]?.n).toBe(79);
  });
});
