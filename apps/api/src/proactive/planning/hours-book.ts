import { addDays, type CalendarLayer, type CallingHours, type Span, type WorkingCalendar } from '@forecall/domain';
import { officialDays } from '../../calendars/holidays/holidays.service.js';
import type { HoursOfAccount } from './plan-input.query.js';
import { daysOf, haveCommonTime, Spans, usualHours } from './spans.js';

interface Hours extends CallingHours {
  readonly open: Span[];
}

/** When accounts can be called and units work, over the horizon: each different plan of hours is reckoned once. */
export class HoursBook {
  private readonly hours = new Map<string, Hours>();
  private readonly common = new Map<string, ReadonlySet<string>>();
  private readonly holidays = new Map<string, CalendarLayer>();

  constructor(
    private readonly organisation: WorkingCalendar,
    readonly days: readonly string[],
    private readonly spans: Spans,
  ) {}

  /** Holidays of other countries, once for all accounts that keep them. */
  async readHolidays(accounts: readonly HoursOfAccount[]): Promise<void> {
    const years = [...new Set(this.days.map((day) => Number(day.slice(0, 4))))];
    for (const { country, region } of accounts) {
      const key = `${country} ${region}`;
      if (country === null || this.holidays.has(key)) continue;
      const read = await Promise.all(years.map((year) => officialDays(country, region, year)));
      this.holidays.set(key, { days: new Map(read.flatMap(({ days }) => days.map((day) => [day.day, day]))) });
    }
  }

  hoursOf({ zone, country, region, week }: HoursOfAccount): Hours {
    const id = JSON.stringify([zone, country, region, week]);
    const known = this.hours.get(id);
    if (known) return known;
    const own: CalendarLayer = { week: week ?? undefined, days: new Map() };
    const weeks = this.organisation.layers.map(({ week: theirs }): CalendarLayer => ({
      week: theirs,
      days: new Map(),
    }));
    const kept =
      country === null ? this.organisation.layers : [this.holidays.get(`${country} ${region}`), weeks].flat();
    const calendar: WorkingCalendar = {
      zone: zone ?? this.organisation.zone,
      layers: [own, ...kept.filter((layer) => layer !== undefined), usualHours],
      leaves: [],
    };
    // Their first day may have begun the day before ours, their last may end the day after.
    const [first, last] = [this.days[0] ?? '', this.days.at(-1) ?? ''];
    const open = daysOf(addDays(first, -1), addDays(last, 1)).flatMap((day) => this.spans.of(calendar, day));
    const made = { id, open };
    this.hours.set(id, made);
    return made;
  }

  /** The days on which both sides work at some common time. `unit` names the calendar. */
  commonDays(unit: string | null, calendar: WorkingCalendar, hours: Hours): ReadonlySet<string> {
    const key = `${unit} ${hours.id}`;
    let days = this.common.get(key);
    if (!days) {
      days = new Set(this.days.filter((day) => haveCommonTime(this.spans.of(calendar, day), hours.open)));
      this.common.set(key, days);
    }
    return days;
  }

  get all(): Hours[] {
    return [...this.hours.values()];
  }
}
