import type { Alarm, BoardAlarm } from '@forecall/contracts';
import { hasEndLabels } from '../ui/chart/end-labels.js';
import type { DayPlot } from './day-plot.js';

/** What an alarm's words take above the plot, over those of "now". */
export const alarmHeadroom = 38;

/** One on the board has not ended. */
export type ShownAlarm = BoardAlarm & Partial<Pick<Alarm, 'endedAt'>>;

/** Where an alarm stands on the day's chart, from the plot's upper left corner. */
export interface AlarmDrawing {
  /** The stretch that it covers, from its estimated start. */
  readonly ground: { readonly x: number; readonly width: number };
  /** Where it was raised; null: before the chart begins. */
  readonly raised: { readonly x: number; readonly labelX: number; readonly anchor: 'start' | 'end' } | null;
}

/** The ground reaches from the alarm's start to where it ended or now, as far as the axis does. Null where none of it lies there. */
export function alarmOn(
  plot: DayPlot,
  { since, raisedAt }: Pick<BoardAlarm, 'since' | 'raisedAt'>,
  last: number,
): AlarmDrawing | null {
  const [from = 0, to = 0] = plot.x.domain();
  const [start, end, at] = [Math.max(from, Date.parse(since)), Math.min(to, last), Date.parse(raisedAt)];
  if (end <= start) return null;
  const x = plot.x(at);
  const isRight = x > plot.dims.width / 2;
  return {
    ground: { x: plot.x(start), width: Math.max(1, plot.x(end) - plot.x(start)) },
    raised: at < from || at > to ? null : { x, labelX: isRight ? x - 12 : x + 12, anchor: isRight ? 'end' : 'start' },
  };
}

/** Narrow, there is room for the time alone; the banner says the rest. */
export const hasLongAlarmLabel = (plot: DayPlot): boolean => hasEndLabels(plot.svg.width);
