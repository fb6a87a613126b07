import { addDays, localDay } from '@forecall/domain';
import { type Calendars, calendarsOf, daysOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';
import { type Grace, graceNow } from './grace.js';
import { HoursBook } from './hours-book.js';
import {
  type AccountToCall,
  accountsToCall,
  callers,
  type CallSettings,
  callSettings,
  type Colleague,
  type OpenCall,
  openCalls,
} from './plan-input.query.js';

export const horizonDays = 90;
/** As long as the longest cadence: what is open longer has been missed by then. */
export const longestOverdueDays = 366;

/** Everything that a plan of calls is made of, as it is at one moment. */
export interface Company {
  readonly now: Date;
  /** The organisation's day. */
  readonly today: string;
  readonly settings: CallSettings;
  /** In the order of their ids. */
  readonly accounts: readonly AccountToCall[];
  readonly open: readonly OpenCall[];
  readonly colleagues: readonly Colleague[];
  readonly calendars: Pick<Calendars, 'ofUnit' | 'departmentOf' | 'ofStaff'>;
  readonly grace: Pick<Grace, 'until'>;
  /** When its accounts can be called, holidays included. */
  readonly book: HoursBook;
  readonly spans: Spans;
}

export async function readCompany(sql: Sql, now: Date): Promise<Company> {
  const [settings, accounts, open] = [await callSettings(sql), await accountsToCall(sql), await openCalls(sql)];
  const caring = [...new Set(accounts.flatMap(({ repInCare, support }) => [repInCare ?? [], support].flat()))];
  const colleagues = await callers(sql, caring);
  const grace = await graceNow(sql);
  const today = localDay(now, grace.zone);
  const calendars = await calendarsOf(
    sql,
    colleagues.map(({ id }) => id),
    addDays(today, -longestOverdueDays),
  );
  const { spans, book } = bookOf(calendars, today);
  await book.readHolidays(accounts);
  return { now, today, settings, accounts, open, colleagues, calendars, grace, book, spans };
}

export function bookOf(calendars: Pick<Calendars, 'ofUnit'>, today: string): { book: HoursBook; spans: Spans } {
  const spans = new Spans();
  const days = daysOf(today, addDays(today, horizonDays));
  const book = new HoursBook(withUsualHours(calendars.ofUnit(null)), days, spans, {
    lookBackTo: addDays(today, -longestOverdueDays),
  });
  return { book, spans };
}
