import { Injectable } from '@nestjs/common';
import type { GoldSheet, GoldToMarkPage, GoldToMarkQuery, Marking, SaveMarking } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { forbidden, notFound } from '../../platform/http/problem.js';
import { type MarkedBy, ownMarking, saveMarking, signed, signMarking } from '../marking/own-marking.js';
import { GoldDuties } from './gold-duties.js';
import { goldSheet, goldToMark } from './gold-marking.query.js';
import { closeGoldSession, type LockedGoldSession, lockGoldSession } from './gold-session.query.js';
import { closed } from './gold-session.service.js';

/** What an assessor does with a gold session: as with an exam, and each knows of their own marking only. */
@Injectable()
export class GoldMarkingService {
  constructor(
    private readonly database: Database,
    private readonly duties: GoldDuties,
  ) {}

  async mine({ staffId }: Viewer, query: GoldToMarkQuery): Promise<GoldToMarkPage> {
    const { rows, next } = pageOf(await goldToMark(this.database, staffId, query, pageAfter(query.after)), query.limit);
    return { sessions: rows.map(({ at: _, ...session }) => session), next };
  }

  async sheet(viewer: Viewer, id: string, sql: Sql = this.database): Promise<GoldSheet> {
    const found = await goldSheet(sql, viewer.staffId, id);
    if (!found) throw notFound('gold session');
    const marking = (await ownMarking(sql, byViewer(viewer, id))) ?? null;
    return { ...found, mayMark: found.session.state === 'open' && !marking?.signedAt, marking };
  }

  save(viewer: Viewer, id: string, told: SaveMarking): Promise<Marking> {
    return this.database.transaction(async (sql) => {
      const { rubric } = await this.marked(sql, viewer, id);
      return saveMarking(sql, byViewer(viewer, id), rubric, told);
    });
  }

  /** With the last signature it closes, and from then on is counted. */
  sign(viewer: Viewer, id: string, revision: number): Promise<GoldSheet> {
    return this.database.transaction(async (sql) => {
      const session = await this.marked(sql, viewer, id);
      await signMarking(sql, byViewer(viewer, id), session.rubric, revision);
      await this.duties.done(sql, viewer, session);
      if (session.signed + 1 === session.staffIds.length) await closeGoldSession(sql, id);
      return this.sheet(viewer, id, sql);
    });
  }

  private async marked(sql: Sql, viewer: Viewer, id: string): Promise<LockedGoldSession> {
    const session = await lockGoldSession(sql, id);
    if (!session) throw notFound('gold session');
    if (!session.staffIds.includes(viewer.staffId)) throw forbidden('Only its assessors mark it.');
    if (session.isClosed) throw (await ownMarking(sql, byViewer(viewer, id)))?.signedAt ? signed() : closed();
    return session;
  }
}

const byViewer = ({ staffId }: Viewer, id: string): MarkedBy => ({ of: 'gold_id', id, staffId });
