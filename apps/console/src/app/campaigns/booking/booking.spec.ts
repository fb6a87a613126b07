import type { BookingWeek } from '@forecall/contracts';
import { stepTarget, type Target } from './holding.js';
import { axisOf, daysOfWeek, examBeside, type ExamInWeek } from './week-lanes.js';

const zone = 'Asia/Shanghai';
const at = (day: number, time: string) => `2026-11-${day}T${time}:00+08:00`;
const anExam = (id: string, startsAt: string, assessor: string, second: string | null = null) =>
  ({
    ...{ id, startsAt, minutes: 45, state: 'booked', assessor: { id: assessor, name: assessor } },
    second: second && { id: second, name: second },
  }) as unknown as ExamInWeek;
const anAssessor = (id: string) => ({
  ...{ staff: { id, name: id }, exams: 0, leave: id === 'b' ? ['2026-11-25'] : [] },
  hours: [23, 24, 25, 26, 27].map((day) => ({ from: at(day, '09:00'), to: at(day, '17:30') })),
});
const week = {
  from: '2026-11-23',
  assessors: [anAssessor('a'), anAssessor('b')],
  exams: [
    anExam('one', at(23, '09:00'), 'a'),
    anExam('two', at(23, '09:15'), 'a', 'b'),
    anExam('three', at(23, '10:30'), 'a'),
    anExam('four', at(24, '10:15'), 'b'),
  ],
} as unknown as BookingWeek;
const days = daysOfWeek(week, zone);

describe('the week of exams', () => {
  it('has a lane for each assessor on each day on which somebody works, second assessors theirs', () => {
    expect(days.map(({ day, exams }) => `${day} ${exams}`)).toEqual([
      ...['2026-11-23 3', '2026-11-24 1', '2026-11-25 0', '2026-11-26 0', '2026-11-27 0'],
    ]);
    const [a, b] = days[0]?.lanes ?? [];
    expect(a?.blocks.map(({ exam, from, to, row }) => [exam.id, from, to, row])).toEqual([
      ...[['one', 540, 585, 0] as const, ['two', 555, 600, 1] as const, ['three', 630, 675, 0] as const],
    ]);
    expect(a?.rows).toBe(2);
    expect(b?.blocks.map(({ exam, isSecond }) => [exam.id, isSecond])).toEqual([['two', true]]);
    expect(days.map(({ lanes }) => lanes[1]?.isOnLeave)).toEqual([false, false, true, false, false]);
    expect(axisOf(days)).toEqual({ from: 540, to: 1080 });
    const saturday = { ...week, exams: [anExam('five', at(28, '08:10'), 'a')] };
    expect(daysOfWeek(saturday, zone).map(({ day }) => day.slice(-2))).toEqual(['23', '24', '25', '26', '27', '28']);
    expect(axisOf(daysOfWeek(saturday, zone)).from).toBe(480);
  });

  it('is walked by arrows: along a lane, and to the nearest of the next lane that has any', () => {
    const walk = (id: string, key: string) => examBeside(days, id, key);
    expect(walk('one', 'ArrowRight')).toBe('two');
    expect(walk('one', 'ArrowLeft')).toBeUndefined();
    expect(walk('three', 'ArrowDown')).toBe('four');
    expect(walk('four', 'ArrowUp')).toBe('three');
    expect(walk('four', 'ArrowDown')).toBeUndefined();
  });
});

describe('an exam that is moved by key', () => {
  const friday: Target = { day: '2026-11-27', assessorId: 'a', minute: 550 };
  const bounds = {
    ...{ assessorIds: ['a', 'b'], first: '2026-11-26', last: '2026-12-01', minutes: 45, hasWeekends: false },
  };
  const step = (target: Target, key: string, withShift = false, more = {}) => {
    const { day, assessorId, minute } = stepTarget(target, key, withShift, { ...bounds, ...more });
    return `${day.slice(-2)} ${assessorId} ${minute}`;
  };

  it('goes on by a quarter of an hour, an assessor, a working day, and not beyond what may be', () => {
    expect(step(friday, 'ArrowRight')).toBe('27 a 570');
    expect(step({ ...friday, minute: 0 }, 'ArrowLeft')).toBe('27 a 0');
    expect(step({ ...friday, minute: 1_395 }, 'ArrowRight')).toBe('27 a 1395');
    expect(step(friday, 'ArrowDown')).toBe('27 b 550');
    expect(step({ ...friday, assessorId: 'b' }, 'ArrowDown')).toBe('30 a 550');
    expect(step(friday, 'ArrowUp')).toBe('26 b 550');
    expect(step(friday, 'ArrowRight', true)).toBe('30 a 550');
    expect(step(friday, 'ArrowRight', true, { hasWeekends: true })).toBe('28 a 550');
    expect(step({ ...friday, day: '2026-11-26' }, 'ArrowLeft', true)).toBe('26 a 550');
    expect(step({ ...friday, day: '2026-12-01', assessorId: 'b' }, 'ArrowDown')).toBe('01 b 550');
  });
});
