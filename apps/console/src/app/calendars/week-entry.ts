import { hoursText, type LocalInterval, readHours } from '@forecall/domain';

export const dayKeys = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type DayKey = (typeof dayKeys)[number];

/** The hours of a week as people type them, Monday to Sunday. */
export type WeekEntry = Record<DayKey, string>;

const office = '09:00–12:00, 13:00–18:00';

export const officeWeek: WeekEntry = {
  ...{ monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
  ...{ saturday: '', sunday: '' },
};

/** A week as its form begins with it; the usual office hours where there is none. */
export function weekEntryOf(week: readonly (readonly LocalInterval[])[] | null): WeekEntry {
  if (week?.length !== dayKeys.length) return officeWeek;
  const hours = week.map(hoursText);
  return Object.fromEntries(dayKeys.map((key, n) => [key, hours[n] ?? ''])) as WeekEntry;
}

export const weekOf = (entry: WeekEntry): LocalInterval[][] => dayKeys.map((key) => readHours(entry[key]) ?? []);
