import type { HolidayChange } from '@forecall/contracts';
import type { CalendarException } from '../calendar-exception.entity.js';
import type { OfficialDay } from './official-days.js';

export interface Comparison {
  readonly day: string;
  readonly change: HolidayChange['change'];
  readonly official: OfficialDay | undefined;
  readonly present: CalendarException | undefined;
}

/** What an import does with each day of a year. What somebody set or changed by hand is never overwritten. */
export function compareDays(official: readonly OfficialDay[], present: readonly CalendarException[]): Comparison[] {
  const officialOn = new Map(official.map((each) => [each.day, each]));
  const presentOn = new Map(present.map((each) => [each.day, each]));
  const days = [...new Set([...officialOn.keys(), ...presentOn.keys()])].toSorted();
  return days.flatMap((day) => {
    const [next, old] = [officialOn.get(day), presentOn.get(day)];
    const change = changeOf(next, old);
    return change ? [{ day, change, official: next, present: old }] : [];
  });
}

function changeOf(official?: OfficialDay, present?: CalendarException): HolidayChange['change'] | undefined {
  if (!present) return 'new';
  // By hand, and no holiday: it has nothing to do with the import.
  if (present.source === 'by-hand') return official ? 'kept' : undefined;
  if (!official) return 'gone';
  const isSame =
    present.kind === official.kind && present.nameEn === official.nameEn && present.nameZh === official.nameZh;
  return isSame ? 'same' : 'changed';
}
