import { Temporal } from 'temporal-polyfill';

/**
 * The instant of a local time (`14:30`) on a day (`2026-03-29`) in a zone. A time that daylight saving skips is the later
 * one that exists, one that exists twice the earlier.
 */
export function localInstant(day: string, time: string, zone: string): Date {
  const plainTime = Temporal.PlainTime.from(time);
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}
