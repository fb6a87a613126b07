import type { DurationSource } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { refuseCell } from './fault.js';
import type { MomentReader } from './moment.js';

/** Whole seconds; null where the source has none. `start` anchors times without a date. */
export type ReadDuration = (cells: Cells, start?: number) => number | null;

/** No call lasts this long; the columns hold 32 bits. */
const longestSeconds = 10 * 86_400;

export function durationReader(
  source: DurationSource,
  { cells, moments }: { cells: CellReader; moments: MomentReader },
  usedBy: string,
): ReadDuration {
  if (!('column' in source)) {
    const from = moments.moment(source.from, `${usedBy}.from`);
    const to = moments.moment(source.to, `${usedBy}.to`);
    return (row, start) => {
      const [begin, end] = [from(row, start), to(row, start)];
      if (begin === null || end === null) return null;
      return checked((end - begin) / 1000, true, source.negative, null);
    };
  }
  const { column, as, round, negative } = source;
  const read = cells.field(column, usedBy);
  return (row) => {
    const text = read(row);
    if (text === '') return null;
    return checked(secondsIn(text, as, column, cells), round || as === 'milliseconds', negative, { column, text });
  };
}

const clockForms = {
  'h:m:s': /^(-?)(\d{1,4}):([0-5]\d):([0-5]\d)$/,
  'm:s': /^(-?)()(\d{1,5}):([0-5]\d)$/,
  'h:m': /^(-?)(\d{1,4}):([0-5]\d)$/,
} as const;

const wordedForm =
  /^(-?) *(?:(\d{1,4}) *(?:h|hrs?|hours?|小时|时) *)?(?:(\d{1,6}) *(?:m|min|mins|minutes?|分钟|分) *)?(?:(\d{1,8}(?:\.\d{1,3})?) *(?:s|secs?|seconds?|秒))?$/i;

/** `1 h 2 min 3 s`, `3小时5分`: each unit once, from the largest down. Undefined where it is written otherwise. */
export function wordedSeconds(text: string): number | undefined {
  const [, sign, hours, minutes, seconds] = wordedForm.exec(text) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return sign === '-' ? -whole : whole;
}

function secondsIn(
  text: string,
  as: Exclude<DurationSource, { from: unknown }>['as'],
  column: string,
  cells: CellReader,
): number {
  switch (as) {
    case 'seconds':
      return cells.number(text, column);
    case 'milliseconds':
      return cells.number(text, column) / 1000;
    case 'minutes':
      return cells.number(text, column) * 60;
    case 'hours':
      return cells.number(text, column) * 3600;
    case 'days':
      return cells.number(text, column) * 86_400;
    case 'worded':
      return wordedSeconds(text) ?? refuseCell(column, 'not-a-duration', text, 'is no duration such as 1 h 2 min 3 s');
    case 'h:m:s':
    case 'm:s':
    case 'h:m': {
      const match = clockForms[as].exec(text);
      if (!match) return refuseCell(column, 'not-a-duration', text, `is no duration in the form ${as}`);
      const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
      return match[1] === '-' ? -seconds : seconds;
    }
  }
}

function checked(
  told: number,
  isRounded: boolean,
  negative: 'refuse' | 'missing',
  from: { column: string; text: string } | null,
): number | null {
  // 1.1 hours are 3960.0000000000005 seconds to a computer.
  const seconds = Math.round(told * 1_000_000) / 1_000_000;
  const { column, text } = from ?? { column: null, text: String(seconds) };
  if (seconds < 0)
    return negative === 'missing' ? null : refuseCell(column, 'out-of-range', text, 'is a duration below zero');
  if (seconds > longestSeconds) return refuseCell(column, 'out-of-range', text, 'is a duration of more than ten days');
  if (isRounded) return Math.round(seconds);
  if (!Number.isInteger(seconds)) return refuseCell(column, 'not-a-number', text, 'is no whole number of seconds');
  return seconds;
}
