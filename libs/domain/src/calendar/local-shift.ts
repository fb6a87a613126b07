import { Temporal } from 'temporal-polyfill';

/**
 * The instant so many calendar days away at the same local time. Where that time does not exist (clocks go forward) it
 * is the later one, where it exists twice the earlier.
 */
export function shiftDays(at: Date, days: number, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return new Date(local.add({ days }).epochMilliseconds);
}
