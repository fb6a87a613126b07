import type { Alarm, BoardAlarm } from '@forecall/contracts';
import { hasEndLabels } from '../ui/chart/end-labels.js';
import type { DayPlot } from './day-plot.js';

/** What an alarm's words take above the plot, over those of "now". */
export const alarmHeadroom = 38;

const signWidth = 14;

/** One on the board has not ended. */
export type ShownAlarm = BoardAlarm & Partial<Pick<Alarm, 'endedAt'>>;

/** Where an alarm stands on the day's chart, from the plot's upper left corner. */
export interface AlarmDrawing {
  /** The stretch that it covers, from its estimated start. */
  readonly ground: { readonly x: number; readonly width: number };
  /** Where its octagon and its words stand; the line only where it was raised on this chart. */
  readonly sign: {
    readonly x: number;
    readonly labelX: number;
    readonly anchor: 'start' | 'end';
    readonly hasLine: boolean;
  };
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
  const ground = { x: plot.x(start), width: Math.max(1, plot.x(end) - plot.x(start)) };
  const hasLine = at >= from && at <= to;
  const x = hasLine ? plot.x(at) : ground.x + signWidth / 2;
  const isRight = x > plot.dims.width / 2;
  const beside = 12;
  return { ground, sign: { x, labelX: isRight ? x - beside : x + beside, anchor: isRight ? 'end' : 'start', hasLine } };
}

/** Narrow, there is room for the time alone; the banner says the rest. */
export const hasLongAlarmLabel = (plot: DayPlot): boolean => hasEndLabels(plot.svg.width);
