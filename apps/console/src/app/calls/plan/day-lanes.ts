import type { CallInPlan, PlanDay } from '@forecall/contracts';
import { dayMinutes, minuteIn, type Stretch } from '../../ui/chart/hours-axis.js';

type CallerOfDay = PlanDay['callers'][number];

/** A call as it is drawn: where it begins, and where its window is told. */
export interface Block {
  readonly call: CallInPlan;
  readonly start: number;
  /** Empty where it can be called whenever the caller works: that needs no band. */
  readonly bands: readonly Stretch[];
  /** The row within the caller's, from 0. */
  readonly lane: number;
}

export interface DayRow {
  readonly caller: CallerOfDay;
  readonly hours: readonly Stretch[];
  readonly blocks: readonly Block[];
  readonly lanes: number;
}

const usualAxis: Stretch = { from: 9 * 60, to: 18 * 60 };

const stretchIn = (day: string, zone: string, { from, to }: { from: string; to: string }): Stretch => ({
  from: minuteIn(day, from, zone),
  to: minuteIn(day, to, zone),
});

/** What was made stands when it was, what is left from before where it can be made first, all else at its slot. */
function startOf(
  call: CallInPlan,
  { day, zone, hours }: { day: string; zone: string; hours: readonly Stretch[] },
): number {
  if (call.endedAt !== null) return minuteIn(day, call.endedAt, zone);
  if (call.slotAt !== null && call.onDay === day) return minuteIn(day, call.slotAt, zone);
  const first = call.windows[0];
  return first ? minuteIn(day, first.from, zone) : (hours[0]?.from ?? usualAxis.from);
}

/**
 * The callers of a day with their calls in lanes: blocks of one lane stand beside each other, with their bands. A block
 * takes the minutes of a slot, or what its name needs.
 */
export function dayRows({ day, callers }: Pick<PlanDay, 'day' | 'callers'>, blockMinutes: number): DayRow[] {
  return callers.map((caller) => {
    const { zone, calls } = caller;
    const hours = caller.hours.map((span) => stretchIn(day, zone, span));
    const ends: number[] = [];
    const blocks = calls
      .map((call) => ({ call, start: startOf(call, { day, zone, hours }) }))
      .toSorted((a, b) => a.start - b.start)
      .map(({ call, start }): Block => {
        const windows = call.state === 'planned' ? call.windows.map((span) => stretchIn(day, zone, span)) : [];
        const bands = isAllOf(windows, hours) ? [] : windows;
        const from = Math.min(start, ...bands.map((band) => band.from));
        const to = Math.max(start + blockMinutes, ...bands.map((band) => band.to));
        const free = ends.findIndex((end) => end <= from);
        const lane = free < 0 ? ends.length : free;
        ends[lane] = to;
        return { call, start, bands, lane };
      });
    return { caller, hours, blocks, lanes: Math.max(1, ends.length) };
  });
}

/** Where the next block of the lane begins, which is as far as this one's name may go. */
export function endOfRoom({ blocks }: DayRow, { call, lane, start }: Block, axisEnd: number): number {
  const next = blocks.filter((other) => other.lane === lane && other.call.id !== call.id && other.start >= start);
  return Math.min(axisEnd, ...next.map((other) => other.start));
}

const isAllOf = (windows: readonly Stretch[], hours: readonly Stretch[]): boolean =>
  windows.length === hours.length && windows.every(({ from, to }, n) => hours[n]?.from === from && hours[n].to === to);

/** Whole hours around all that is drawn, within the day. */
export function axisOf(rows: readonly DayRow[]): Stretch {
  const from = rows.flatMap(({ hours, blocks }) =>
    [hours.map((each) => each.from), blocks.map(({ start }) => start)].flat(),
  );
  const to = rows.flatMap(({ hours, blocks }) =>
    [hours.map((each) => each.to), blocks.map(({ start }) => start + 30)].flat(),
  );
  const least = from.length > 0 ? Math.min(...from) : usualAxis.from;
  const most = to.length > 0 ? Math.max(...to) : usualAxis.to;
  return {
    from: Math.max(0, Math.floor(least / 60) * 60),
    to: Math.min(dayMinutes, Math.max(Math.ceil(most / 60) * 60, Math.floor(least / 60) * 60 + 60)),
  };
}

/** The block that the arrow keys come to: along the row, or in the next row with any the one that begins nearest. */
export function blockBeside(
  rows: readonly DayRow[],
  callId: string,
  step: 'left' | 'right' | 'up' | 'down',
): string | undefined {
  const row = rows.findIndex(({ blocks }) => blocks.some(({ call }) => call.id === callId));
  const blocks = rows[row]?.blocks ?? [];
  const place = blocks.findIndex(({ call }) => call.id === callId);
  const from = blocks[place];
  if (!from) return undefined;
  if (step === 'left' || step === 'right') return blocks[place + (step === 'left' ? -1 : 1)]?.call.id;
  const others = step === 'up' ? rows.slice(0, row).toReversed() : rows.slice(row + 1);
  const next = others.find((other) => other.blocks.length > 0);
  return next?.blocks.toSorted((a, b) => Math.abs(a.start - from.start) - Math.abs(b.start - from.start))[0]?.call.id;
}
