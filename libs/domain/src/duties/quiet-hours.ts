import { Temporal } from 'temporal-polyfill';

/** Local times `HH:MM`. An end at or before the begin is on the next day. */
export interface QuietHours {
  readonly begins: string;
  readonly ends: string;
  readonly zone: string;
}

/**
 * When the quiet hours in which an instant lies end, in milliseconds; null where it lies in none. They hold from their
 * begin to before their end, by the clock on the wall of the zone. A begin or end that daylight saving skips is the
 * later time that exists, one that exists twice the earlier.
 */
export function quietUntil({ begins, ends, zone }: QuietHours, at: number): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const instant = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const isOvernight = Temporal.PlainTime.compare(begins, ends) >= 0;
  for (const day of [today.subtract({ days: 1 }), today]) {
    const from = instant(day, begins);
    const to = instant(isOvernight ? day.add({ days: 1 }) : day, ends);
    if (from <= at && at < to) return to;
  }
  return null;
}
