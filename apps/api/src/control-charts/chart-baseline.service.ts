import { Injectable } from '@nestjs/common';
import { type ChartBaseline, daysFrom, type SetBaseline } from '@forecall/contracts';
import { addDays, chartsOf, localDay, type MetricId } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { FiguresService } from '../figures/figures.service.js';
import { AuditTrail } from '../platform/access/audit-trail.js';
import { leadsDepartment, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badField, conflict, forbidden, notFound } from '../platform/http/problem.js';
import {
  baselineById,
  baselinesWithin,
  chartDepartment,
  chartOfBaseline,
  insertBaseline,
  lockChart,
  nextBaseline,
  undoBaseline,
} from './chart-baseline.query.js';

/** Farther back nobody makes limits anew. */
const mostDaysBack = 3 * 366;

export interface Restart {
  readonly departmentId: string;
  readonly metric: MetricId;
  /** The first day of the new phase. */
  readonly day: string;
  readonly reason: string;
  readonly by: Pick<Viewer, 'signInId' | 'name' | 'address'>;
}

/** From when on the limits of a chart are made anew, and of which days. Nothing is deleted: what is undone stays told. */
@Injectable()
export class ChartBaselineService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly figures: FiguresService,
  ) {}

  async set(viewer: Viewer, { departmentId, metric, from, to, reason }: SetBaseline): Promise<ChartBaseline> {
    const today = localDay(new Date(), await this.figures.zone());
    checkChart(metric);
    checkDays(from, to, today);
    return this.database.transaction(async (sql) => {
      const department = await chartDepartment(sql, departmentId);
      if (!department) throw notFound('department');
      if (!leadsDepartment(viewer, departmentId)) throw forbidden();
      await lockChart(sql, { departmentId, metric });
      const days = to === null ? null : daysFrom(from, to);
      await this.refuseClash(sql, { departmentId, metric }, from, to, days);
      return this.insert(sql, { departmentId, metric, day: from, reason, by: viewer }, days);
    });
  }

  /**
   * A phase begins on this day because of what is known, such as an alarm that was explained: in the transaction of
   * whoever says so, who has seen to it that they may. One that begins on the same day already is replaced.
   */
  async restartFrom(sql: Sql, restart: Restart): Promise<ChartBaseline> {
    checkChart(restart.metric);
    await lockChart(sql, restart);
    return this.insert(sql, restart, null);
  }

  /** Undone within the transaction of whoever takes back why it was made; undone already it stays so. */
  async takeBack(sql: Sql, by: Viewer, id: string): Promise<void> {
    const chart = await chartOfBaseline(sql, id);
    if (!chart) return;
    await lockChart(sql, chart);
    if ((await undoBaseline(sql, id, by.signInId)) === 0) return;
    await this.record(sql, by, 'chart-baseline.undone', { ...chart, baseline: await present(sql, id) });
  }

  undo(viewer: Viewer, id: string): Promise<ChartBaseline> {
    return this.database.transaction(async (sql) => {
      const chart = await chartOfBaseline(sql, id);
      if (!chart) throw notFound('baseline');
      if (!leadsDepartment(viewer, chart.departmentId)) throw forbidden();
      await lockChart(sql, chart);
      if ((await undoBaseline(sql, id, viewer.signInId)) === 0)
        throw conflict('baseline-undone', 'This was undone already.');
      const baseline = await present(sql, id);
      await this.record(sql, viewer, 'chart-baseline.undone', { ...chart, baseline });
      return baseline;
    });
  }

  private async refuseClash(
    sql: Sql,
    chart: { readonly departmentId: string; readonly metric: MetricId },
    from: string,
    to: string | null,
    days: number | null,
  ): Promise<void> {
    const [same] = await baselinesWithin(sql, chart, { from, to: addDays(from, 1) });
    if (same?.from === from && same.days === days)
      throw conflict('baseline-there', 'The limits begin anew on that day already, of the same days.', {
        values: { day: from },
      });
    const inside = to === null ? undefined : await nextBaseline(sql, chart, from, to);
    if (inside)
      throw conflict('baseline-overlaps', 'Within these days the limits begin anew.', { values: { day: inside.from } });
  }

  private async insert(sql: Sql, { day, by, ...rest }: Restart, days: number | null): Promise<ChartBaseline> {
    const id = uuid();
    await insertBaseline(sql, { ...rest, id, from: day, days, signInId: by.signInId });
    const baseline = await present(sql, id);
    await this.record(sql, by, days === null ? 'chart-baseline.restarted' : 'chart-baseline.frozen', {
      ...{ departmentId: rest.departmentId, metric: rest.metric, baseline },
    });
    return baseline;
  }

  private async record(
    sql: Sql,
    by: Restart['by'],
    act: 'chart-baseline.frozen' | 'chart-baseline.restarted' | 'chart-baseline.undone',
    { departmentId, metric, baseline }: { departmentId: string; metric: MetricId; baseline: ChartBaseline },
  ): Promise<void> {
    const { from, days, reason } = baseline;
    const told = { metric, from, days, reason };
    await this.audit.record(sql, by, {
      ...{ act, entity: 'chart_baseline', id: baseline.id },
      name: (await chartDepartment(sql, departmentId))?.en ?? '',
      ...(act === 'chart-baseline.undone' ? { before: told } : { after: told }),
    });
  }
}

async function present(sql: Sql, id: string): Promise<ChartBaseline> {
  const found = await baselineById(sql, id);
  if (!found) throw notFound('baseline');
  return found;
}

function checkChart(metric: MetricId): void {
  if (chartsOf(metric).length === 0)
    throw badField({ path: 'metric', code: 'no-control-chart', message: `${metric} has no control chart` });
}

function checkDays(from: string, to: string | null, today: string): void {
  if (from > today) throw badField({ path: 'from', code: 'day-to-come', message: 'lies after today' });
  if (to !== null && to > today) throw badField({ path: 'to', code: 'day-to-come', message: 'lies after today' });
  if (from < addDays(today, -mostDaysBack))
    throw badField({ path: 'from', code: 'baseline-too-early', message: 'lies more than three years back' });
}
