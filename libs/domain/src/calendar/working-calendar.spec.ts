import {
  type CalendarLayer,
  type DatedDay,
  dayPlan,
  type LeaveTime,
  type WorkingCalendar,
} from './working-calendar.js';
import {
  halvesOf,
  hoursText,
  intervalsFault,
  minuteOfTime,
  readHours,
  type LocalInterval,
  type WorkingWeek,
} from './working-week.js';

const h = (from: number, to: number): LocalInterval => ({ fromMinute: from * 60, toMinute: to * 60 });
const office = [h(9, 12), h(13, 18)];
const week: WorkingWeek = [office, office, office, office, office, [], []];
const always: WorkingWeek = Array.from({ length: 7 }, () => [h(8, 22)]);

const layer = (set: Partial<CalendarLayer> = {}, ...days: DatedDay[]): CalendarLayer => ({
  ...set,
  days: new Map(days.map((dated) => [dated.day, dated])),
});
const calendar = (layers: CalendarLayer[], ...leaves: LeaveTime[]): WorkingCalendar => ({
  zone: 'Asia/Shanghai',
  layers,
  leaves,
});
const hours = (layers: CalendarLayer[], day: string, ...leaves: LeaveTime[]) =>
  dayPlan(calendar(layers, ...leaves), day).intervals.map(({ fromMinute, toMinute }) => [
    fromMinute / 60,
    toMinute / 60,
  ]);

// China's spring festival of 2026, as the State Council set it.
const organisation = layer(
  { week },
  { day: '2026-02-14', kind: 'make-up' },
  { day: '2026-02-16', kind: 'holiday' },
  { day: '2026-02-26', kind: 'closed' },
  { day: '2026-03-07', kind: 'open', intervals: [h(10, 14)] },
);

describe('the plan of a day', () => {
  it.each([
    [
      'a Friday has the hours of its weekday',
      '2026-02-13',
      [
        [9, 12],
        [13, 18],
      ],
    ],
    ['a Sunday has none', '2026-02-22', []],
    ['a holiday has none', '2026-02-16', []],
    [
      'a make-up workday on a Saturday has the hours of Monday',
      '2026-02-14',
      [
        [9, 12],
        [13, 18],
      ],
    ],
    ['a closed day has none', '2026-02-26', []],
    ['an open day has its own', '2026-03-07', [[10, 14]]],
  ])('%s', (_, day, expected) => {
    expect(hours([organisation], day)).toEqual(expected);
  });

  it('comes from the nearest owner that says something', () => {
    const department = layer({ week: always });
    const staff = layer({}, { day: '2026-02-16', kind: 'open', intervals: [h(9, 11)] });
    expect(hours([department, organisation], '2026-02-13')).toEqual([[8, 22]]);
    expect(hours([department, organisation], '2026-02-16')).toEqual([]);
    expect(hours([staff, department, organisation], '2026-02-16')).toEqual([[9, 11]]);
    expect(dayPlan(calendar([staff, department, organisation]), '2026-02-13').layer).toBe(1);
    expect(dayPlan(calendar([staff, department, organisation]), '2026-02-14')).toMatchObject({
      layer: 2,
      intervals: [h(8, 22)],
    });
  });

  it('does not know the holidays of the organisation where they are not kept, but what is closed is closed', () => {
    const department = layer({ week: always, keepsHolidays: false });
    expect(hours([department, organisation], '2026-02-16')).toEqual([[8, 22]]);
    expect(hours([department, organisation], '2026-02-26')).toEqual([]);
    expect(hours([layer({ keepsHolidays: true }), department, organisation], '2026-02-16')).toEqual([]);
    expect(hours([layer({ week, keepsHolidays: false }), department, organisation], '2026-02-14')).toEqual([]);
  });

  it('has no hours where nobody says anything', () => {
    expect(hours([layer()], '2026-02-13')).toEqual([]);
    expect(hours([], '2026-02-13')).toEqual([]);
  });

  it('loses what is taken as leave: whole days, and halves split at lunch', () => {
    const leave: LeaveTime = { from: '2026-03-10', to: '2026-03-12', fromMidday: true, untilMidday: true };
    expect(hours([organisation], '2026-03-09', leave)).toEqual([
      [9, 12],
      [13, 18],
    ]);
    expect(hours([organisation], '2026-03-10', leave)).toEqual([[9, 12]]);
    expect(hours([organisation], '2026-03-11', leave)).toEqual([]);
    expect(hours([organisation], '2026-03-12', leave)).toEqual([[13, 18]]);
    const morning: LeaveTime = { from: '2026-03-10', to: '2026-03-10', untilMidday: true };
    expect(hours([organisation], '2026-03-10', morning)).toEqual([[13, 18]]);
    const afternoon: LeaveTime = { from: '2026-03-10', to: '2026-03-10', fromMidday: true };
    expect(hours([organisation], '2026-03-10', morning, afternoon)).toEqual([]);
    expect(dayPlan(calendar([organisation], morning), '2026-03-10').leave).toBe(morning);
  });
});

describe('the hours of a day', () => {
  it.each([
    ['at its longest gap', [h(9, 10), h(10.25, 12), h(13, 18)], [h(9, 10), h(10.25, 12)], [h(13, 18)]],
    ['in the middle where there is none', [h(8, 16)], [h(8, 12)], [h(12, 16)]],
    ['to nothing where there are none', [], [], []],
  ])('are halved %s', (_, intervals, first, second) => {
    expect(halvesOf(intervals)).toEqual({ first, second });
  });

  it('are in order and apart', () => {
    expect(intervalsFault([h(9, 12), h(12, 24)])).toBeUndefined();
    expect(intervalsFault([h(9, 12), h(11, 18)])).toBe('intervals-overlap');
    expect(intervalsFault([h(13, 18), h(9, 12)])).toBe('intervals-overlap');
    expect(intervalsFault([h(9, 9)])).toBe('interval-empty');
    expect(intervalsFault([h(18, 25)])).toBe('interval-empty');
  });

  it('are written as clocks show them', () => {
    expect(hoursText([h(9, 12.5), h(13, 24)])).toBe('09:00–12:30, 13:00–24:00');
    expect(['00:00', '9:05', '24:00', '24:01', '12:60', 'noon'].map(minuteOfTime)).toEqual([
      ...[0, 545, 1440, undefined, undefined, undefined],
    ]);
  });

  it.each([
    ['9-12, 13:00–18:30', [h(9, 12), h(13, 18.5)]],
    ['09:00～24:00', [h(9, 24)]],
    ['8至12、13：30至17', [h(8, 12), h(13.5, 17)]],
    [' ', []],
    ['9', undefined],
    ['9-12-13', undefined],
    ['13-18, 9-12', undefined],
    ['9-25', undefined],
    ['from nine', undefined],
  ])('are read as people type them: %s', (text, expected) => {
    expect(readHours(text)).toEqual(expected);
  });
});
