import { Injectable } from '@nestjs/common';
import type {
  ChangeRecoverySetting,
  EndRecovery,
  Recovery,
  RecoverySetting,
  TakeUpRecovery,
} from '@forecall/contracts';
import { DutyService } from '../../duties/duty.service.js';
import { DutyViewService } from '../../duties/duty-view.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { recoverySetting, writeRecoverySetting } from './recovery-setting.query.js';
import { dutyOf, endRecovery, hasComplaintSince, isOfOwnDepartment, recoveryRow } from './recovery-view.query.js';

/** What is done about low answers, by those in whose day or reach the duty is. */
@Injectable()
export class RecoveryWorkService {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly sight: DutyViewService,
    private readonly trail: AuditTrail,
  ) {}

  async one(viewer: Viewer, id: string): Promise<Recovery> {
    if (!(await isOfOwnDepartment(this.database, id, reachOf(viewer))))
      await this.demandSight(viewer, await dutyOf(this.database, id));
    return this.row(this.database, viewer, id);
  }

  end(viewer: Viewer, id: string, { revision, outcome, note }: EndRecovery): Promise<Recovery> {
    return this.change(viewer, id, revision, async (sql, { dutyId, isOpen }) => {
      if (!isOpen) throw conflict('duty-ended', 'It has ended.');
      if (outcome === 'complaint' && !(await hasComplaintSince(sql, id))) throw noComplaint();
      await endRecovery(sql, id, { outcome, note, by: viewer.signInId });
      await this.duties.end(sql, dutyId, { outcome: 'done', by: viewer.signInId, note: note.slice(0, 500) });
    });
  }

  /** Undoes an end. */
  takeUp(viewer: Viewer, id: string, { revision }: TakeUpRecovery): Promise<Recovery> {
    return this.change(viewer, id, revision, async (sql, { dutyId, isOpen, isDone }) => {
      if (isOpen) throw conflict('duty-open', 'It is open.');
      if (!isDone) throw conflict('voided', 'The answer is voided.');
      await endRecovery(sql, id, { outcome: null, note: '', by: null });
      await this.duties.takeUp(sql, dutyId, viewer.signInId);
    });
  }

  setting(): Promise<RecoverySetting> {
    return recoverySetting(this.database);
  }

  set(viewer: Viewer, { revision, ...told }: ChangeRecoverySetting): Promise<RecoverySetting> {
    return this.database.transaction(async (sql) => {
      const { revision: stands, ...before } = await recoverySetting(sql, 'FOR UPDATE');
      if (stands !== revision) throw revisedMeanwhile(stands);
      await writeRecoverySetting(sql, told);
      await this.trail.record(sql, viewer, {
        ...{ act: 'recovery-setting.changed', entity: 'recovery_setting', id: 'recovery', name: '' },
        ...{ before, after: told },
      });
      return recoverySetting(sql);
    });
  }

  private async change(
    viewer: Viewer,
    id: string,
    revision: number,
    work: (sql: Sql, stands: { dutyId: string; isOpen: boolean; isDone: boolean }) => Promise<void>,
  ): Promise<Recovery> {
    await this.demandSight(viewer, await dutyOf(this.database, id));
    return this.database.transaction(async (sql) => {
      const dutyId = (await dutyOf(sql, id, 'FOR UPDATE')) ?? '';
      const duty = await sql.first<{ revision: number; isOpen: boolean; isDone: boolean }>(
        `SELECT revision, done_at IS NULL AS "isOpen", outcome IS NOT DISTINCT FROM 'done' AS "isDone"
         FROM duty WHERE id = $1 FOR UPDATE`,
        [dutyId],
      );
      if (!duty) throw notFound('recovery');
      if (duty.revision !== revision) throw revisedMeanwhile(duty.revision);
      await work(sql, { dutyId, ...duty });
      return this.row(sql, viewer, id);
    });
  }

  private async demandSight(viewer: Viewer, dutyId: string | undefined): Promise<void> {
    if (dutyId === undefined) throw notFound('recovery');
    await this.sight.one(viewer, dutyId);
  }

  private async row(sql: Sql, viewer: Viewer, id: string): Promise<Recovery> {
    const row = await recoveryRow(sql, id, reachOf(viewer));
    if (!row) throw notFound('recovery');
    return row;
  }
}

const noComplaint = () =>
  badField({
    ...{ path: 'outcome', code: 'no-complaint-opened' },
    message: 'no complaint of this contact or account was opened since the answer',
  });

const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });
