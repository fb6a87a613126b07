import { Temporal } from 'temporal-polyfill';

/**
 * The instant of a wall clock's time (`14:30`) on a day (`2026-03-29`) in a zone. A time that does not exist (clocks go
 * forward) is the later one, one that exists twice the earlier.
 */
export function localMoment(day: string, time: string, zone: string): Date {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(local.epochMilliseconds);
}
