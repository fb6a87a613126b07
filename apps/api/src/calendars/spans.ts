import {
  addDays,
  type CalendarLayer,
  type DatedDay,
  dayPlan,
  localInstant,
  type Span,
  type WorkingCalendar,
  type WorkingWeek,
} from '@forecall/domain';

const workday = [{ fromMinute: 9 * 60, toMinute: 18 * 60 }];

/** Where nobody has set any hours: the nearest layer with a week goes before it. */
export const usualHours: CalendarLayer<never> = {
  week: [workday, workday, workday, workday, workday, [], []] satisfies WorkingWeek,
  days: new Map<string, never>(),
};

export const withUsualHours = <Dated extends DatedDay>({
  zone,
  layers,
  leaves,
}: WorkingCalendar<Dated>): WorkingCalendar<Dated> => ({
  ...{ zone, leaves },
  layers: [...layers, usualHours],
});

/** Every day from one to another, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Turns the hours of days into instants; many calendars share days, zones and times, so each is reckoned once. */
export class Spans {
  private readonly instants = new Map<string, number>();

  of(calendar: WorkingCalendar, day: string): Span[] {
    return dayPlan(calendar, day)
      .intervals.map(({ fromMinute, toMinute }) => ({
        fromMs: this.instant(day, fromMinute, calendar.zone),
        toMs: this.instant(day, toMinute, calendar.zone),
      }))
      .filter(({ fromMs, toMs }) => fromMs < toMs);
  }

  private instant(day: string, minute: number, zone: string): number {
    const key = `${day} ${minute} ${zone}`;
    let at = this.instants.get(key);
    if (at === undefined) this.instants.set(key, (at = localInstant(day, minute, zone)));
    return at;
  }
}

/** Whether two lists of spans, each in order, share a moment. */
export function haveCommonTime(a: readonly Span[], b: readonly Span[]): boolean {
  let n = 0;
  return a.some(({ fromMs, toMs }) => {
    while ((b[n]?.toMs ?? Infinity) <= fromMs) n += 1;
    return (b[n]?.fromMs ?? Infinity) < toMs;
  });
}
