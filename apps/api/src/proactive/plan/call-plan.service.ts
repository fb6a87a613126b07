import { Injectable } from '@nestjs/common';
import type { CallInPlan, LoadOfDay, PlanDay, PlanDayQuery, PlanLoad, PlanLoadQuery } from '@forecall/contracts';
import { addDays, localDay, type Span, type WorkingCalendar } from '@forecall/domain';
import { calendarsOf, type DatedRow, daysOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import { type Reach, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { lateness } from '../calls/lateness.js';
import { longestOverdueDays } from '../planning/company.query.js';
import { HoursBook } from '../planning/hours-book.js';
import { type CallSettings, callSettings } from '../planning/plan-input.query.js';
import { planAge } from '../planning/plan-state.query.js';
import { commonSpans, type RoomOfDay, roomOf } from './caller-days.js';
import { callsOnDay, type PlanCallRow, unplacedCalls } from './plan-calls.query.js';
import { type PlanCaller, planCallers, planTeams, type WhosePlan } from './plan-callers.query.js';
import { type CallerClock, countUnplaced, endedByDay, type Period, plannedByDay } from './plan-load.query.js';

const mostCallers = 60;
const mostUnplaced = 200;

type Calendar = WorkingCalendar<DatedRow>;

/** Callers with all that their days go by. */
export interface CallersOfPlan {
  readonly callers: readonly PlanCaller[];
  readonly hasMore: boolean;
  readonly clocks: readonly CallerClock[];
  readonly settings: CallSettings;
  readonly organisation: Calendar;
  readonly room: (caller: PlanCaller, day: string) => RoomOfDay;
}

/** The plan as a picture: what each caller is to do on each day, against what can be done. */
@Injectable()
export class CallPlanService {
  constructor(private readonly database: Database) {}

  async load(viewer: Viewer, { from, to, ...whose }: PlanLoadQuery): Promise<PlanLoad> {
    const reach = reachOf(viewer);
    const of = await this.callersOf(reach, whose, from);
    const days = daysOf(from, to);
    const counted = await this.loads(of, { from, to });
    const ids = of.callers.map(({ id }) => id);
    return {
      ...(await this.head(reach, of)),
      unplaced: await countUnplaced(this.database, ids, to, mostUnplaced),
      callers: of.callers.map((caller, n) => ({
        ...shownCaller(caller, of.clocks[n]),
        days: days.map((day) => counted(caller, day)),
      })),
    };
  }

  async day(viewer: Viewer, { on, ...whose }: PlanDayQuery): Promise<PlanDay> {
    const reach = reachOf(viewer);
    const of = await this.callersOf(reach, whose, on);
    const counted = await this.loads(of, { from: on, to: on });
    const ids = of.callers.map(({ id }) => id);
    const rows = await callsOnDay(this.database, of.clocks, on);
    const unplaced = await unplacedCalls(this.database, ids, on, mostUnplaced);
    const inPlan = await this.shownCalls([...rows, ...unplaced], of, on);
    const rowsOf = Map.groupBy(rows, ({ call }) => call.staff?.id);
    return {
      ...(await this.head(reach, of)),
      ...{ day: on, slotMinutes: of.settings.slotMinutes },
      callers: of.callers.map((caller, n) => {
        const { hours } = of.room(caller, on);
        return {
          ...shownCaller(caller, of.clocks[n]),
          load: counted(caller, on),
          hours: hours.map(shownSpan),
          calls: (rowsOf.get(caller.id) ?? []).map((row) => inPlan(row, hours)),
        };
      }),
      unplaced: unplaced.map((row) => inPlan(row, [])),
    };
  }

  /** The callers of whom one may know, with their working time from a day on. */
  async callersOf(reach: Reach, whose: WhosePlan, from: string): Promise<CallersOfPlan> {
    const found = await planCallers(this.database, reach, whose, mostCallers);
    const callers = found.slice(0, mostCallers);
    const settings = await callSettings(this.database);
    const now = new Date();
    const today = localDay(now, 'UTC');
    // How late calls are is counted from their due day on.
    const calendars = await calendarsOf(
      this.database,
      callers.map(({ id }) => id),
      addDays(from < today ? from : today, -longestOverdueDays),
    );
    const organisation = withUsualHours(calendars.ofUnit(null));
    const known = new Map(
      [...calendars.ofStaff].map(([id, calendar]): [string, Calendar] => [id, withUsualHours(calendar)]),
    );
    const calendarOf = ({ id }: PlanCaller) => known.get(id) ?? organisation;
    const spans = new Spans();
    return {
      ...{ callers, settings, organisation, hasMore: found.length > mostCallers },
      clocks: callers.map((caller) => {
        const { zone } = calendarOf(caller);
        return { id: caller.id, zone, today: localDay(now, zone) };
      }),
      room: (caller, day) =>
        roomOf(calendarOf(caller), day, {
          ...{ callsPerDay: caller.callsPerDay ?? settings.callsPerDay, slotMinutes: settings.slotMinutes, spans },
        }),
    };
  }

  /** Tells the load of a caller and day. */
  async loads(of: CallersOfPlan, period: Period): Promise<(caller: PlanCaller, day: string) => LoadOfDay> {
    const planned = byCallerAndDay(await plannedByDay(this.database, of.clocks, period));
    const ended = byCallerAndDay(await endedByDay(this.database, of.clocks, period));
    return (caller, day) => {
      const { capacity, away, holiday } = of.room(caller, day);
      const { planned: count = 0, late = 0, atRisk = 0 } = planned.get(caller.id + day) ?? {};
      const { made = 0, missed = 0 } = ended.get(caller.id + day) ?? {};
      return { day, planned: count, late, atRisk, made, missed, capacity, away, holiday };
    };
  }

  /** Tells what is shown of a call, for a caller who works in some hours. */
  async shownCalls(
    rows: readonly PlanCallRow[],
    { organisation }: Pick<CallersOfPlan, 'organisation'>,
    day: string,
  ): Promise<(row: PlanCallRow, hours: readonly Span[]) => CallInPlan> {
    const book = new HoursBook(organisation, [day], new Spans());
    await book.readHolidays(rows);
    const late = lateness(organisation, localDay(new Date(), organisation.zone));
    return (row, hours) => ({
      ...row.call,
      ...{ zone: row.zone, tries: row.tries },
      workingDaysLate: row.call.state === 'planned' ? late(row.call.dueOn) : 0,
      windows: commonSpans(hours, book.hoursOf(row).open).map(shownSpan),
      retryAt: row.retryAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    });
  }

  private async head(reach: Reach, { hasMore }: CallersOfPlan) {
    return { ...(await planAge(this.database)), hasMore, teams: await planTeams(this.database, reach) };
  }
}

const shownSpan = ({ fromMs, toMs }: Span) => ({
  from: new Date(fromMs).toISOString(),
  to: new Date(toMs).toISOString(),
});

const shownCaller = ({ id, name, team }: PlanCaller, clock: CallerClock | undefined) => ({
  ...{ staff: { id, name }, team },
  ...{ zone: clock?.zone ?? 'UTC', today: clock?.today ?? '' },
});

const byCallerAndDay = <Row extends { staffId: string; day: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.staffId + row.day, row]));
