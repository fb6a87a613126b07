import { Injectable } from '@nestjs/common';
import {
  type AtomCounts,
  type BoardPeriods,
  boardPeriods,
  type BoardWindow,
  definitionOf,
  figureFrom,
  type MetricId,
  type Period,
  type Ratio,
  standingAgainst,
  usualLevel,
} from '@forecall/domain';
import type { BoardSide, BoardSnapshot, BoardTile } from '@forecall/contracts';
import { FiguresService } from '../figures/figures.service.js';
import { Database } from '../platform/database/database.js';
import { type BoardDepartment, boardDepartments } from './board.query.js';

const metricOf: Record<BoardSide, MetricId> = { answerable: 'complaint-rate', handling: 'complaint-rate-handling' };
const none: Ratio = { numerator: 0, denominator: 0 };

type ByDepartment = ReadonlyMap<string, AtomCounts>;

/** What a tile is compared with; it changes with the minute, not with each contact. */
interface Comparison {
  readonly weekBefore: ByDepartment;
  readonly usual: readonly ByDepartment[];
  readonly recent: ByDepartment;
  readonly earlier: readonly ByDepartment[];
}

/** The board: every department's complaint rate in one window, with its usual level, asked of the one figure engine. */
@Injectable()
export class BoardService {
  private readonly comparisons = new Map<string, Promise<Comparison>>();

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
  ) {}

  async snapshot(window: BoardWindow, side: BoardSide, departmentId: string | null = null): Promise<BoardSnapshot> {
    // Versions before counts: a tile may then be newer than its version says, never older.
    const departments = await boardDepartments(this.database);
    const zone = await this.figures.zone();
    const now = new Date();
    const periods = boardPeriods(window, now, zone);
    const [current, quarter, comparison] = await Promise.all([
      this.counts(side, periods.current, zone),
      this.counts(side, periods.quarter, zone),
      this.comparison(window, side, periods, zone),
    ]);
    const shown = departments.filter(({ id }) => departmentId === null || id === departmentId);
    return {
      window,
      side,
      asOf: now.toISOString(),
      from: periods.current.from.toISOString(),
      to: periods.current.to.toISOString(),
      zone,
      tiles: shown.map((department) => tile(side, department, current, quarter, periods, comparison)),
    };
  }

  /** Kept for the minute it was asked in; late rows show at the next one. */
  private comparison(window: BoardWindow, side: BoardSide, periods: BoardPeriods, zone: string): Promise<Comparison> {
    const key = `${window} ${side} ${periods.current.to.getTime()} ${zone}`;
    const known = this.comparisons.get(key);
    if (known) return known;
    for (const old of this.comparisons.keys()) if (old.startsWith(`${window} ${side} `)) this.comparisons.delete(old);
    const counted = this.compare(side, periods, zone);
    this.comparisons.set(key, counted);
    counted.catch(() => this.comparisons.delete(key));
    return counted;
  }

  private async compare(side: BoardSide, periods: BoardPeriods, zone: string): Promise<Comparison> {
    const all = (list: readonly Period[]) => Promise.all(list.map((period) => this.counts(side, period, zone)));
    const [weekBefore, recent, usual, earlier] = await Promise.all([
      this.counts(side, periods.weekBefore, zone),
      this.counts(side, periods.recent, zone),
      all(periods.usual),
      all(periods.earlier),
    ]);
    return { weekBefore, recent, usual, earlier };
  }

  private async counts(side: BoardSide, period: Period, zone: string): Promise<ByDepartment> {
    const metricId = metricOf[side];
    const counted = await this.figures.counts({
      metricId,
      metric: definitionOf(metricId),
      scope: [],
      by: ['department'],
      ...period,
      zone,
      clock: 'end',
      thresholdSeconds: 20,
      reach: null,
      onlooker: null,
    });
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
): BoardTile {
  const ratioIn = (counts: ByDepartment): Ratio => {
    const found = counts.get(department.id);
    return found ? { numerator: found.complaint ?? 0, denominator: found.handled ?? 0 } : none;
  };
  const { numerator, denominator, n, value, interval, beside, definition } = figureFrom(
    metricOf[side],
    current.get(department.id) ?? {},
  );
  const usual = usualLevel(sumOf(comparison.usual.map(ratioIn)), ratioIn(comparison.recent));
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
  };
}

const sumOf = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce(
    (sum, next) => ({ numerator: sum.numerator + next.numerator, denominator: sum.denominator + next.denominator }),
    none,
  );
