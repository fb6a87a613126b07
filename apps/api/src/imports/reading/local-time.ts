import { Temporal } from 'temporal-polyfill';
import type { ImportPreset } from '@forecall/contracts';
import type { MomentParts } from './moment-form.js';

export type LocalTimeFault = 'no-such-date' | 'clock-change';

/** Local date and time in a zone to milliseconds since 1970. */
export type ToInstant = (parts: MomentParts) => number | LocalTimeFault;

const hourMilliseconds = 3_600_000;
/** Files run through time, so the hours of some weeks are all that is asked for again. */
const mostHoursKept = 5_000;

export function localTime(zone: string, clockChange: ImportPreset['clockChange'] | 'compatible'): ToInstant {
  const regularHours = new Map<string, number | undefined>();

  /** The start of a local hour that clocks leave alone; undefined for the others. */
  function regularHour(key: string, hour: Temporal.PlainDateTime): number | undefined {
    if (regularHours.has(key)) return regularHours.get(key);
    if (regularHours.size >= mostHoursKept) regularHours.clear();
    const at = (time: Temporal.PlainDateTime, disambiguation: 'earlier' | 'later') =>
      time.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
    const next = hour.add({ hours: 1 });
    const start = at(hour, 'earlier');
    const isRegular =
      start === at(hour, 'later') &&
      at(next, 'earlier') - start === hourMilliseconds &&
      at(next, 'later') - start === hourMilliseconds;
    regularHours.set(key, isRegular ? start : undefined);
    return isRegular ? start : undefined;
  }

  return (parts) => {
    if (parts.epochMilliseconds !== undefined) return parts.epochMilliseconds;
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
    if (hour > 23 || minute > 59 || second > 59) return 'no-such-date';
    if (parts.offsetMinutes !== undefined) {
      const local = plainHour(year, month, day, hour);
      if (!local) return 'no-such-date';
      const utc = local.toZonedDateTime('UTC').epochMilliseconds - parts.offsetMinutes * 60_000;
      return utc + (minute * 60 + second) * 1000 + millisecond;
    }
    const within = (minute * 60 + second) * 1000 + millisecond;
    const key = `${year}-${month}-${day}-${hour}`;
    const kept = regularHours.get(key);
    if (kept !== undefined) return kept + within;
    const local = plainHour(year, month, day, hour);
    if (!local) return 'no-such-date';
    const start = regularHour(key, local);
    if (start !== undefined) return start + within;
    try {
      const disambiguation = clockChange === 'refuse' ? 'reject' : clockChange;
      return local.with({ minute, second, millisecond }).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
    } catch {
      return 'clock-change';
    }
  };
}

function plainHour(year: number, month: number, day: number, hour: number): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
