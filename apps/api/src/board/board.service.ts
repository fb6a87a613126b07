import { Injectable } from '@nestjs/common';
import {
  type AtomCounts,
  type BoardPeriods,
  boardPeriods,
  type BoardWindow,
  figureFrom,
  type MetricId,
  partsByDay,
  type Period,
  type Ratio,
  standingAgainst,
  usualLevel,
} from '@forecall/domain';
import type { BoardSide, BoardSnapshot, BoardTile } from '@forecall/contracts';
import { AlarmViewService, type Standing } from '../alarms/view/alarm-view.service.js';
import { CalendarService } from '../calendars/calendar.service.js';
import { FiguresService } from '../figures/figures.service.js';
import { Database } from '../platform/database/database.js';
import { type BoardDepartment, boardDepartments } from './board.query.js';

const metricOf: Record<BoardSide, MetricId> = { answerable: 'complaint-rate', handling: 'complaint-rate-handling' };
/** What came of calling before they complain; by the department answerable, whichever side the board shows. */
const caughtMetric: MetricId = 'proactive-catch-rate';
const caughtIn = (now: Date, zone: string): Period => boardPeriods('d28', now, zone).current;
/** By the department that handled what was asked about. */
const satisfiedMetric: MetricId = 'csat';
const none: Ratio = { numerator: 0, denominator: 0 };

type ByDepartment = ReadonlyMap<string, AtomCounts>;

/** What a tile is compared with; it changes with the minute, not with each contact. */
interface Comparison {
  readonly weekBefore: ByDepartment;
  /** Sums over the same weekdays without the holidays of each department. */
  readonly usual: ReadonlyMap<string, Ratio>;
  readonly recent: ByDepartment;
  readonly earlier: readonly ByDepartment[];
  /** Of the days of `caughtIn`. */
  readonly caught: ByDepartment;
}

/** The board: every department's complaint rate in one window, with its usual level, asked of the one figure engine. */
@Injectable()
export class BoardService {
  private readonly comparisons = new Map<string, Promise<Comparison>>();

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly calendars: CalendarService,
    private readonly alarms: AlarmViewService,
  ) {}

  async snapshot(window: BoardWindow, side: BoardSide, departmentId: string | null = null): Promise<BoardSnapshot> {
    // Versions before counts: a tile may then be newer than its version says, never older.
    const departments = await boardDepartments(this.database);
    const zone = await this.figures.zone();
    const now = new Date();
    const periods = boardPeriods(window, now, zone);
    const caught = caughtIn(now, zone);
    const [current, satisfied, quarter, comparison, standings] = await Promise.all([
      this.counts(side, periods.current, zone),
      this.countsOf(satisfiedMetric, periods.current, zone),
      this.counts(side, periods.quarter, zone),
      this.comparison(window, side, periods, caught, zone),
      // Alarms are of the department answerable.
      side === 'answerable' ? this.alarms.onBoard() : new Map<string, Standing>(),
    ]);
    const shown = departments.filter(({ id }) => departmentId === null || id === departmentId);
    return {
      window,
      side,
      asOf: now.toISOString(),
      from: periods.current.from.toISOString(),
      to: periods.current.to.toISOString(),
      zone,
      caught: { from: caught.from.toISOString(), to: caught.to.toISOString() },
      tiles: shown.map((department) => ({
        ...tile(side, department, current, quarter, periods, comparison),
        satisfied: sumsOf(satisfiedMetric, satisfied.get(department.id)),
        evidence: standings.get(department.id)?.evidence ?? null,
        alarm: standings.get(department.id)?.alarm ?? null,
      })),
    };
  }

  /** Kept for the minute it was asked in; late rows show at the next one. */
  private comparison(
    window: BoardWindow,
    side: BoardSide,
    periods: BoardPeriods,
    caught: Period,
    zone: string,
  ): Promise<Comparison> {
    const key = `${window} ${side} ${periods.current.to.getTime()} ${zone}`;
    const known = this.comparisons.get(key);
    if (known) return known;
    for (const old of this.comparisons.keys()) if (old.startsWith(`${window} ${side} `)) this.comparisons.delete(old);
    const counted = this.compare(side, periods, caught, zone);
    this.comparisons.set(key, counted);
    counted.catch(() => this.comparisons.delete(key));
    return counted;
  }

  private async compare(side: BoardSide, periods: BoardPeriods, caughtDays: Period, zone: string): Promise<Comparison> {
    const all = (list: readonly Period[]) => Promise.all(list.map((period) => this.counts(side, period, zone)));
    const [weekBefore, recent, usual, earlier, caught] = await Promise.all([
      this.counts(side, periods.weekBefore, zone),
      this.counts(side, periods.recent, zone),
      this.usual(side, periods.usual, zone),
      all(periods.earlier),
      this.countsOf(caughtMetric, caughtDays, zone),
    ]);
    return { weekBefore, recent, usual, earlier, caught };
  }

  /** All of the periods, less what fell on a holiday of the department: only the days that are one somewhere are asked for. */
  private async usual(side: BoardSide, periods: readonly Period[], zone: string): Promise<Map<string, Ratio>> {
    const parts = periods.flatMap((period) => partsByDay(period, zone));
    const days = parts.map(({ day }) => day).toSorted();
    const isHolidayOf = await this.calendars.holidaysOf(days[0] ?? '', days.at(-1) ?? '');
    const departments = await boardDepartments(this.database);
    const festive = parts.filter(({ day }) => departments.some(({ id }) => isHolidayOf(id, day)));
    const [whole, left] = await Promise.all([
      Promise.all(periods.map((period) => this.counts(side, period, zone))),
      Promise.all(festive.map(async (part) => ({ day: part.day, counts: await this.counts(side, part, zone) }))),
    ]);
    return new Map(
      departments.map(({ id }) => {
        const ofHolidays = left.filter(({ day }) => isHolidayOf(id, day)).map(({ counts }) => ratioOf(counts, id));
        return [id, less(sumOf(whole.map((counts) => ratioOf(counts, id))), sumOf(ofHolidays))];
      }),
    );
  }

  private counts(side: BoardSide, period: Period, zone: string): Promise<ByDepartment> {
    return this.countsOf(metricOf[side], period, zone);
  }

  private async countsOf(metricId: MetricId, period: Period, zone: string): Promise<ByDepartment> {
    const question = await this.figures.own(metricId, { scope: [], by: ['department'], ...period, zone });
    const counted = await this.figures.counts(question);
    return new Map(counted.map(({ keys, counts }) => [keys[0] ?? '', counts]));
  }
}

