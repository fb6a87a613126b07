import { Injectable } from '@nestjs/common';
import type { ComplaintMerged, MergeComplaint, UnmergeComplaint } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, forbidden } from '../../platform/http/problem.js';
import { ClockDutiesService } from '../clocks/clock-duties.service.js';
import { reviseComplaint, writeColumns } from '../complaint-row.query.js';
import { mayDirect } from '../complaint-sight.service.js';
import { isConcerned } from '../concerned.query.js';
import { pendingHandover } from '../handing-over/handover.query.js';
import { type Working, workOn } from '../working-on.js';

/** The same complaint recorded twice becomes one, and two again if that was wrong. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly clockDuties: ClockDutiesService,
  ) {}

  /** The one received first stays; the other's contact stays handled, and is no complaint from then on. */
  merge(viewer: Viewer, id: string, { revision, withId, why }: MergeComplaint): Promise<ComplaintMerged> {
    if (id === withId) throw withItself();
    return this.database.transaction(async (sql) => {
      const [one, other] = await this.both(sql, viewer, { id, revision }, withId);
      if (!mayDirect(one.sight, one) || !mayDirect(other.sight, other))
        throw forbidden('Who may direct both complaints merges them.');
      if (one.accountId === null || one.accountId !== other.accountId)
        throw badRequest('complaint-of-another-account', 'withId: is of another account.', {
          fields: [{ path: 'withId', code: 'complaint-of-another-account', message: 'is of another account' }],
        });
      const [stays, goes] = isFirst(one, other) ? [one, other] : [other, one];
      if (await hasMerged(sql, goes.id))
        throw conflict('merge-chain', 'Others were merged into the later one. Take those apart first.');
      if (await pendingHandover(sql, goes.id, viewer.staffId))
        throw conflict('handover-pending', 'The last hand-over has not been answered yet.');
      if (await isConcerned(sql, goes.id, stays.ownerId))
        throw conflict(
          'owner-concerned',
          'The later one is about the owner of the first. Give it to somebody else first.',
        );
      await reviseComplaint(sql, goes.id, { merged_into: stays.id }, { signInId: viewer.signInId, why });
      await writeColumns(sql, stays.id, {});
      // What was promised of the later one is over: that of the first receipt holds for both.
      await this.clockDuties.follow(sql, goes.id, viewer.signInId);
      return { id: stays.id, mergedId: goes.id, revision: stays.revision + 1 };
    });
  }

  unmerge(viewer: Viewer, id: string, { mergedId, why }: UnmergeComplaint): Promise<ComplaintMerged> {
    return this.database.transaction(async (sql) => {
      const stays = await workOn(sql, viewer, id);
      if (!mayDirect(stays.sight, stays)) throw forbidden('Who may direct the complaint takes it apart.');
      const merged = await sql.first('SELECT FROM complaint WHERE id = $1 AND merged_into = $2 FOR UPDATE', [
        ...[mergedId, id],
      ]);
      if (!merged) throw conflict('not-merged', 'It is not merged into this complaint.');
      await reviseComplaint(sql, mergedId, { merged_into: null }, { signInId: viewer.signInId, why });
      await writeColumns(sql, id, {});
      await this.clockDuties.follow(sql, mergedId, viewer.signInId);
      return { id, mergedId, revision: stays.revision + 1 };
    });
  }

  /** Kept in the order of their ids, so that two who merge the same two wait for each other instead of blocking. */
  private async both(
    sql: Sql,
    viewer: Viewer,
    { id, revision }: { readonly id: string; readonly revision: number },
    withId: string,
  ): Promise<[Working, Working]> {
    if (id < withId) {
      const one = await workOn(sql, viewer, id, revision);
      return [one, await workOn(sql, viewer, withId)];
    }
    const other = await workOn(sql, viewer, withId);
    return [await workOn(sql, viewer, id, revision), other];
  }
}

const isFirst = (one: Working, other: Working): boolean =>
  one.firstReceivedAt === other.firstReceivedAt
    ? one.running < other.running
    : one.firstReceivedAt < other.firstReceivedAt;

const hasMerged = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first('SELECT FROM complaint WHERE merged_into = $1 LIMIT 1', [id])) !== undefined;

const withItself = () =>
  badRequest('merge-itself', 'withId: is this complaint itself.', {
    fields: [{ path: 'withId', code: 'merge-itself', message: 'is this complaint itself' }],
  });
