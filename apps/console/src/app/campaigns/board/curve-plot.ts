import type { Coverage } from '@forecall/contracts';
import { daysBetween } from '@forecall/domain';

const height = 112;
const [left, right, top, foot] = [28, 34, 8, 18];

export interface CurvePlot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly end: number;
  readonly foot: number;
  /** Counts with a line: none, half, all. */
  readonly counts: readonly { readonly count: number; readonly y: number; readonly isAll: boolean }[];
  readonly days: readonly { readonly day: string; readonly x: number; readonly isToday: boolean }[];
  /** From nobody on the first day to everybody on the last. */
  readonly straight: string;
  readonly steps: string;
  /** From today to everybody on the last day; empty where it is over. */
  readonly ahead: string;
  readonly now: { readonly x: number; readonly y: number };
}

/** Where everything of the curve of passes stands. */
export function curvePlot({ campaign, today, curve }: Coverage, width: number): CurvePlot {
  const { opensOn, endsOn, eligible, passed } = campaign;
  const to = today > endsOn ? today : endsOn;
  const length = Math.max(1, daysBetween(opensOn, to));
  const x = (day: string) => left + (Math.max(0, daysBetween(opensOn, day)) / length) * (width - left - right);
  const most = Math.max(1, eligible, ...curve.map((one) => one.passed));
  const y = (count: number) => height - foot - (count / most) * (height - foot - top);
  const points = curve.filter(({ day }) => day <= today);
  const steps = [`M${x(opensOn)} ${y(0)}`, ...points.map((one) => `H${x(one.day)}V${y(one.passed)}`), `H${x(today)}`];
  const isNarrow = (a: string, b: string) => Math.abs(x(a) - x(b)) < 62;
  const days = [opensOn, today, endsOn].filter(
    (day, n, all) => (n === 1 && day >= opensOn) || (all[1] ?? '') < opensOn || !isNarrow(day, all[1] ?? ''),
  );
  return {
    ...{ width, height, left, end: width - right, foot: height - foot },
    counts: [0, Math.round(eligible / 2), eligible]
      .filter((count, n, all) => all.indexOf(count) === n)
      .map((count) => ({ count, y: y(count), isAll: count === eligible })),
    days: days.map((day) => ({ day, x: x(day), isToday: day === today })),
    straight: `M${x(opensOn)} ${y(0)}L${x(endsOn)} ${y(eligible)}`,
    steps: steps.join(''),
    ahead: today < endsOn ? `M${x(today)} ${y(passed)}L${x(endsOn)} ${y(eligible)}` : '',
    now: { x: x(today), y: y(points.at(-1)?.passed ?? 0) },
  };
}