function tile(
  side: BoardSide,
  department: BoardDepartment,
  current: ByDepartment,
  quarter: ByDepartment,
  periods: BoardPeriods,
  comparison: Comparison,
): Omit<BoardTile, 'evidence' | 'alarm' | 'satisfied'> {
  const ratioIn = (counts: ByDepartment): Ratio => ratioOf(counts, department.id);
  const { numerator, denominator, n, value, interval, beside, definition } = figureFrom(
    metricOf[side],
    current.get(department.id) ?? {},
  );
  const usual = usualLevel(comparison.usual.get(department.id) ?? none, ratioIn(comparison.recent));
  return {
    departmentId: department.id,
    name: { en: department.en, zh: department.zh },
    version: department.version,
    figure: { numerator, denominator, n, value, interval, beside, definition },
    usual,
    standing: standingAgainst(usual?.value ?? null, numerator, n),
    weekBefore: ratioIn(comparison.weekBefore),
    trend: comparison.earlier.map(ratioIn),
    quarter: { from: periods.quarter.from.toISOString(), ...ratioIn(quarter) },
    caught: sumsOf(caughtMetric, comparison.caught.get(department.id)),
  };
}

const sumsOf = (metric: MetricId, counts: AtomCounts = {}): Ratio => {
  const { numerator, denominator } = figureFrom(metric, counts);
  return { numerator, denominator: denominator ?? 0 };
};

function ratioOf(counts: ByDepartment, departmentId: string): Ratio {
  const found = counts.get(departmentId);
  return found ? { numerator: found.complaint ?? 0, denominator: found.handled ?? 0 } : none;
}

const less = (all: Ratio, left: Ratio): Ratio => ({
  numerator: all.numerator - left.numerator,
  denominator: all.denominator - left.denominator,
});

const sumOf = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce(
    (sum, next) => ({ numerator: sum.numerator + next.numerator, denominator: sum.denominator + next.denominator }),
    none,
  );
