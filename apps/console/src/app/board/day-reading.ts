import { wilsonInterval } from '@forecall/domain';
import type { Formats } from '../platform/format/formats.js';
import type { Say } from '../platform/i18n/texts.js';
import type { ReadPoint } from '../ui/chart/point-reading.js';
import type { DayPlot, Mark } from './day-plot.js';
import { grainOf, type Stretch, stretchRate } from './stretches.js';

export interface ReadDay {
  readonly plot: DayPlot;
  readonly marks: readonly Mark[];
  readonly weekBefore: readonly Stretch[];
  /** The upper limit for each number of contacts. */
  readonly limits: ReadonlyMap<number, number>;
}

/** What is read of each mark of the day's chart: its time, rate, counts, interval, limit, and the rate a week before. */
export function dayReadings(day: ReadDay, format: Formats, t: Say): ReadPoint[] {
  return day.marks.map(({ stretch, x, y }) => ({
    key: stretch.from,
    x: day.plot.left + x,
    y: day.plot.top + y,
    name: periodOf(day.plot, stretch.from, format),
    lines: linesOf(day, stretch, format, t),
  }));
}

function periodOf({ span }: DayPlot, from: string, format: Formats): string {
  if (grainOf(span) === 'day') return format.date(from);
  return `${format.time(from)}–${format.time(Date.parse(from) + span)}`;
}

function linesOf({ plot, weekBefore, limits }: ReadDay, stretch: Stretch, format: Formats, t: Say): string[] {
  const { from, numerator, denominator } = stretch;
  const { low, high } = wilsonInterval(numerator, denominator);
  const limit = limits.get(denominator);
  const before = weekBefore.find((one) => one.from === from);
  const lines = [
    `${format.rate(stretchRate(stretch))}${t('ui.list-comma')}${format.countOver(numerator, denominator)}`,
    t('board.read-interval', { interval: format.interval(low, high) }),
  ];
  if (limit !== undefined) {
    const key = plot.y(limit) < 0 ? 'board.read-limit-above' : 'board.read-limit';
    lines.push(t(key, { limit: format.rate(limit) }));
  }
  if (before) lines.push(t('board.read-before', { rate: format.rate(stretchRate(before)) }));
  return lines;
}
