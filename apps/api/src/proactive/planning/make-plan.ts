import {
  addDays,
  type Caller,
  type DueCall,
  localDay,
  type Plan,
  planCalls,
  type WorkingCalendar,
} from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { calendarsOf } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';
import { type CallsOfAccount, callsOf } from './due-calls.js';
import { graceNow } from './grace.js';
import { HoursBook } from './hours-book.js';
import {
  type AccountToCall,
  accountsToCall,
  callers,
  callSettings,
  type Colleague,
  type OpenCall,
  openCalls,
} from './plan-input.query.js';
import { daysOf, Spans, withUsualHours } from './spans.js';
import { endMissed, type PlannedRow, writePlan } from './write-plan.query.js';

export const horizonDays = 90;
/** Colleagues of the one in care who may step in, besides the support staff: more would only make the search longer. */
const mostColleagues = 4;

/** What came of planning, for the page that shows it. */
export interface PlanOutcome {
  readonly accounts: number;
  readonly calls: number;
  readonly late: number;
  readonly workingDaysLate: number;
  readonly unplaced: number;
  readonly moved: number;
  readonly missed: number;
}

/**
 * Plans every proactive call of the next 90 days and writes what differs from the plan before. In the caller's
 * transaction, which lets one plan be made at a time.
 */
export async function makePlan(sql: Sql, now: Date): Promise<PlanOutcome> {
  const [settings, accounts, open] = [await callSettings(sql), await accountsToCall(sql), await openCalls(sql)];
  const caring = [...new Set(accounts.flatMap(({ repInCare, support }) => [repInCare ?? [], support].flat()))];
  const colleagues = await callers(sql, caring);
  const { zone } = await organisationZone(sql);
  const today = localDay(now, zone);
  const grace = await graceNow(sql);
  const days = daysOf(addDays(today, -(settings.earlyDays + 10)), addDays(today, horizonDays));
  const calendars = await calendarsOf(
    sql,
    colleagues.map(({ id }) => id),
    today,
  );
  const organisation = withUsualHours(calendars.ofUnit(null));
  const spans = new Spans();
  const book = new HoursBook(organisation, days, spans);
  await book.readHolidays(accounts);

  const openOf = Map.groupBy(open, ({ accountId }) => accountId);
  const inTeam = Map.groupBy(colleagues, ({ teamId }) => teamId);
  const known = new Map(colleagues.map((colleague) => [colleague.id, colleague]));
  const horizon = { today, end: addDays(today, horizonDays), earlyDays: settings.earlyDays };
  const planned: { account: AccountToCall; calls: CallsOfAccount }[] = [];
  const due: DueCall[] = [];
  const rows = new Map<string, PlannedRow>();
  for (const account of accounts) {
    const hours = book.hoursOf(account);
    const unit = account.repInCare === null ? null : calendars.departmentOf(account.repInCare);
    const common = book.commonDays(unit, withUsualHours(calendars.ofUnit(unit)), hours);
    const calls = callsOf(account, openOf.get(account.id) ?? [], (day) => common.has(day), horizon);
    openOf.delete(account.id);
    planned.push({ account, calls });
    const may = account.isSilent ? [] : callersOf(account, known, inTeam);
    for (const { dueOn, earliestOn, open: before } of calls.due) {
      const id = before?.id ?? uuid();
      rows.set(id, {
        ...{
          id,
          accountId: account.id,
          dueOn,
          earliestOn,
          graceUntil: grace.until(dueOn),
        },
        ...wellness(account),
      });
      due.push({
        ...{ id, accountId: account.id, dueOn, earliestOn, callers: may, hours: hours.id },
        ...{ band: account.band, health: account.health, isFixed: before?.isFixed ?? false },
        ...(before?.staffId &&
          before.slotAt && { placed: { callerId: before.staffId, startMs: before.slotAt.getTime() } }),
      });
    }
  }
  const plan = planCalls({
    slotMinutes: settings.slotMinutes,
    notBeforeMs: now.getTime(),
    workingDays: days.filter((day) => spans.of(organisation, day).length > 0),
    callers: colleagues.map((colleague) =>
      callerOf(colleague, withUsualHours(calendars.ofStaff.get(colleague.id) ?? organisation), {
        days,
        today,
        spans,
        settings,
      }),
    ),
    hours: book.all,
    calls: due,
  });
  const missed = planned.flatMap(({ calls }) => calls.missed);
  const dropped = [...planned.flatMap(({ calls }) => calls.dropped), ...[...openOf.values()].flat()];
  await endMissed(sql, missed.map(idOf), now);
  await writePlan(sql, { plan, rows, dropped: dropped.map(idOf), now });
  return outcomeOf(plan, { accounts: accounts.length, missed: missed.length });
}

const idOf = ({ id }: OpenCall): string => id;
const wellness = ({ class: careClass, health, band }: AccountToCall) => ({ careClass, health, band });

async function organisationZone(sql: Sql): Promise<{ zone: string }> {
  const row = await sql.first<{ zone: string }>('SELECT zone FROM organisation');
  if (!row) throw new Error('There is no organisation yet: the first run is not done.');
  return row;
}

/** The one in care, then support staff, then colleagues of the team: each account begins at another of them. */
function callersOf(
  { repInCare, support }: AccountToCall,
  known: ReadonlyMap<string, Colleague>,
  inTeam: ReadonlyMap<string | null, readonly Colleague[]>,
): string[] {
  const own = repInCare === null ? undefined : known.get(repInCare);
  const team = (own?.teamId && inTeam.get(own.teamId)) || [];
  const begin = team.findIndex(({ id }) => id === repInCare) + 1;
  const besides = [...team.slice(begin), ...team.slice(0, begin)].map(({ id }) => id).slice(0, mostColleagues);
  return [...new Set([own?.id, ...support.filter((id) => known.has(id)), ...besides])].filter((id) => id !== undefined);
}

function callerOf(
  { id, callsPerDay }: Colleague,
  calendar: WorkingCalendar,
  at: { days: readonly string[]; today: string; spans: Spans; settings: { callsPerDay: number } },
): Caller {
  const ahead = at.days.filter((day) => day >= at.today);
  return {
    id,
    callsPerDay: callsPerDay ?? at.settings.callsPerDay,
    days: ahead.map((on) => ({ on, open: at.spans.of(calendar, on) })),
  };
}

function outcomeOf(
  { placements, unplaced, moved }: Plan,
  counted: Pick<PlanOutcome, 'accounts' | 'missed'>,
): PlanOutcome {
  const late = placements.filter(({ workingDaysLate }) => workingDaysLate > 0);
  return {
    ...counted,
    calls: placements.length + unplaced.length,
    late: late.length,
    workingDaysLate: late.reduce((sum, each) => sum + each.workingDaysLate, 0),
    unplaced: unplaced.length,
    moved: moved.length,
  };
}
