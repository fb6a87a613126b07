import { Temporal } from 'temporal-polyfill';

/**
 * The first instant of a day (`2026-03-29`) in a zone. Where daylight saving skips midnight it is the first instant
 * that exists on that day.
 */
export function startOfDay(day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** The day (`2026-03-29`) on which an instant falls in a zone. */
export function localDay(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}
