import { localInstant } from '@forecall/domain';

/** The moment at which the clock of a zone shows a time (`14:30`) on a day. */
export function instantAt(day: string, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(localInstant(day, hour * 60 + minute, zone));
}
