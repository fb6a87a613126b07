import { Injectable } from '@nestjs/common';
import type {
  AppraisalCycle,
  AppraisalCyclePage,
  AppraisalCycleQuery,
  Competencies,
  CycleOverview,
  LeftOutPage,
  LeftOutQuery,
  OpenCycle,
  SetCompetencies,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { hasRole, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { AppraisalDuties } from '../appraising/appraisal-duties.js';
import { AppraisalTelling } from '../appraising/appraisal-telling.js';
import { freezeQueue } from '../figures/freeze-queue.js';
import { nameAfter, pageByName } from '../name-cursor.js';
import { UpwardService } from '../upward/upward.service.js';
import {
  addAppraisals,
  addCycle,
  addLeftOut,
  type CompetenciesByKind,
  closeCycle,
  cycleById,
  cyclesPage,
  endUnsigned,
  lockCycle,
  readCompetencies,
  setCompetencies,
  teamsOfCycle,
} from './cycle.query.js';
import { leftOutPage } from './left-out.query.js';
import { isBegun } from './discard.query.js';
import type { Then } from './organisation-then.query.js';
import { assignedThen, periodThatIsOver, thenOf, todayOf } from './period.js';
import { readyMadeCompetencies } from './ready-made.js';

/** Cycles of appraisals: from the organisation of a period to the names of who is missing. */
@Injectable()
export class CycleService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly duties: AppraisalDuties,
    private readonly telling: AppraisalTelling,
    private readonly upward: UpwardService,
    private readonly jobs: Jobs,
  ) {}

  async page(viewer: Viewer, query: AppraisalCycleQuery): Promise<AppraisalCyclePage> {
    const found = await cyclesPage(this.database, reachOf(viewer), query.limit, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { cycles: rows.map(({ at: _, ...row }) => asCycle(row)), next };
  }

  async overview(viewer: Viewer, id: string, sql: Sql = this.database): Promise<CycleOverview> {
    const reach = reachOf(viewer);
    const row = await cycleById(sql, reach, id);
    if (!row) throw notFound('cycle');
    const mayClose = hasRole(viewer, 'executive') && row.closedAt === null;
    const mayDiscard = mayClose && !(await isBegun(sql, id));
    return { cycle: asCycle(row), teams: await teamsOfCycle(sql, reach, id), mayClose, mayDiscard };
  }

  async leftOut(viewer: Viewer, id: string, query: LeftOutQuery): Promise<LeftOutPage> {
    const reach = reachOf(viewer);
    if (!(await cycleById(this.database, reach, id))) throw notFound('cycle');
    const found = await leftOutPage(this.database, reach, id, query.limit, nameAfter(query.after));
    const { rows, next } = pageByName(found, query.limit);
    return { leftOut: rows.map(({ name: _, id: __, ...row }) => row), next };
  }

  /** Of a period that is over: who appraises whom follows from its last day, and does not change with the organisation. */
  open(viewer: Viewer, told: OpenCycle): Promise<CycleOverview> {
    return this.database.transaction(async (sql) => {
      const { zone, today } = await todayOf(sql);
      const period = periodThatIsOver(told, today);
      if (told.writeBy < today) throw badField({ path: 'writeBy', code: 'day-past', message: 'lies in the past' });
      const { rep, supervisor } = await this.competencies(sql);
      const cycle = { id: uuid(), kind: told.kind, from: period.from };
      const columns = { id: cycle.id, told, period, competencies: { rep, supervisor }, by: viewer.signInId };
      if (!(await addCycle(sql, columns)))
        throw conflict('cycle-there', 'There is a cycle of that period.', { values: { from: period.from } });
      const appraisers = await this.assign(sql, cycle.id, thenOf(period, { zone, today, writeBy: told.writeBy }), told);
      for (const ownerId of appraisers)
        await this.duties.openWriting(sql, cycle, { ownerId, writeBy: told.writeBy }, viewer.signInId);
      await this.upward.ask(sql, cycle, viewer.signInId);
      await this.record(sql, viewer, 'appraisal-cycle.opened', cycle, { writeBy: told.writeBy });
      return this.overview(viewer, cycle.id, sql);
    });
  }

  /** What is not signed is missing; its figures are kept as they are all the same. It cannot be opened again. */
  close(viewer: Viewer, id: string, revision: number): Promise<CycleOverview> {
    return this.database.transaction(async (sql) => {
      const cycle = await lockCycle(sql, id);
      if (!cycle) throw notFound('cycle');
      if (cycle.isClosed) throw conflict('cycle-closed', 'The cycle is closed.');
      if (cycle.revision !== revision) throw changedMeanwhile();
      // Whoever signs or gives one holds it: what they did comes before the close, or is refused after it.
      await sql.rows('SELECT id FROM appraisal WHERE cycle_id = $1 ORDER BY id FOR UPDATE', [id]);
      const missing = await endUnsigned(sql, id);
      await closeCycle(sql, id, viewer.signInId);
      await this.duties.cancelAll(sql, cycle, missing, viewer.signInId);
      await this.telling.closed(sql, cycle, missing, viewer.signInId);
      await this.jobs.send(sql, freezeQueue, { cycleId: id });
      await this.record(sql, viewer, 'appraisal-cycle.closed', cycle, { missing: missing.length });
      return this.overview(viewer, id, sql);
    });
  }

  async competencies(sql: Sql = this.database): Promise<Competencies> {
    const row = await readCompetencies(sql);
    const own = row?.competencies ?? null;
    return { ...(own ?? readyMadeCompetencies), isReadyMade: own === null, revision: row?.revision ?? 1 };
  }

  set(viewer: Viewer, { revision, ...told }: SetCompetencies): Promise<Competencies> {
    return this.database.transaction(async (sql) => {
      const before = await this.competencies(sql);
      if ((await setCompetencies(sql, told, revision)) === 0) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'competencies.set', entity: 'appraisal_setting', id: 'competencies', name: '' },
        before: namesOf(before),
        after: namesOf(told),
      });
      return this.competencies(sql);
    });
  }

  /** Gives back who has something to write. */
  private async assign(sql: Sql, cycleId: string, then: Then, { minimumDays }: OpenCycle): Promise<string[]> {
    const { assigned, leftOut } = await assignedThen(sql, then, minimumDays);
    await addAppraisals(sql, cycleId, assigned);
    await addLeftOut(sql, cycleId, leftOut);
    return [...new Set(assigned.map(({ appraiserId }) => appraiserId))];
  }

  private record(
    sql: Sql,
    viewer: Viewer,
    act: 'appraisal-cycle.opened' | 'appraisal-cycle.closed',
    { id, kind, from }: { id: string; kind: string; from: string },
    after: object,
  ): Promise<void> {
    return this.trail.record(sql, viewer, {
      ...{ act, entity: 'appraisal_cycle', id, name: `${kind} ${from}` },
      ...{ before: null, after },
    });
  }
}

const asCycle = ({
  openedAt,
  closedAt,
  ...row
}: NonNullable<Awaited<ReturnType<typeof cycleById>>>): AppraisalCycle => ({
  ...row,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

const namesOf = ({ rep, supervisor }: CompetenciesByKind) => ({
  rep: rep.map(({ name }) => name.en).join(', '),
  supervisor: supervisor.map(({ name }) => name.en).join(', '),
});
