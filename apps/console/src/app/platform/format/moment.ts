import type { LocaleName } from '@forecall/contracts';

/** The parts of an instant as a clock on the wall of `zone` shows them. */
interface WallTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  time: string;
  seconds: string;
}

const weekdays: Record<LocaleName, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMilliseconds = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

export type Instant = Date | string | number;

export function wallTime(at: Instant, zone: string): WallTime {
  const part: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(new Date(at))) part[type] = value;
  const [year, month, day] = [Number(part['year']), Number(part['month']), Number(part['day'])];
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    time: `${part['hour']}:${part['minute']}`,
    seconds: part['second'] ?? '00',
  };
}

/** "14:30" */
export const formatTime = (at: Instant, zone: string): string => wallTime(at, zone).time;

/** The end of a period: a midnight is 24:00 of the day that it ends. */
export function formatEndTime(at: Instant, zone: string): string {
  const time = formatTimeWithSeconds(at, zone);
  return time === '00:00:00' ? '24:00' : time.slice(0, 5);
}

/** "China Time", "中国时间": what people call a zone. */
export function formatZone(zone: string, locale: LocaleName): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** "14:30:08", in the stream only. */
export function formatTimeWithSeconds(at: Instant, zone: string): string {
  const { time, seconds } = wallTime(at, zone);
  return `${time}:${seconds}`;
}

/** "Fri 20 Nov" and "11月20日 周五"; in another year than now "20 Nov 2025" and "2025年11月20日". */
export function formatDate(at: Instant, zone: string, locale: LocaleName, now: Instant): string {
  const { year, month, day, weekday } = wallTime(at, zone);
  const isThisYear = year === wallTime(now, zone).year;
  if (locale === 'zh') {
    return isThisYear ? `${month}月${day}日 ${weekdays.zh[weekday] ?? ''}` : `${year}年${month}月${day}日`;
  }
  const date = `${day} ${months[month - 1] ?? ''}`;
  return isThisYear ? `${weekdays.en[weekday] ?? ''} ${date}` : `${date} ${year}`;
}

/** "20 Nov 2026" and "2026年11月20日", on paper that is read in other years. */
export const formatFullDate = (at: Instant, zone: string, locale: LocaleName): string =>
  formatDate(at, zone, locale, 0);

/** "20 Nov" and "11月20日", where room is short and the year is known. */
export function formatShortDate(at: Instant, zone: string, locale: LocaleName): string {
  const { month, day } = wallTime(at, zone);
  return locale === 'zh' ? `${month}月${day}日` : `${day} ${months[month - 1] ?? ''}`;
}

/** "20 Nov, 15:52" and "11月20日 15:52", in rows. */
export function formatShortDateTime(at: Instant, zone: string, locale: LocaleName): string {
  return `${formatShortDate(at, zone, locale)}${locale === 'zh' ? ' ' : ', '}${formatTime(at, zone)}`;
}

/** A calendar day ("2026-11-20") by itself, which is the same day in every zone. */
export function formatDay(day: string, zone: string, locale: LocaleName, now: Instant): string {
  const { year } = wallTime(now, zone);
  return formatDate(`${day}T12:00:00Z`, 'UTC', locale, `${year}-07-01T00:00:00Z`);
}

/** The day (`2026-11-20`) on which an instant falls. */
export function dayIn(at: Instant, zone: string): string {
  const { year, month, day } = wallTime(at, zone);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** "Fri 20 Nov, 15:52" and "11月20日 周五 15:52" */
export function formatDateTime(at: Instant, zone: string, locale: LocaleName, now: Instant): string {
  return `${formatDate(at, zone, locale, now)}${locale === 'zh' ? ' ' : ', '}${formatTime(at, zone)}`;
}

/** "Fri 20 Nov, 24:00": the end of a period, on the day that it ends. */
export function formatEndDateTime(at: Instant, zone: string, locale: LocaleName, now: Instant): string {
  const date = formatDate(new Date(at).getTime() - 1, zone, locale, now);
  return `${date}${locale === 'zh' ? ' ' : ', '}${formatEndTime(at, zone)}`;
}

/** "today 14:30" where the day is today, else the date and the time. */
export function formatDayTime(at: Instant, zone: string, locale: LocaleName, now: Instant): string {
  if (isSameDay(at, now, zone)) return `${locale === 'zh' ? '今天' : 'today'} ${formatTime(at, zone)}`;
  return formatDateTime(at, zone, locale, now);
}

/** When something is due: what is due at midnight is so all of the day before it, which has no time. */
export function formatDue(at: Instant, zone: string, locale: LocaleName, now: Instant): string {
  if (formatTimeWithSeconds(at, zone) !== '00:00:00') return formatDayTime(at, zone, locale, now);
  const day = new Date(at).getTime() - 1;
  if (isSameDay(day, now, zone)) return locale === 'zh' ? '今天' : 'today';
  return formatDate(day, zone, locale, now);
}

export function isSameDay(one: Instant, other: Instant, zone: string): boolean {
  const [a, b] = [wallTime(one, zone), wallTime(other, zone)];
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** The ISO week an instant lies in, with the ISO year, which differs from the calendar's around New Year. */
export function isoWeek(at: Instant, zone: string): { year: number; week: number } {
  const { year, month, day, weekday } = wallTime(at, zone);
  const thursday = Date.UTC(year, month - 1, day) + (4 - (weekday || 7)) * dayMilliseconds;
  const isoYear = new Date(thursday).getUTCFullYear();
  return { year: isoYear, week: 1 + Math.floor((thursday - Date.UTC(isoYear, 0, 1)) / (7 * dayMilliseconds)) };
}

/** "week 48", "第 48 周" */
export function formatWeek(at: Instant, zone: string, locale: LocaleName): string {
  const { week } = isoWeek(at, zone);
  return locale === 'zh' ? `第 ${week} 周` : `week ${week}`;
}

/** "2026-W48", in exports. */
export function exportWeek(at: Instant, zone: string): string {
  const { year, week } = isoWeek(at, zone);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The weekday alone: "Mon", "周一"; 0 is Sunday. */
export const formatWeekday = (weekday: number, locale: LocaleName): string => weekdays[locale][weekday % 7] ?? '';

/** The month alone: "Feb", "2月"; 1 is January. */
export const formatMonth = (month: number, locale: LocaleName): string =>
  locale === 'zh' ? `${month}月` : (months[month - 1] ?? '');
