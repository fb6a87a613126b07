import { addDays } from '@forecall/domain';
import chineseDays from 'chinese-days';
import type { Region } from '../company/people-names.js';

export type DayKind = 'work day' | 'after rest' | 'rest' | 'holiday';

/** Whether people work on that day (`2026-10-10`): in China by the public holidays and the make-up days in lieu. */
export function isWorkDay(day: string, region: Region): boolean {
  if (region === 'china') return chineseDays.isWorkday(day);
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** `after rest`: what waited over the weekend or the holidays comes on the first day of work. */
export function dayKind(day: string, region: Region): DayKind {
  if (isWorkDay(day, region)) return isWorkDay(addDays(day, -1), region) ? 'work day' : 'after rest';
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? 'rest' : 'holiday';
}
