import { Injectable } from '@nestjs/common';
import {
  type ChangeReport,
  mostReports,
  type ReportList,
  type ReportListQuery,
  type SavedReport,
  type SaveReport,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '../platform/access/audit-trail.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { pageAfter, pageOf } from '../platform/http/page-cursor.js';
import { conflict, notFound } from '../platform/http/problem.js';
import { MailingSetting } from './mailing/mailing-setting.service.js';
import {
  changeReport,
  clearDeleted,
  countReports,
  insertReport,
  listReports,
  lockReports,
  markDeleted,
  type OwnReport,
  ownReport,
  reportById,
} from './report.query.js';

const uniqueViolation = '23505';

/** Reports that people keep: private until they are shared, changed by their owner alone. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly mailings: MailingSetting,
  ) {}

  async list(viewer: Viewer, { after, ...query }: ReportListQuery): Promise<ReportList> {
    const rows = await listReports(this.database, viewer, query, pageAfter(after));
    const page = pageOf(rows, query.limit);
    return { reports: page.rows.map(({ at: _, ...report }) => report), next: page.next };
  }

  async one(viewer: Viewer, id: string): Promise<SavedReport> {
    return present(await reportById(this.database, viewer, id));
  }

  save(viewer: Viewer, { name, definition }: SaveReport): Promise<SavedReport> {
    return this.writing(name, async (sql) => {
      await this.makeRoom(sql, viewer);
      const id = uuid();
      await insertReport(sql, { id, ownerId: viewer.signInId, name, definition });
      return present(await reportById(sql, viewer, id));
    });
  }

  /** What is left out stays as it is. Sharing and mailing are recorded. */
  change(viewer: Viewer, id: string, { revision, mailing, ...changes }: ChangeReport): Promise<SavedReport> {
    return this.writing(changes.name, async (sql) => {
      const before = await this.held(sql, viewer, id, revision);
      await changeReport(sql, id, changes);
      const name = changes.name ?? before.name;
      if (changes.isShared !== undefined && changes.isShared !== before.isShared)
        await this.audit.record(sql, viewer, {
          ...{ act: changes.isShared ? 'report.shared' : 'report.unshared', entity: 'report', id, name },
        });
      if (mailing !== undefined) await this.mailings.set(sql, viewer, { id, name }, mailing);
      return present(await reportById(sql, viewer, id));
    });
  }

  /** It can be brought back for 30 days, with its mailing, which rests meanwhile. */
  async delete(viewer: Viewer, id: string, revision: number): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.held(sql, viewer, id, revision);
      await markDeleted(sql, id, true);
      await clearDeleted(sql, viewer.signInId);
    });
  }

  restore(viewer: Viewer, id: string): Promise<SavedReport> {
    return this.writing(undefined, async (sql) => {
      await this.makeRoom(sql, viewer);
      const report = await ownReport(sql, viewer.signInId, id);
      if (!report) throw notFound('report');
      if (report.isDeleted) {
        await markDeleted(sql, id, false);
        await this.mailings.skipMissed(sql, id);
      }
      return present(await reportById(sql, viewer, id));
    });
  }

  private async held(sql: Sql, { signInId }: Viewer, id: string, revision: number): Promise<OwnReport> {
    const report = await ownReport(sql, signInId, id);
    if (!report || report.isDeleted) throw notFound('report');
    if (report.revision !== revision) throw revisedMeanwhile(report.revision);
    return report;
  }

  private async makeRoom(sql: Sql, { signInId }: Viewer): Promise<void> {
    await lockReports(sql, signInId);
    if ((await countReports(sql, signInId)) >= mostReports) throw tooMany();
  }

  /** `name`: that it is to have, where it gets one; else another of the same name has come since. */
  private async writing<Result>(name: string | undefined, work: (sql: Sql) => Promise<Result>): Promise<Result> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === uniqueViolation) throw sameName(name);
      throw error;
    }
  }
}

function present(report: SavedReport | undefined): SavedReport {
  if (!report) throw notFound('report');
  return report;
}

const tooMany = () =>
  conflict('too-many-reports', `At most ${mostReports} reports are kept.`, { values: { most: mostReports } });
const sameName = (name = '') =>
  conflict('report-name-taken', 'There is a report of yours with this name already.', { values: { name } });
const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });
