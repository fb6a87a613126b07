import { askedPeriod } from './asked-period.js';

const zone = 'Asia/Shanghai';
const iso = ({ from, to, isOneDay }: ReturnType<typeof askedPeriod>) => [
  from.toISOString(),
  to.toISOString(),
  isOneDay,
];

describe('the period that a figure was asked for', () => {
  it('begins a bare date at its midnight in the zone of the organisation', () => {
    expect(iso(askedPeriod({ from: '2026-11-28', to: '2026-11-29' }, zone))).toEqual([
      '2026-11-27T16:00:00.000Z',
      '2026-11-28T16:00:00.000Z',
      true,
    ]);
  });

  it('takes instants as they are, and knows whether they lie in one day', () => {
    const [from, to] = ['2026-11-28T15:30:00.000Z', '2026-11-28T16:30:00.000Z'];
    expect(iso(askedPeriod({ from, to }, zone))).toEqual([from, to, false]);
    expect(askedPeriod({ from, to: '2026-11-28T16:00:00.000Z' }, zone).isOneDay).toBe(true);
    expect(askedPeriod({ from: '2026-11-22', to: '2026-11-29' }, zone).isOneDay).toBe(false);
  });
});
