import { Injectable } from '@nestjs/common';
import type {
  ChangeGoldSession,
  GoldSessionDetail,
  GoldSessionPage,
  GoldSessionQuery,
  MakeGoldSession,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { publishedVersions } from '../campaigns/campaign.query.js';
import { todayOf } from '../campaigns/figures-of.js';
import { GoldDuties } from './gold-duties.js';
import {
  addGoldSession,
  changeGoldSession,
  closeGoldSession,
  type GoldColumns,
  goldSessionById,
  goldSessionsPage,
  type LockedGoldSession,
  lockGoldSession,
  strangerAmong,
} from './gold-session.query.js';

/** Gold sessions as the head makes them: what is marked by whom, until when. What was given they do not tell. */
@Injectable()
export class GoldSessionService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly duties: GoldDuties,
  ) {}

  async page(viewer: Viewer, query: GoldSessionQuery): Promise<GoldSessionPage> {
    const found = await goldSessionsPage(this.database, reachOf(viewer), query, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { sessions: rows.map(({ at: _, ...row }) => row), next };
  }

  async one(viewer: Viewer, id: string, sql: Sql = this.database): Promise<GoldSessionDetail> {
    const row = await goldSessionById(sql, reachOf(viewer), id);
    if (!row) throw notFound('gold session');
    return { ...row, mayChange: row.state === 'open' && row.signed === 0 };
  }

  make(viewer: Viewer, { departmentId, ...told }: MakeGoldSession): Promise<GoldSessionDetail> {
    if (!leadsDepartment(viewer, departmentId)) throw forbidden();
    return this.database.transaction(async (sql) => {
      if (!(await sql.first('SELECT FROM department WHERE id = $1', [departmentId])))
        throw badField({ path: 'departmentId', code: 'unknown-department', message: 'is no department' });
      await refuseUnfit(sql, told);
      const columns = { ...told, id: uuid(), rubricVersionId: await newestVersion(sql, told.rubricId) };
      await addGoldSession(sql, columns, departmentId, viewer.signInId);
      await this.record(sql, viewer, 'gold-session.made', columns);
      return this.withDuties(sql, viewer, columns.id);
    });
  }

  change(viewer: Viewer, id: string, { revision, ...told }: ChangeGoldSession): Promise<GoldSessionDetail> {
    return this.database.transaction(async (sql) => {
      const before = await led(sql, viewer, id);
      if (before.isClosed) throw closed();
      if (before.signed > 0) throw conflict('gold-session-signed', 'Somebody has signed: it stays as it was marked.');
      if (before.revision !== revision) throw changedMeanwhile();
      await refuseUnfit(sql, told, before.dueOn);
      const isSame = told.rubricId === before.rubricId;
      if (!isSame && before.begun.length > 0)
        throw conflict('gold-session-begun', 'Somebody has begun to mark it: its rubric stays.');
      const left = before.begun.find(({ id: one }) => ![...told.assessorIds, told.referenceId].includes(one));
      if (left)
        throw conflict('gold-assessor-begun', `${left.name} has begun to mark it, and stays.`, {
          values: { name: left.name },
        });
      const rubricVersionId = isSame ? before.rubricVersionId : await newestVersion(sql, told.rubricId);
      const columns = { ...told, id, rubricVersionId };
      await changeGoldSession(sql, columns);
      await this.record(sql, viewer, 'gold-session.changed', columns);
      // Who marks it on another day, or under another name, is told anew.
      if (told.dueOn !== before.dueOn || told.name !== before.name) await this.duties.cancel(sql, viewer, before);
      return this.withDuties(sql, viewer, id, before.staffIds);
    });
  }

  /** Who has not signed does not any more. Closed again it is as it was. */
  close(viewer: Viewer, id: string, revision: number): Promise<GoldSessionDetail> {
    return this.database.transaction(async (sql) => {
      const session = await led(sql, viewer, id);
      if (!session.isClosed) {
        if (session.revision !== revision) throw changedMeanwhile();
        await closeGoldSession(sql, id);
        await this.duties.cancel(sql, viewer, session);
        await this.trail.record(sql, viewer, {
          ...{ act: 'gold-session.closed', entity: 'gold_session', id, name: session.name },
          after: { signed: session.signed, asked: session.staffIds.length },
        });
      }
      return this.one(viewer, id, sql);
    });
  }

  /** Everybody who is asked has it to do, and nobody else. */
  private async withDuties(
    sql: Sql,
    viewer: Viewer,
    id: string,
    before: readonly string[] = [],
  ): Promise<GoldSessionDetail> {
    const session = await lockGoldSession(sql, id);
    if (!session) throw notFound('gold session');
    for (const staffId of before)
      if (!session.staffIds.includes(staffId)) await this.duties.cancel(sql, viewer, session, staffId);
    for (const staffId of session.staffIds) await this.duties.open(sql, viewer, session, staffId);
    return this.one(viewer, id, sql);
  }

  private record(
    sql: Sql,
    viewer: Viewer,
    act: 'gold-session.made' | 'gold-session.changed',
    { id, name, ...after }: GoldColumns,
  ): Promise<void> {
    return this.trail.record(sql, viewer, { act, entity: 'gold_session', id, name, after });
  }
}

export const closed = () => conflict('gold-session-closed', 'It is closed.');

/** Locked, and led by the viewer. */
async function led(sql: Sql, viewer: Viewer, id: string): Promise<LockedGoldSession> {
  const session = await lockGoldSession(sql, id);
  if (!session) throw notFound('gold session');
  if (!leadsDepartment(viewer, session.departmentId)) throw forbidden();
  return session;
}

async function newestVersion(sql: Sql, rubricId: string): Promise<string> {
  const version = (await publishedVersions(sql, 'rubric', [rubricId])).get(rubricId);
  if (version) return version;
  throw badField({ path: 'rubricId', code: 'unknown-paper', message: 'is no rubric that was published' });
}

/** `dueBefore`: the day that it had, which may have passed. */
async function refuseUnfit(
  sql: Sql,
  { link, played, dueOn, assessorIds, referenceId }: Omit<ChangeGoldSession, 'revision'>,
  dueBefore?: string,
): Promise<void> {
  if (link === '' && played === '')
    throw badField({ path: 'played', code: 'nothing-to-mark', message: 'says nothing, and there is no recording' });
  if (dueOn !== dueBefore && dueOn < (await todayOf(sql)))
    throw badField({ path: 'dueOn', code: 'day-past', message: 'lies in the past' });
  if (new Set(assessorIds).size < 2)
    throw badField({ path: 'assessorIds', code: 'too-few-assessors', message: 'has fewer than two people' });
  if (referenceId !== null && assessorIds.includes(referenceId))
    throw badField({ path: 'referenceId', code: 'is-assessor', message: 'is one of the assessors' });
  const stranger = await strangerAmong(sql, assessorIds);
  if (stranger !== undefined)
    throw badField({ path: `assessorIds.${stranger}`, code: 'unknown-staff', message: 'does not work here' });
  if (referenceId !== null && (await strangerAmong(sql, [referenceId])) !== undefined)
    throw badField({ path: 'referenceId', code: 'unknown-staff', message: 'does not work here' });
}
