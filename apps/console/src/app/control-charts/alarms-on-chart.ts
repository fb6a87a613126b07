import type { Alarm, ControlChart } from '@forecall/contracts';
import { localDay, startOfDay } from '@forecall/domain';
import { atOf } from './chart-words.js';

/** An alarm on the axis of a chart, whose days are all as long. */
export interface AlarmOnChart {
  readonly id: string;
  readonly raisedAt: number;
  /** The stretch that it covers, within the chart. */
  readonly from: number;
  readonly to: number;
}

/** Where alarms stand on a chart: those that were not judged false, and touch it. */
export function alarmsOnChart(
  alarms: readonly Pick<Alarm, 'id' | 'state' | 'raisedAt' | 'since' | 'until' | 'ebbedAt' | 'endedAt'>[],
  { points, zone }: Pick<ControlChart, 'points' | 'zone'>,
): AlarmOnChart[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const [begin, end] = [atOf(first.from), atOf(last.to)];
  return alarms.flatMap(({ id, state, raisedAt, since, until, ebbedAt, endedAt }) => {
    if (state === 'false') return [];
    const over = [ebbedAt, endedAt].filter((at) => at !== null).toSorted()[0] ?? until;
    const [from, to] = [Math.max(begin, onAxis(since, zone)), Math.min(end, onAxis(over, zone))];
    return to <= begin || from >= end ? [] : [{ id, from, to, raisedAt: Math.max(from, onAxis(raisedAt, zone)) }];
  });
}

/** The day by its date, the time of the day by its distance from the day's beginning. */
function onAxis(instant: string, zone: string): number {
  const at = new Date(instant);
  const day = localDay(at, zone);
  return atOf(day) + at.getTime() - startOfDay(day, zone).getTime();
}
