import { Injectable } from '@nestjs/common';
import type { CancelDuty, DutyStands, EndDuty, HandDuty, MakeDuty, MoveDuty, TakeUpDuty } from '@forecall/contracts';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { badRequest, conflict, notFound } from '../platform/http/problem.js';
import { aboutOf } from './duty-about.query.js';
import { isSeen, sightOf } from './duty-sight.js';
import { isTaker } from './duty-takers.query.js';
import { isByHand, mayHandOn } from './duty-view.service.js';
import { DutyService } from './duty.service.js';

interface Locked {
  readonly kind: string;
  readonly revision: number;
  readonly isEnded: boolean;
}

/** What people do with the duties of their day and of those they lead. */
@Injectable()
export class DutyWorkService {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
  ) {}

  make(viewer: Viewer, { what, dueAt, remindAt, ownerId = viewer.staffId, about }: MakeDuty): Promise<DutyStands> {
    return this.database.transaction(async (sql) => {
      await this.demandTaker(sql, viewer, ownerId);
      const named = about && (await aboutOf(sql, viewer, about));
      if (about && !named) throw noSuchThing();
      const { id } = await this.duties.open(sql, {
        ...{ kind: 'by-hand', ownerId, ...timesOf({ dueAt, remindAt }) },
        ...{ source: about, parameters: { what, ...named }, by: viewer.signInId },
      });
      return { id, revision: 1 };
    });
  }

  done(viewer: Viewer, id: string, { revision, note }: EndDuty): Promise<DutyStands> {
    return this.change(viewer, id, revision, async (sql, { kind }) => {
      if (!isByHand(kind)) throw conflict('duty-ends-by-itself', 'It ends with what it is about.');
      await this.duties.end(sql, id, { outcome: 'done', by: viewer.signInId, note });
    });
  }

  cancel(viewer: Viewer, id: string, { revision, why }: CancelDuty): Promise<DutyStands> {
    return this.change(viewer, id, revision, async (sql, { kind }) => {
      if (!isByHand(kind)) throw conflict('duty-ends-by-itself', 'It ends with what it is about.');
      await this.duties.end(sql, id, { outcome: 'cancelled', by: viewer.signInId, note: why });
    });
  }

  move(viewer: Viewer, id: string, { revision, why, ...times }: MoveDuty): Promise<DutyStands> {
    return this.change(viewer, id, revision, async (sql, { kind }) => {
      if (!isByHand(kind)) throw conflict('duty-of-clock', 'Its clock says when it is due.');
      await this.duties.move(sql, id, { ...timesOf(times), by: viewer.signInId, why });
    });
  }

  hand(viewer: Viewer, id: string, { revision, ownerId, why }: HandDuty): Promise<DutyStands> {
    return this.change(viewer, id, revision, async (sql, { kind }) => {
      if (!mayHandOn(kind)) throw conflict('duty-stays', 'Nobody else may open what it is about.');
      await this.demandTaker(sql, viewer, ownerId);
      if (!(await this.duties.reassign(sql, id, ownerId, { by: viewer.signInId, why })))
        throw conflict('duty-theirs-already', 'They have it already.');
    });
  }

  /** Undoes an end by hand. */
  takeUp(viewer: Viewer, id: string, { revision }: TakeUpDuty): Promise<DutyStands> {
    return this.database.transaction(async (sql) => {
      const duty = await this.lock(sql, viewer, id, revision);
      if (!duty.isEnded) throw conflict('duty-open', 'It is open.');
      if (!isByHand(duty.kind)) throw conflict('duty-ends-by-itself', 'It ends with what it is about.');
      await this.duties.takeUp(sql, id, viewer.signInId);
      return { id, revision: revision + 1 };
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    revision: number,
    work: (sql: Sql, duty: Locked) => Promise<void>,
  ): Promise<DutyStands> {
    return this.database.transaction(async (sql) => {
      const duty = await this.lock(sql, viewer, id, revision);
      if (duty.isEnded) throw conflict('duty-ended', 'It has ended.');
      await work(sql, duty);
      return { id, revision: revision + 1 };
    });
  }

  private async lock(sql: Sql, viewer: Viewer, id: string, revision: number): Promise<Locked> {
    const values = new SqlValues();
    const duty = await sql.first<Locked & Record<string, unknown>>(
      `SELECT d.kind, d.revision, d.done_at IS NOT NULL AS "isEnded" FROM duty d
       WHERE d.id = ${values.add(id, 'uuid')} AND ${isSeen(await sightOf(sql, viewer), values)} FOR UPDATE`,
      values.list,
    );
    if (!duty) throw notFound('duty');
    if (duty.revision !== revision)
      throw conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', {
        values: { revision: duty.revision },
      });
    return duty;
  }

  private async demandTaker(sql: Sql, viewer: Viewer, ownerId: string): Promise<void> {
    if (ownerId === viewer.staffId || (await isTaker(sql, reachOf(viewer), ownerId))) return;
    throw badRequest('not-a-taker', 'ownerId: is nobody to whom you may give a duty.', {
      fields: [{ path: 'ownerId', code: 'not-a-taker', message: 'is nobody to whom you may give a duty' }],
    });
  }
}

/** What somebody means to do lies in sight; another year is a slip of the hand. */
const daysBack = 366;
const daysAhead = 5 * 366;
const dayMs = 86_400_000;

function timesOf({ dueAt, remindAt }: { dueAt: string; remindAt: string | null }) {
  const fields = Object.entries({ dueAt, remindAt })
    .filter(([, at]) => at !== null && isFar(Date.parse(at) - Date.now()))
    .map(([path]) => ({ path, code: 'duty-too-far', message: 'is more than 1 year back or 5 years ahead' }));
  const [first] = fields;
  if (first) throw badRequest('invalid', `${first.path}: ${first.message}.`, { fields });
  const times = { dueAt: new Date(dueAt), remindAt: remindAt === null ? null : new Date(remindAt) };
  if (times.remindAt && times.remindAt > times.dueAt) {
    throw badRequest('reminder-after-due', 'remindAt: is after it is due.', {
      fields: [{ path: 'remindAt', code: 'reminder-after-due', message: 'is after it is due' }],
    });
  }
  return times;
}

const isFar = (aheadMs: number): boolean => aheadMs < -daysBack * dayMs || aheadMs > daysAhead * dayMs;

const noSuchThing = () =>
  badRequest('unknown-thing', 'about.id: there is no such thing, or not for you.', {
    fields: [{ path: 'about.id', code: 'unknown-thing', message: 'there is no such thing, or not for you' }],
  });
