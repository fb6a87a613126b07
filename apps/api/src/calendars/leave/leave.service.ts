import { Injectable } from '@nestjs/common';
import type { Acted, ChangeLeave, EnterLeave, LeaveList, LeaveQuery } from '@forecall/contracts';
import { localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { type Act, ActsService, changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { UndoService } from '../../organisation/acts/undo.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { inTime } from '../../platform/database/in-time.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badRequest, notFound, ProblemError } from '../../platform/http/problem.js';
import { Leave } from './leave.entity.js';
import { listLeave } from './leave-list.query.js';
import { mayManageLeaveOf, maySeeLeaveOf } from './leave-reach.js';

/** Who is away and who stands in. */
@Injectable()
export class LeaveService {
  constructor(
    private readonly database: Database,
    private readonly acts: ActsService,
    private readonly undoing: UndoService,
  ) {}

  async list(viewer: Viewer, query: LeaveQuery): Promise<LeaveList> {
    const from = query.from ?? (await this.today());
    const found = await inTime(this.database, (sql) =>
      listLeave(sql, viewer, { ...query, from }, pageAfter(query.after)),
    );
    const { rows, next } = pageOf(found, query.limit);
    return { leaves: rows.map(({ leave }) => leave), next };
  }

  enter(viewer: Viewer, told: EnterLeave): Promise<Acted> {
    return this.acts.run(viewer, async (act) => {
      const name = await this.managed(act.sql, viewer, told.staffId);
      await standInIsThere(act.sql, told.staffId, told.standInId);
      const leave = await act.add(Leave, { id: uuid(), ...told, createdAt: act.at });
      await record(act, 'leave.entered', name, null, leave);
      return leave;
    });
  }

  change(viewer: Viewer, id: string, { revision, ...told }: ChangeLeave): Promise<Acted> {
    return this.acts.run(viewer, async (act) => {
      const leave = await this.seen(act, viewer, id);
      const name = await this.managed(act.sql, viewer, leave.staffId);
      await standInIsThere(act.sql, leave.staffId, told.standInId);
      const changed = await act.change(Leave, leave, told, revision);
      await record(act, 'leave.changed', name, leave, changed);
      return changed;
    });
  }

  cancel(viewer: Viewer, id: string, revision: number): Promise<Acted> {
    return this.acts.run(viewer, async (act) => {
      const leave = await this.seen(act, viewer, id);
      const name = await this.managed(act.sql, viewer, leave.staffId);
      if (leave.revision !== revision) throw changedMeanwhile();
      await act.withdraw(Leave, leave);
      await record(act, 'leave.cancelled', name, leave, null);
      return leave;
    });
  }

  undo(viewer: Viewer, actId: string): Promise<Acted> {
    return this.undoing.undo(viewer, actId, Leave.name);
  }

  /** Who does somebody's work on a day of leave; undefined where nobody is named, or somebody is not away. */
  async standInOf(staffId: string, day: string, sql: Sql = this.database): Promise<string | undefined> {
    const row = await sql.first<{ id: string | null }>(
      'SELECT l.stand_in_id AS id FROM leave l WHERE l.staff_id = $1 AND l."to" >= $2 AND l."from" <= $2 ORDER BY l."from" LIMIT 1',
      [staffId, day],
    );
    return row?.id ?? undefined;
  }

  private async seen(act: Act, viewer: Viewer, id: string): Promise<Leave> {
    const leave = await act.find(Leave, id);
    if (!(await maySeeLeaveOf(act.sql, viewer, leave.staffId))) throw notFound('leave');
    return leave;
  }

  /** Gives their name, for the trail. */
  private async managed(sql: Sql, viewer: Viewer, staffId: string): Promise<string> {
    if (!(await mayManageLeaveOf(sql, viewer, staffId))) throw notLed();
    const row = await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1', [staffId]);
    return row?.name ?? '';
  }

  private async today(): Promise<string> {
    const row = await this.database.first<{ zone: string }>('SELECT zone FROM organisation');
    return localDay(new Date(), row?.zone ?? 'UTC');
  }
}

const notLed = () =>
  new ProblemError(403, 'not-led', 'Leave is entered by those who lead.', {
    fields: [{ path: 'staffId', code: 'not-led', message: 'is not among those whom you lead' }],
  });

async function standInIsThere(sql: Sql, staffId: string, standInId: string | null): Promise<void> {
  if (standInId === null) return;
  if (standInId === staffId) throw standInRefusal(standInFaults.same);
  const row = await sql.first<{ leftOn: string | null }>('SELECT left_on AS "leftOn" FROM staff WHERE id = $1', [
    standInId,
  ]);
  if (!row || row.leftOn !== null) throw standInRefusal(standInFaults.unknown);
}

const standInFaults = {
  same: { path: 'standInId', code: 'same-person', message: 'is the one who is away' },
  unknown: { path: 'standInId', code: 'unknown-staff', message: 'is nobody who works here' },
} as const;

function standInRefusal({ path, code, message }: (typeof standInFaults)[keyof typeof standInFaults]) {
  return badRequest(code, `${path}: ${message}.`, { fields: [{ path, code, message }] });
}

const fieldsOf = (leave: Leave | null) =>
  leave && {
    from: leave.from,
    to: leave.to,
    ...(leave.fromMidday ? { fromMidday: true } : {}),
    ...(leave.untilMidday ? { untilMidday: true } : {}),
    kind: leave.kind,
  };

function record(
  act: Act,
  done: 'leave.entered' | 'leave.changed' | 'leave.cancelled',
  name: string,
  before: Leave | null,
  after: Leave | null,
): Promise<void> {
  return act.record({
    ...{ act: done, entity: 'leave', id: (after ?? before)?.id ?? '', name },
    before: fieldsOf(before),
    after: fieldsOf(after),
  });
}

/** Who stands in today for whom by a leave, by the organisation's day; SQL of a relation (staff_id, stand_in_id). */
export const standInsOfLeave = /* sql */ `
  SELECT l.staff_id, l.stand_in_id FROM leave l CROSS JOIN organisation o
  WHERE l.stand_in_id IS NOT NULL AND (now() AT TIME ZONE o.zone)::date BETWEEN l."from" AND l."to"`;
