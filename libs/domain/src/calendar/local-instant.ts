import { Temporal } from 'temporal-polyfill';
import { startOfDay } from './local-day.js';
import { addDays } from './day.js';

export const minutesPerDay = 24 * 60;

/**
 * The first instant of a day at which the clock on the wall shows this many minutes after midnight, or more; in
 * milliseconds since 1970. A time that daylight saving skips becomes the moment of the change, one that it repeats the
 * first of the two, 1440 the beginning of the next day. So the times of a day stay in order and its parts never overlap.
 */
export function localInstant(day: string, minute: number, zone: string): number {
  const begin = startOfDay(day, zone).getTime();
  const end = startOfDay(addDays(day, 1), zone).getTime();
  if (minute <= 0) return begin;
  if (minute >= minutesPerDay) return end;
  const asked = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const before = asked.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !before.toPlainDateTime().equals(asked);
  const found = skipped ? (before.getTimeZoneTransition('next') ?? before) : before;
  return Math.min(Math.max(found.epochMilliseconds, begin), end);
}
