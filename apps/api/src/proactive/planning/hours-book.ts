import { addDays, type CalendarLayer, type CallingHours, type Span, type WorkingCalendar } from '@forecall/domain';
import { officialDays } from '../../calendars/holidays/holidays.service.js';
import type { HoursOfAccount } from './plan-input.query.js';
import { daysOf, haveCommonTime, Spans, usualHours } from '../../calendars/calendar.service.js';

interface Hours extends CallingHours {
  readonly open: Span[];
  readonly calendar: WorkingCalendar;
}

/** When accounts can be called and units work, over the horizon: each different plan of hours is reckoned once. */
export class HoursBook {
  private readonly hours = new Map<string, Hours>();
  private readonly common = new Map<string, (day: string) => boolean>();
  private readonly holidays = new Map<string, CalendarLayer>();

  constructor(
    private readonly organisation: WorkingCalendar,
    readonly days: readonly string[],
    private readonly spans: Spans,
    /** How far `commonDays` knows of days before the first; they are reckoned only when somebody asks. */
    private readonly past: { readonly lookBackTo?: string } = {},
  ) {}

  /** Holidays of other countries, once for all accounts that keep them. */
  async readHolidays(accounts: readonly HoursOfAccount[]): Promise<void> {
    const years = [...new Set([this.lookBackTo, ...this.days].map((day) => Number(day.slice(0, 4))))];
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
    const made = { id, open, calendar };
    this.hours.set(id, made);
    return made;
  }

  /** Tells the days on which both sides work at some common time. `unit` names the calendar. */
  commonDays(unit: string | null, calendar: WorkingCalendar, hours: Hours): (day: string) => boolean {
    const key = `${unit} ${hours.id}`;
    const known = this.common.get(key);
    if (known) return known;
    const ahead = new Set(this.days.filter((day) => haveCommonTime(this.spans.of(calendar, day), hours.open)));
    const isCommon = this.inPast((day) => {
      const theirs = [addDays(day, -1), day, addDays(day, 1)].flatMap((each) => this.spans.of(hours.calendar, each));
      return haveCommonTime(this.spans.of(calendar, day), theirs);
    });
    const made = (day: string) => (day < this.first ? isCommon(day) : ahead.has(day));
    this.common.set(key, made);
    return made;
  }

  private inPast(isCommon: (day: string) => boolean): (day: string) => boolean {
    const known = new Map<string, boolean>();
    return (day) => {
      if (day < this.lookBackTo) return false;
      let is = known.get(day);
      if (is === undefined) known.set(day, (is = isCommon(day)));
      return is;
    };
  }

  private get first(): string {
    return this.days[0] ?? '';
  }

  private get lookBackTo(): string {
    return this.past.lookBackTo ?? this.first;
  }

  get all(): Hours[] {
    return [...this.hours.values()];
  }
}
