import type { LocaleName } from '@forecall/contracts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as it stands in a field: "1 Dec 2026", "2026年12月1日". */
export function dayText(day: string | null, locale: LocaleName): string {
  if (day === null) return '';
  const [year, month, date] = partsOf(day);
  if (locale === 'zh') return `${year}年${month}月${date}日`;
  const name = months[month - 1] ?? '';
  return `${date} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/**
 * The day (`2026-12-01`) that somebody typed, or undefined. Understood are 2026-12-01, 2026/12/1, 2026年12月1日, 12月1日,
 * 1 Dec 2026, 1 December, Dec 1, 1.12.2026, 1/12, today, tomorrow, 明天, +7 and -3 (days from today), Friday and 周五 (the
 * next one). Without a year it is the one nearest to today; of two figures the day comes first.
 */
export function readDay(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === 'today' || text === '今天') return today;
  if (text === 'tomorrow' || text === '明天') return shiftDay(today, 1);
  const weekday = weekdayOf(text);
  if (weekday !== undefined) return shiftDay(today, ((weekday - new Date(today).getUTCDay() + 6) % 7) + 1);
  const offset = /^([+-]|−)\s*(\d{1,4})$/.exec(text);
  if (offset) return shiftDay(today, Number(offset[2]) * (offset[1] === '+' ? 1 : -1));
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const chinese = /^(\d{1,2})月(\d{1,2})日?$/.exec(text);
  if (chinese) return nearest(Number(chinese[1]), Number(chinese[2]), today);
  const figures = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4})?)?$/.exec(text);
  if (figures) return withYear(figures[3], Number(figures[2]), Number(figures[1]), today);
  const dayFirst = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?(?:,?\s*(\d{4}))?$/.exec(text);
  if (dayFirst) return withYear(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]), today);
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:,?\s*(\d{4}))?$/.exec(text);
  if (monthFirst) return withYear(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]), today);
  return undefined;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 is Sunday. Written out, or its first three letters. */
function weekdayOf(text: string): number | undefined {
  const chinese = /^(?:周|星期)([日天一二三四五六])$/.exec(text)?.[1];
  if (chinese !== undefined) return '日一二三四五六'.indexOf(chinese.replace('天', '日'));
  const place = weekdays.findIndex((name) => text === name || text === name.slice(0, 3));
  return place === -1 ? undefined : place;
}

const partsOf = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3)) + 1;

/** Undefined for a day that is in no calendar, such as 31 June. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? at.toISOString().slice(0, 10) : undefined;
}

/** The day a number of days after a day. */
export const shiftDay = (day: string, days: number): string => {
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};

const withYear = (year: string | undefined, month: number, date: number, today: string): string | undefined =>
  year === undefined ? nearest(month, date, today) : dayOf(Number(year), month, date);

function nearest(month: number, date: number, today: string): string | undefined {
  const [thisYear] = partsOf(today);
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return [thisYear - 1, thisYear, thisYear + 1]
    .flatMap((year) => dayOf(year, month, date) ?? [])
    .toSorted((a, b) => distance(a) - distance(b))[0];
}
