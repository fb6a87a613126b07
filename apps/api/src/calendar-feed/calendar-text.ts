import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { ExamAhead } from '../exams/booking/exams-ahead.service.js';
import type { CallAhead } from '../proactive/calls/calls-ahead.service.js';
import type { CallMade } from './calendar-feed.query.js';

const words = {
  en: {
    calendar: 'Plan',
    ...{ call: 'Call to a customer', to: (name: string) => `Call ${name}` },
    ...{ own: (by: string) => `Practical exam, by ${by}`, of: (name: string) => `Practical exam of ${name}` },
  },
  zh: {
    calendar: '日程',
    ...{ call: '主动致电客户', to: (name: string) => `主动致电${name}` },
    ...{ own: (by: string) => `实战考试（考官：${by}）`, of: (name: string) => `实战考试：考评${name}` },
  },
};

interface Reader {
  readonly locale: 'en' | 'zh';
  readonly organisation: string;
  /** Where the console is. */
  readonly base: string;
}

interface Plan {
  readonly calls: readonly CallAhead[];
  /** By the id of the call. */
  readonly made: ReadonlyMap<string, CallMade>;
  readonly exams: readonly ExamAhead[];
}

/** Calls and exams as a calendar, those that are over when they were; times are instants, which each calendar shows by its own clock. */
export function calendarText({ calls, made, exams }: Plan, { locale, organisation, base }: Reader): string {
  const said = words[locale];
  const calendar = new ICalCalendar({
    name: `${organisation} · ${said.calendar}`,
    prodId: { company: 'Forecall', product: 'Forecall', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  for (const { id, startAt, minutes, account, changes, isMade } of calls) {
    const was = made.get(id);
    calendar.createEvent({
      id: `${id}@forecall`,
      sequence: changes,
      start: was?.startAt ?? startAt,
      end: was?.endAt ?? new Date(startAt.getTime() + minutes * 60_000),
      summary: account === null ? said.call : said.to(account),
      url: new URL(`/calls?call=${id}`, base).href,
      status: isMade ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  for (const { id, startsAt, minutes, isOwn, staff, assessors, changes, isDone } of exams)
    calendar.createEvent({
      id: `${id}@forecall`,
      sequence: changes,
      start: startsAt,
      end: new Date(startsAt.getTime() + minutes * 60_000),
      summary: isOwn ? said.own(assessors) : said.of(staff),
      status: isDone ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  return calendar.toString();
}
