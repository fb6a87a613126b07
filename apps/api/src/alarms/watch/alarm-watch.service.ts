import { Injectable } from '@nestjs/common';
import type { AlarmWatch, AlarmWatches, SetAlarmBudget } from '@forecall/contracts';
import { localDay, minimumPast } from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/http/problem.js';
import { raiseScopes } from '../../tallies/raise-scopes.query.js';
import { baselineInForce, budgetOf } from '../baselines/baseline.query.js';
import { BaselineService } from '../baselines/baseline.service.js';
import { putUnderWatch } from '../baselines/put-under-watch.js';
import { lockWatched } from '../feed/watched.query.js';
import { type WatchRow, watchRows } from '../view/alarm-view.query.js';

const day = 86_400_000;
/** The record is of so many days at most. */
const recordDays = 365;

/** How departments are watched: what is usual, what the budget of false alarms means, what came of the alarms so far. */
@Injectable()
export class AlarmWatchService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly baselines: BaselineService,
    private readonly trail: AuditTrail,
  ) {}

  async all(viewer: Viewer): Promise<AlarmWatches> {
    return { watches: await this.watches(viewer, null) };
  }

  async one(viewer: Viewer, departmentId: string): Promise<AlarmWatch> {
    const [watch] = await this.watches(viewer, departmentId);
    if (!watch) throw notFound('department');
    return watch;
  }

  /** From now on; the evidence there is counts on, in the same part of the new threshold. */
  async setBudget(viewer: Viewer, departmentId: string, { budgetDays, revision }: SetAlarmBudget): Promise<AlarmWatch> {
    await this.database.transaction(async (sql) => {
      // Such a lock lets rows come that refer to the department: whoever takes its contacts in waits for nothing here.
      const department = await sql.first<{ name: string }>(
        `SELECT name FROM department
         WHERE id = $1 AND "from" <= now() AND ("to" IS NULL OR "to" > now()) FOR NO KEY UPDATE`,
        [departmentId],
      );
      if (!department) throw notFound('department');
      if (!leadsDepartment(viewer, departmentId)) throw forbidden();
      // Before its baseline is read, for another may come into force at this moment.
      await lockWatched(sql, [departmentId]);
      const before = await budgetOf(sql, departmentId);
      if ((before?.revision ?? 0) !== revision) throw changedMeanwhile();
      if (before?.budgetDays === budgetDays) return;
      await keepBudget(sql, viewer, departmentId, budgetDays);
      await this.trail.record(sql, viewer, {
        ...{ act: 'alarm-budget.set', entity: 'alarm_rule', id: departmentId, name: department.name },
        ...{ before: before ? { budgetDays: before.budgetDays } : null, after: { budgetDays } },
      });
      const inForce = await baselineInForce(sql, departmentId);
      if (inForce) {
        const { id: _, ...told } = inForce;
        await putUnderWatch(sql, told, { why: 'budget', by: viewer.signInId, at: new Date() });
      }
      await raiseScopes(sql, [departmentId]);
    });
    return this.one(viewer, departmentId);
  }

  private async watches(viewer: Viewer, departmentId: string | null): Promise<AlarmWatch[]> {
    const now = new Date();
    const rows = await watchRows(
      this.database,
      reachOf(viewer),
      new Date(now.getTime() - recordDays * day),
      departmentId,
    );
    return Promise.all(rows.map(async (row) => ({ ...watchOf(row, now), learnt: await this.learnt(row, now) })));
  }

  /** How much past there is of one that is not watched yet. */
  private async learnt({ department, baseline }: WatchRow, now: Date): Promise<AlarmWatch['learnt']> {
    if (baseline) return null;
    const zone = await this.figures.zone();
    const past = await this.baselines.pastOf(department.id, {
      ...{ today: localDay(now, zone), zone, now, restartedOn: null },
    });
    return {
      ...{ days: past?.days.length ?? 0, contacts: past?.contacts ?? 0, complaints: past?.complaints ?? 0 },
      ...{ needsDays: minimumPast.days, needsContacts: minimumPast.contacts },
      needsComplaints: minimumPast.complaints,
    };
  }
}

const keepBudget = (sql: Sql, { signInId }: Viewer, departmentId: string, budgetDays: number): Promise<number> =>
  sql.change(
    `INSERT INTO alarm_rule (department_id, budget_days, by) VALUES ($1, $2, $3)
     ON CONFLICT (department_id) DO UPDATE SET budget_days = $2, by = $3, at = now(), revision = alarm_rule.revision + 1`,
    [departmentId, budgetDays, signInId],
  );

function watchOf(row: WatchRow, now: Date): Omit<AlarmWatch, 'learnt'> {
  const { department, budgetDays, baseline, evidence, raised, explained, maySet, revision, firstAt } = row;
  const since = new Date(Math.max(firstAt?.getTime() ?? now.getTime(), now.getTime() - recordDays * day));
  return {
    ...{ department, budgetDays, evidence, maySet, revision },
    baseline: baseline && {
      ...{ ...baseline, since: new Date(baseline.since).toISOString() },
      choices: baseline.choices.map(({ threshold: _, ...choice }) => choice),
    },
    record: {
      ...{ since: since.toISOString(), days: (now.getTime() - since.getTime()) / day },
      ...{ raised, explained, false: row.false, unjudged: raised - explained - row.false },
    },
  };
}
