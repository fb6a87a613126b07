import type { CalendarLayer, DatedDay, LeaveTime, WorkingCalendar } from '../../calendar/working-calendar.js';
import type { LocalInterval, WorkingWeek } from '../../calendar/working-week.js';
import { addDays, weekdayOf } from '../../calendar/day.js';

export interface Horizon {
  readonly from: string;
  readonly to: string;
}

/** Weeks in which clocks go forward in one part of the world and back in another, over long holidays. */
export const horizons: readonly Horizon[] = [
  { from: '2026-02-23', to: '2026-04-12' },
  { from: '2026-09-14', to: '2026-11-06' },
];

const on = (kind: DatedDay['kind'], ...days: string[]): DatedDay[] => days.map((day) => ({ day, kind }));
const between = (from: string, to: string): string[] => (from > to ? [] : [from, ...between(addDays(from, 1), to)]);

/** China's holidays of 2026 with their make-up workdays as the State Council set them; Germany's of the same time. */
const holidays = {
  china: [
    ...on('holiday', ...between('2026-02-15', '2026-02-23'), ...between('2026-04-04', '2026-04-06')),
    ...on('holiday', ...between('2026-09-25', '2026-09-27'), ...between('2026-10-01', '2026-10-07')),
    ...on('make-up', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'),
  ],
  germany: on('holiday', '2026-04-03', '2026-04-06', '2026-10-03'),
};

export interface Region {
  /** Where its callers sit. */
  readonly zone: string;
  readonly country: keyof typeof holidays;
  readonly hours: readonly LocalInterval[];
  /** Where its accounts are. */
  readonly accountZones: readonly string[];
}

export const h = (from: number, to: number): LocalInterval => ({ fromMinute: from * 60, toMinute: to * 60 });

/** New York and Berlin change their clocks on different days, Sydney the other way round, Shanghai never. */
export const regions: readonly Region[] = [
  {
    zone: 'Asia/Shanghai',
    country: 'china',
    hours: [h(8, 12), h(13, 17)],
    accountZones: ['Asia/Shanghai', 'Australia/Sydney'],
  },
  {
    zone: 'Europe/Berlin',
    country: 'germany',
    hours: [h(9, 13), h(14, 19)],
    accountZones: ['Europe/Berlin', 'America/New_York'],
  },
];

const weekOf = (hours: readonly LocalInterval[]): WorkingWeek => [hours, hours, hours, hours, hours, [], []];

export function calendarOf(
  zone: string,
  country: Region['country'],
  hours: readonly LocalInterval[],
  leaves: readonly LeaveTime[] = [],
): WorkingCalendar {
  const layer: CalendarLayer = { week: weekOf(hours), days: new Map(holidays[country].map((day) => [day.day, day])) };
  return { zone, layers: [layer], leaves };
}

/** The dates on which a company counts days late: its weekdays, whatever the country. */
export const weekdays = ({ from, to }: Horizon): string[] => between(from, to).filter((day) => weekdayOf(day) < 5);
export const datesOf = ({ from, to }: Horizon): string[] => between(from, to);
