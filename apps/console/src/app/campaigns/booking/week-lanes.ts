import type { BookingWeek } from '@forecall/contracts';
import { addDays, weekdayOf } from '@forecall/domain';
import { minuteIn, type Stretch } from '../../ui/chart/hours-axis.js';

export type ExamInWeek = BookingWeek['exams'][number];
type Assessor = BookingWeek['assessors'][number];

/** An exam as it is drawn. */
export interface ExamBlock extends Stretch {
  readonly exam: ExamInWeek;
  /** The row within the lane, from 0. */
  readonly row: number;
  /** In the lane of the second assessor: the exam itself stands in that of the first. */
  readonly isSecond: boolean;
}

/** One assessor on one day. */
export interface Lane {
  readonly staff: Assessor['staff'];
  readonly hours: readonly Stretch[];
  readonly isOnLeave: boolean;
  readonly blocks: readonly ExamBlock[];
  readonly rows: number;
}

export interface DayOfWeek {
  readonly day: string;
  readonly lanes: readonly Lane[];
  readonly exams: number;
}

const usualAxis: Stretch = { from: 9 * 60, to: 18 * 60 };
const hour = 60;

/** The days of a week, each with a lane for every assessor; of the weekend those on which somebody works or examines. */
export function daysOfWeek({ from, assessors, exams }: BookingWeek, zone: string): DayOfWeek[] {
  return Array.from({ length: 7 }, (_, n) => addDays(from, n)).flatMap((day) => {
    const lanes = assessors.map((assessor) => laneOf(day, assessor, exams, zone));
    const count = lanes.reduce((sum, { blocks }) => sum + blocks.filter(({ isSecond }) => !isSecond).length, 0);
    const isShown = weekdayOf(day) < 5 || count > 0 || lanes.some(({ hours }) => hours.length > 0);
    return isShown ? [{ day, lanes, exams: count }] : [];
  });
}

function laneOf(day: string, { staff, hours, leave }: Assessor, exams: readonly ExamInWeek[], zone: string): Lane {
  const ends: number[] = [];
  const blocks = exams
    .filter(({ assessor, second }) => assessor.id === staff.id || second?.id === staff.id)
    .map((exam) => ({ exam, from: minuteIn(day, exam.startsAt, zone) }))
    .filter(({ from }) => from >= 0 && from < 24 * hour)
    .map(({ exam, from }): ExamBlock => {
      const free = ends.findIndex((end) => end <= from);
      const row = free < 0 ? ends.length : free;
      const to = from + exam.minutes;
      ends[row] = to;
      return { exam, from, to, row, isSecond: exam.assessor.id !== staff.id };
    });
  const open = hours
    .map((span) => ({ from: minuteIn(day, span.from, zone), to: minuteIn(day, span.to, zone) }))
    .filter((span) => span.from < 24 * hour && span.to > 0);
  return { staff, hours: open, isOnLeave: leave.includes(day), blocks, rows: Math.max(1, ends.length) };
}

/** Whole hours around all that is drawn. */
export function axisOf(days: readonly DayOfWeek[]): Stretch {
  const drawn = days.flatMap(({ lanes }) => lanes.flatMap(({ hours, blocks }) => [...hours, ...blocks]));
  const least = drawn.length > 0 ? Math.min(...drawn.map(({ from }) => from)) : usualAxis.from;
  const most = drawn.length > 0 ? Math.max(...drawn.map(({ to }) => to)) : usualAxis.to;
  return {
    from: Math.max(0, Math.floor(least / hour) * hour),
    to: Math.min(24 * hour, Math.max(Math.ceil(most / hour) * hour, Math.floor(least / hour) * hour + hour)),
  };
}

/** The exam that an arrow key comes to: along the lane, or in the next lane with any the one that begins nearest. */
export function examBeside(days: readonly DayOfWeek[], examId: string, key: string): string | undefined {
  const lanes = days.flatMap((day) => day.lanes.map(({ blocks }) => blocks.filter(({ isSecond }) => !isSecond)));
  const at = lanes.findIndex((blocks) => blocks.some(({ exam }) => exam.id === examId));
  const lane = lanes[at] ?? [];
  const place = lane.findIndex(({ exam }) => exam.id === examId);
  const from = lane[place];
  if (!from) return undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return lane[place + (key === 'ArrowLeft' ? -1 : 1)]?.exam.id;
  const others = key === 'ArrowUp' ? lanes.slice(0, at).toReversed() : lanes.slice(at + 1);
  const next = others.find((blocks) => blocks.length > 0);
  return next?.toSorted((a, b) => Math.abs(a.from - from.from) - Math.abs(b.from - from.from))[0]?.exam.id;
}
