import { boardPeriods, partsByDay, usualLevel } from './board-periods.js';
import { boardWindows } from './board-window.js';

const iso = ({ from, to }: { from: Date; to: Date }) => `${from.toISOString()} ${to.toISOString()}`;
const zone = 'Europe/Berlin';

describe('the periods of a board', () => {
  it('counts an hour in whole minutes with the running one last', () => {
    const { current, weekBefore, quarter } = boardPeriods('h1', new Date('2026-11-23T14:30:12Z'), zone);
    expect(iso(current)).toBe('2026-11-23T13:31:00.000Z 2026-11-23T14:31:00.000Z');
    expect(iso(weekBefore)).toBe('2026-11-16T13:31:00.000Z 2026-11-16T14:31:00.000Z');
    expect(iso(quarter)).toBe('2026-11-23T14:30:00.000Z 2026-11-23T14:45:00.000Z');
  });

  it('begins days at local midnight, on the day clocks change as well', () => {
    const { current, weekBefore } = boardPeriods('today', new Date('2026-03-29T12:00:30Z'), zone);
    expect(iso(current)).toBe('2026-03-28T23:00:00.000Z 2026-03-29T12:01:00.000Z');
    // A week before, the same local times lie an hour later in UTC.
    expect(iso(weekBefore)).toBe('2026-03-21T23:00:00.000Z 2026-03-22T13:01:00.000Z');
    expect(boardPeriods('d7', new Date('2026-03-29T12:00:30Z'), zone).current.from.toISOString()).toBe(
      '2026-03-22T23:00:00.000Z',
    );
  });

  it.each(boardWindows)('%s: the past periods lie before the current one and do not overlap', (window) => {
    const { current, usual, earlier } = boardPeriods(window, new Date('2026-11-23T14:30:12Z'), zone);
    for (const list of [usual, earlier]) {
      const ordered = [...list].sort((a, b) => a.from.getTime() - b.from.getTime());
      ordered.forEach((period, index) => {
        const next = ordered[index + 1]?.from ?? current.from;
        expect(period.to.getTime()).toBeLessThanOrEqual(next.getTime());
      });
    }
    expect(earlier).toHaveLength(8);
  });
});

describe('the parts of a period by day', () => {
  it('are cut at local midnight, on the day clocks change as well', () => {
    const period = { from: new Date('2026-03-28T21:30:00Z'), to: new Date('2026-03-29T23:00:00Z') };
    expect(partsByDay(period, zone).map((part) => `${part.day} ${iso(part)}`)).toEqual([
      '2026-03-28 2026-03-28T21:30:00.000Z 2026-03-28T23:00:00.000Z',
      '2026-03-29 2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z',
      '2026-03-30 2026-03-29T22:00:00.000Z 2026-03-29T23:00:00.000Z',
    ]);
    expect(partsByDay({ from: period.from, to: period.from }, zone)).toEqual([]);
  });
});

describe('the usual level', () => {
  it('is the ratio of sums of the same weekdays, else of the last 28 days, else unknown', () => {
    expect(usualLevel({ numerator: 10, denominator: 500 }, { numerator: 1, denominator: 900 })).toEqual({
      value: 0.02,
      basis: 'same weekdays',
      n: 500,
    });
    expect(usualLevel({ numerator: 10, denominator: 499 }, { numerator: 9, denominator: 900 })).toEqual({
      value: 0.01,
      basis: 'last 28 days',
      n: 900,
    });
    expect(usualLevel({ numerator: 10, denominator: 499 }, { numerator: 9, denominator: 499 })).toBeNull();
  });
});
