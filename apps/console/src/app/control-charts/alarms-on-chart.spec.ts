import { alarmsOnChart } from './alarms-on-chart.js';

const day = (from: string, to: string) =>
  ({ from, to, value: 0.02, numerator: 1, denominator: 50 }) as Parameters<typeof alarmsOnChart>[1]['points'][number];
const chart = { zone: 'Asia/Shanghai', points: [day('2026-11-16', '2026-11-17'), day('2026-11-17', '2026-11-18')] };
const alarm = (changes: object) => ({
  ...{ id: 'a', state: 'open' as const, raisedAt: '2026-11-16T06:00:00Z', since: '2026-11-16T04:00:00Z' },
  ...{ until: '2026-11-17T01:00:00Z', ebbedAt: null, endedAt: null },
  ...changes,
});
const at = (time: string) => Date.parse(`${time}Z`);

describe('alarms on a chart', () => {
  it('stand at the local time of their day, from the change on to where they ended', () => {
    expect(alarmsOnChart([alarm({})], chart)).toEqual([
      { id: 'a', from: at('2026-11-16T12:00'), raisedAt: at('2026-11-16T14:00'), to: at('2026-11-17T09:00') },
    ]);
    const ended = alarm({ state: 'explained', ebbedAt: '2026-11-16T15:00:00Z', endedAt: '2026-11-16T10:00:00Z' });
    expect(alarmsOnChart([ended], chart)).toMatchObject([{ to: at('2026-11-16T18:00') }]);
  });

  it('end with the chart, and are not there where they lie outside or were false', () => {
    const before = { raisedAt: '2026-11-01T00:00:00Z', since: '2026-10-31T00:00:00Z' };
    expect(alarmsOnChart([alarm({ ...before, until: '2026-12-01T00:00:00Z' })], chart)).toEqual([
      { id: 'a', from: at('2026-11-16T00:00'), raisedAt: at('2026-11-16T00:00'), to: at('2026-11-18T00:00') },
    ]);
    expect(alarmsOnChart([alarm({ ...before, until: '2026-11-02T00:00:00Z' })], chart)).toEqual([]);
    expect(alarmsOnChart([alarm({ state: 'false' })], chart)).toEqual([]);
    expect(alarmsOnChart([alarm({})], { ...chart, points: [] })).toEqual([]);
  });
});
