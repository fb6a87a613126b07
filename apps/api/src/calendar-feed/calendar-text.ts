import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CallAhead } from '../proactive/calls/calls-ahead.service.js';

const words = {
  en: { calls: 'Calls', call: 'Call to a customer', to: (name: string) => `Call ${name}` },
  zh: { calls: '回访', call: '回访客户', to: (name: string) => `回访${name}` },
};

interface Reader {
  readonly locale: 'en' | 'zh';
  readonly organisation: string;
  /** Where the console is. */
  readonly base: string;
}

/** Calls as a calendar; times are instants, which each calendar shows by its own clock. */
export function calendarText(calls: readonly CallAhead[], { locale, organisation, base }: Reader): string {
  const said = words[locale];
  const calendar = new ICalCalendar({
    name: `${organisation} · ${said.calls}`,
    prodId: { company: 'Forecall', product: 'Forecall', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  for (const { id, startAt, minutes, account, changes, isMade } of calls)
    calendar.createEvent({
      id: `${id}@forecall`,
      sequence: changes,
      start: startAt,
      end: new Date(startAt.getTime() + minutes * 60_000),
      summary: account === null ? said.call : said.to(account),
      url: new URL(`/calls?call=${id}`, base).href,
      status: isMade ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  return calendar.toString();
}
