import type { DayOfContacts } from './open-rates.js';
import type { Draw } from './seeded-draws.js';

/** The past's volumes by the day of the week, so that drawn days keep its rhythm, its holidays and its quiet days. */
export function volumesByWeekday(past: readonly DayOfContacts[]): readonly (readonly number[])[] {
  return Array.from({ length: 7 }, (_, weekday) =>
    past.filter((_day, n) => n % 7 === weekday).map(({ contacts }) => contacts),
  );
}

export const drawnVolume = (draw: Draw, volumes: readonly (readonly number[])[], day: number): number => {
  const some = volumes[day % 7]!;
  return some[Math.floor(draw() * some.length)]!;
};

/** What contacts, drawn in their order, are told to. */
export interface ContactsSeen {
  others(count: number): void;
  /** `contact`: which one it is, from 1. */
  complaint(contact: number): void;
}

/** So many contacts of one rate, by jumping from complaint to complaint. */
export function drawContacts(draw: Draw, contacts: number, rate: number, seen: ContactsSeen): void {
  const perOther = 1 / Math.log1p(-Math.min(Math.max(rate, 1e-12), 1 - 1e-12));
  for (let at = 0; ;) {
    const others = Math.floor(Math.log(1 - draw()) * perOther);
    if (at + others >= contacts) {
      if (at < contacts) seen.others(contacts - at);
      return;
    }
    at += others + 1;
    seen.others(others);
    seen.complaint(at);
  }
}

/** A rate after its odds have been multiplied. */
export const withOdds = (rate: number, oddsRatio: number): number => (oddsRatio * rate) / (1 - rate + oddsRatio * rate);
