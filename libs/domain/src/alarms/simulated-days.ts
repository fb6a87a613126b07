import type { DayOfContacts } from './open-rates.js';
import type { Draw } from './seeded-draws.js';

/** Contacts of past days, by the day of the week. */
export type Volumes = readonly (readonly number[])[];

/** The past's volumes by weekday, so that drawn days keep the week's rhythm, its holidays and its quiet days. */
export function volumesByWeekday(past: readonly (DayOfContacts | null)[]): Volumes {
  const all = past.flatMap((day, n) => (day === null ? [] : [{ weekday: n % 7, contacts: day.contacts }]));
  return Array.from({ length: 7 }, (_, weekday) => {
    const some = all.filter((day) => day.weekday === weekday);
    return (some.length > 0 ? some : all).map(({ contacts }) => contacts);
  });
}

/** The volume of a day that is drawn; `day` is its number from the past's first weekday on. */
export function drawnVolume(draw: Draw, volumes: Volumes, day: number): number {
  const some = volumes[day % 7] ?? [];
  return some[Math.floor(draw() * some.length)] ?? 0;
}

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
