import type { FigureReply } from '@forecall/contracts';
import {
  axisAround,
  dayMilliseconds,
  daysOf,
  gathered,
  onDay,
  quarterMilliseconds,
  stretchMilliseconds,
  stretchRate,
  sumOf,
  withGrowth,
  withLive,
} from './stretches.js';

const quarter = (time: string, numerator: number, denominator: number) => ({
  from: `2026-11-23T${time}:00.000Z`,
  numerator,
  denominator,
});

describe('the quarter-hours of the day', () => {
  it('take the live one in place of the loaded one, in order', () => {
    const loaded = [quarter('08:00', 1, 20), quarter('08:15', 0, 3)];
    const live = new Map([quarter('08:15', 2, 9), quarter('08:30', 0, 1)].map((one) => [one.from, one]));
    expect(withLive(loaded, live)).toEqual([quarter('08:00', 1, 20), quarter('08:15', 2, 9), quarter('08:30', 0, 1)]);
  });

  it('leave out what is empty', () => {
    const live = new Map([[quarter('08:30', 0, 0).from, quarter('08:30', 0, 0)]]);
    expect(withLive([quarter('08:00', 0, 0)], live)).toEqual([]);
  });

  it('have a rate from five contacts on', () => {
    expect(stretchRate(quarter('08:00', 1, 4))).toBeNull();
    expect(stretchRate(quarter('08:00', 1, 5))).toBe(0.2);
  });

  it('of last week stand at the same distance from midnight', () => {
    const before = [{ from: '2026-11-16T08:00:00.000Z', numerator: 1, denominator: 10 }];
    expect(onDay(before, '2026-11-15T16:00:00.000Z', '2026-11-22T16:00:00.000Z')[0]?.from).toBe(
      '2026-11-23T08:00:00.000Z',
    );
  });

  it('stand on an axis to the end of the day, of eight hours at least', () => {
    const endOfDay = new Date('2026-11-23T16:00:00Z');
    expect(axisAround([], quarterMilliseconds, endOfDay)).toBeNull();
    expect(axisAround([quarter('01:15', 1, 5), quarter('03:45', 1, 5)], quarterMilliseconds, endOfDay)).toEqual({
      from: new Date('2026-11-23T01:00:00Z'),
      to: endOfDay,
    });
    expect(axisAround([quarter('12:15', 1, 5)], quarterMilliseconds, endOfDay)?.from).toEqual(
      new Date('2026-11-23T08:00:00Z'),
    );
  });

  it('are gathered to hours where most have too few contacts for a rate', () => {
    const many = [quarter('08:00', 1, 20), quarter('08:15', 0, 9), quarter('08:30', 0, 2)];
    const few = [quarter('08:00', 1, 3), quarter('08:15', 0, 2), quarter('08:30', 1, 9), quarter('09:45', 0, 1)];
    expect(stretchMilliseconds(many)).toBe(15 * 60_000);
    expect(stretchMilliseconds(few)).toBe(60 * 60_000);
    expect(gathered(few, stretchMilliseconds(few))).toEqual([quarter('08:00', 2, 14), quarter('09:00', 0, 1)]);
    expect(sumOf(few)).toEqual({ numerator: 2, denominator: 15 });
  });
});

describe('the days of a longer period', () => {
  const by = (day: string, numerator: number, denominator: number) =>
    ({ keys: [day], figure: { numerator, denominator } }) as unknown as FigureReply['groups'][number];
  const reply = { groups: [by('2026-11-22', 1, 40), by('2026-11-23', 3, 50)] } as unknown as FigureReply;

  it('begin at midnight in the zone and fill the axis', () => {
    const days = daysOf(reply, '2026-11-23', 'Asia/Shanghai');
    expect(days.map(({ from }) => from)).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z']);
    expect(axisAround(days, dayMilliseconds, new Date(0))).toEqual({
      from: new Date('2026-11-21T16:00:00Z'),
      to: new Date('2026-11-23T16:00:00Z'),
    });
  });

  it('have the newest grow with what came since they were loaded', () => {
    const days = daysOf(reply, '2026-11-23', 'Asia/Shanghai');
    expect(withGrowth(days, { numerator: 1, denominator: 7 })).toEqual([
      days[0],
      { ...days[1], numerator: 4, denominator: 57 },
    ]);
  });

  it('have the newest also before its first contact', () => {
    const days = daysOf(reply, '2026-11-24', 'Asia/Shanghai');
    expect(withGrowth(days, { numerator: 0, denominator: 0 })).toEqual(days.slice(0, 2));
    expect(withGrowth(days, { numerator: 0, denominator: 1 })).toEqual([
      ...days.slice(0, 2),
      { from: '2026-11-23T16:00:00.000Z', numerator: 0, denominator: 1 },
    ]);
  });
});
