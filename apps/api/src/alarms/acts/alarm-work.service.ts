import { Injectable } from '@nestjs/common';
import type { Alarm, ExplainAlarm, FalseAlarm, TakeAlarm } from '@forecall/contracts';
import { alarmReason, followAlarm, localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { ChartBaselineService } from '../../control-charts/chart-baseline.service.js';
import { DutyService } from '../../duties/duty.service.js';
import { FiguresService } from '../../figures/figures.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { raiseScopes } from '../../tallies/raise-scopes.query.js';
import { BaselineService } from '../baselines/baseline.service.js';
import { addInputs, lockWatched, saveWatched } from '../feed/watched.query.js';
import { AlarmViewService } from '../view/alarm-view.service.js';
import { type LockedAlarm, lockAlarm } from './alarm-lock.query.js';

const hour = 3_600_000;
/** Whoever takes an alarm says within it what came of it. */
const judgedWithin = 4 * hour;

/** What somebody says of an alarm. */
type Told =
  | {
      readonly outcome: 'explained';
      readonly cause: string;
      readonly lasts: boolean;
      readonly note: string;
      readonly zone: string;
    }
  | { readonly outcome: 'false'; readonly cause: null; readonly lasts: false; readonly note: string };

/** What people do about an alarm: take it, then explain it or call it false. */
@Injectable()
export class AlarmWorkService {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly baselines: BaselineService,
    private readonly charts: ChartBaselineService,
    private readonly figures: FiguresService,
    private readonly view: AlarmViewService,
  ) {}

  /** It is theirs from now on, as a duty; who had it before is relieved. Taken twice by the same it is taken once. */
  take(viewer: Viewer, id: string, { revision }: TakeAlarm): Promise<Alarm> {
    return this.act(viewer, id, revision, async (sql, alarm) => {
      if (alarm.state === 'explained' || alarm.state === 'false')
        throw conflict('alarm-ended', 'The alarm was judged already.');
      if (alarm.takenBy === viewer.staffId) return;
      const source = { entity: 'alarm', id };
      await noteStep(sql, viewer, id, { act: 'taken', cause: null, lasts: false, note: '' });
      await this.duties.cancel(sql, { source }, viewer.signInId);
      await sql.change('UPDATE alarm SET taken_by = $2, taken_at = now(), revision = revision + 1 WHERE id = $1', [
        ...[id, viewer.staffId],
      ]);
      await this.duties.open(sql, {
        ...{ kind: 'alarm', ownerId: viewer.staffId, dueAt: new Date(Date.now() + judgedWithin), source },
        ...{ departmentId: alarm.departmentId, by: viewer.signInId },
        parameters: {
          ...{ department: alarm.department, departmentZh: alarm.departmentZh },
          since: alarm.since.toISOString(),
        },
      });
    });
  }

  /** Its cause is known. It passes, or it stays: then another level is usual from its beginning on. */
  async explain(viewer: Viewer, id: string, { revision, cause, lasts, note }: ExplainAlarm): Promise<Alarm> {
    const zone = await this.figures.zone();
    return this.act(viewer, id, revision, (sql, alarm) => {
      if (lasts && !leadsDepartment(viewer, alarm.departmentId))
        throw forbidden('What is usual is for the head of the department and executives to say.');
      if (lasts && alarm.isEbbed)
        throw conflict('alarm-ebbed', 'The rise has ebbed by itself: nothing is left to stay.');
      return this.judge(sql, viewer, alarm, { outcome: 'explained', cause, lasts, note, zone });
    });
  }

  /** Nothing was behind it: what is usual stays. */
  callFalse(viewer: Viewer, id: string, { revision, why }: FalseAlarm): Promise<Alarm> {
    return this.act(viewer, id, revision, (sql, alarm) =>
      this.judge(sql, viewer, alarm, { outcome: 'false', cause: null, lasts: false, note: why }),
    );
  }

  private async judge(sql: Sql, viewer: Viewer, alarm: LockedAlarm, told: Told): Promise<void> {
    const wasOpen = alarm.state === 'open' || alarm.state === 'taken';
    const chartBaselineId = await this.onChart(sql, viewer, alarm, told);
    await sql.change(
      `UPDATE alarm SET outcome = $2, cause = $3, note = $4, ended_at = coalesce(ended_at, now()), ended_by = $5, lasts = $6,
         chart_baseline_id = $7, revision = revision + 1 WHERE id = $1`,
      [alarm.id, told.outcome, told.cause, told.note, viewer.signInId, told.lasts, chartBaselineId],
    );
    await noteStep(sql, viewer, alarm.id, { ...told, act: told.outcome });
    await this.duties.done(sql, { source: { entity: 'alarm', id: alarm.id } }, viewer.signInId);
    // Evidence that ebbed by itself was of this alarm no more; what there is now may be of another.
    if (wasOpen && !alarm.isEbbed) await beginAnew(sql, alarm.departmentId);
    await this.baselines.ask(sql);
  }

  /** What stays begins another phase on the daily chart too, with the day of the change; judged otherwise it goes again. */
  private async onChart(sql: Sql, viewer: Viewer, alarm: LockedAlarm, told: Told): Promise<string | null> {
    if (alarm.chartBaselineId) await this.charts.takeBack(sql, viewer, alarm.chartBaselineId);
    if (told.outcome === 'false' || !told.lasts) return null;
    const restart = { departmentId: alarm.departmentId, metric: 'complaint-rate', by: viewer } as const;
    const day = localDay(alarm.since, told.zone);
    return (await this.charts.restartFrom(sql, { ...restart, day, reason: alarmReason(told.cause) })).id;
  }

  private async act(
    viewer: Viewer,
    id: string,
    revision: number,
    work: (sql: Sql, alarm: LockedAlarm) => Promise<void>,
  ): Promise<Alarm> {
    await this.database.transaction(async (sql) => {
      const of = await sql.first<{ departmentId: string }>(
        'SELECT department_id AS "departmentId" FROM alarm WHERE id = $1',
        [id],
      );
      if (!of) throw notFound('alarm');
      // The evidence first, as whoever raises alarms does: neither waits for the other.
      await lockWatched(sql, [of.departmentId]);
      const alarm = await lockAlarm(sql, reachOf(viewer), id);
      if (!alarm) throw notFound('alarm');
      if (!alarm.mayWork) throw forbidden();
      if (alarm.revision !== revision) throw changedMeanwhile();
      await work(sql, alarm);
      await raiseScopes(sql, [alarm.departmentId]);
    });
    // Only now: names come by connections of their own, which those who wait for this act may hold.
    return this.view.one(viewer, id);
  }
}

interface Step {
  readonly act: 'taken' | 'explained' | 'false';
  readonly cause: string | null;
  readonly lasts: boolean;
  readonly note: string;
}

const noteStep = (sql: Sql, { signInId }: Viewer, alarmId: string, { act, cause, lasts, note }: Step) =>
  sql.change('INSERT INTO alarm_step (id, alarm_id, by, act, cause, lasts, note) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ...[uuid(), alarmId, signInId, act, cause, lasts, note],
  ]);

async function beginAnew(sql: Sql, departmentId: string): Promise<void> {
  const [department] = await lockWatched(sql, [departmentId]);
  if (!department) return;
  const { watched } = followAlarm(department.watched, { kind: 'restart', plan: null });
  const n = department.n + 1;
  await addInputs(sql, [{ departmentId, n, kind: 'restart' }]);
  await saveWatched(sql, [{ ...department, n, watched }]);
}
