import {
  addDays,
  type Caller,
  type CareClass,
  type DueCall,
  type HealthBand,
  type Plan,
  planCalls,
  type WorkingCalendar,
} from '@forecall/domain';
import { type Company, horizonDays } from './company.query.js';
import { type CallsOfAccount, callsOf } from './due-calls.js';
import type { AccountToCall, Colleague, OpenCall } from './plan-input.query.js';
import { daysOf, withUsualHours } from '../../calendars/calendar.service.js';

/** Colleagues of the one in care who may step in, besides the support staff: more would only make the search longer. */
const mostColleagues = 4;

/** A call that is due, as its row says it; the plan knows it by `key`. */
export interface DueRow {
  /** Account and due day: the same for the same input, whether the call has a row already or not. */
  readonly key: string;
  /** The row that stands for it already. */
  readonly id: string | undefined;
  readonly revision: number | undefined;
  readonly accountId: string;
  readonly dueOn: string;
  readonly earliestOn: string;
  readonly graceUntil: string;
  readonly careClass: CareClass;
  readonly health: number;
  readonly band: HealthBand;
}

export interface CompanyPlan {
  readonly plan: Plan;
  readonly due: readonly DueRow[];
  /** Never made, and the next one is due by now. */
  readonly missed: readonly OpenCall[];
  /** Nobody is to get these any more. */
  readonly dropped: readonly OpenCall[];
}

/** What is due in the next 90 days, who makes it and when. Pure: the same company gives the same plan. */
export function planCompany(company: Company): CompanyPlan {
  const { calendars, settings, today, spans, book } = company;
  const organisation = withUsualHours(calendars.ofUnit(null));
  const accounts = callsByAccount(company);
  const mayCall = callersOfAccounts(company.colleagues);
  const due = accounts.flatMap(({ account, calls }) => calls.due.map((date) => rowOf(company, account, date)));
  const end = addDays(today, horizonDays);
  const first = due.reduce((least, { dueOn }) => (dueOn < least ? dueOn : least), today);
  // West of the organisation it is still the day before.
  const ahead = daysOf(addDays(today, -1), end);
  const plan = planCalls({
    slotMinutes: settings.slotMinutes,
    notBeforeMs: company.now.getTime(),
    // From the oldest due day on, so that the days late of a call that is long overdue are counted.
    workingDays: daysOf(first, end).filter((day) => spans.of(organisation, day).length > 0),
    callers: company.colleagues.map(({ id, callsPerDay }): Caller => {
      const calendar: WorkingCalendar = withUsualHours(calendars.ofStaff.get(id) ?? organisation);
      return {
        id,
        callsPerDay: callsPerDay ?? settings.callsPerDay,
        days: ahead.map((on) => ({ on, open: spans.of(calendar, on) })),
      };
    }),
    hours: book.all,
    calls: accounts.flatMap(({ account, hours, calls }) => {
      const callers = account.isSilent ? [] : mayCall(account);
      return calls.due.map((date) => dueCall(account, date, { callers, hours }));
    }),
  });
  const known = new Set(company.accounts.map(({ id }) => id));
  return {
    plan,
    due,
    missed: accounts.flatMap(({ calls }) => calls.missed),
    dropped: [
      ...accounts.flatMap(({ calls }) => calls.dropped),
      ...company.open.filter(({ accountId }) => !known.has(accountId)),
    ],
  };
}

type DueDate = CallsOfAccount['due'][number];

interface AccountCalls {
  readonly account: AccountToCall;
  /** The id of its calling hours. */
  readonly hours: string;
  readonly calls: CallsOfAccount;
}

/** What is due at each account, on days on which both sides work. */
function callsByAccount({ accounts, open, calendars, settings, today, book }: Company): AccountCalls[] {
  const openOf = Map.groupBy(open, ({ accountId }) => accountId);
  const horizon = { today, end: addDays(today, horizonDays), earlyDays: settings.earlyDays };
  return accounts.map((account) => {
    const hours = book.hoursOf(account);
    const unit = account.repInCare === null ? null : calendars.departmentOf(account.repInCare);
    const isWorked = book.commonDays(unit, withUsualHours(calendars.ofUnit(unit)), hours);
    return { account, hours: hours.id, calls: callsOf(account, openOf.get(account.id) ?? [], isWorked, horizon) };
  });
}

const keyOf = ({ id }: AccountToCall, dueOn: string): string => `${id} ${dueOn}`;

const rowOf = ({ grace }: Company, account: AccountToCall, { dueOn, earliestOn, open }: DueDate): DueRow => ({
  ...{ key: keyOf(account, dueOn), id: open?.id, revision: open?.revision },
  ...{ accountId: account.id, dueOn, earliestOn },
  ...{ graceUntil: grace.until(dueOn), careClass: account.class, health: account.health, band: account.band },
});

function dueCall(
  account: AccountToCall,
  { dueOn, earliestOn, open }: DueDate,
  { callers, hours }: { readonly callers: readonly string[]; readonly hours: string },
): DueCall {
  const { id: accountId, band, health } = account;
  return {
    ...{ id: keyOf(account, dueOn), accountId, dueOn, earliestOn, callers, hours, band, health },
    isFixed: open?.isFixed ?? false,
    ...(open?.staffId && open.slotAt && { placed: { callerId: open.staffId, startMs: open.slotAt.getTime() } }),
  };
}

/** The one in care, then support staff, then colleagues of the team: each account begins at another of them. */
function callersOfAccounts(colleagues: readonly Colleague[]): (account: AccountToCall) => string[] {
  const known = new Map(colleagues.map((colleague) => [colleague.id, colleague]));
  const inTeam = Map.groupBy(colleagues, ({ teamId }) => teamId);
  return ({ repInCare, support }) => {
    const own = repInCare === null ? undefined : known.get(repInCare);
    const team = (own?.teamId && inTeam.get(own.teamId)) || [];
    const begin = team.findIndex(({ id }) => id === repInCare) + 1;
    const besides = [...team.slice(begin), ...team.slice(0, begin)].map(({ id }) => id).slice(0, mostColleagues);
    return [...new Set([own?.id, ...support.filter((id) => known.has(id)), ...besides])].filter(
      (id) => id !== undefined,
    );
  };
}
