import { Injectable } from '@nestjs/common';
import type { CustomerAsks, MoveCall, PlannedCallChanged, PrepareCall } from '@forecall/contracts';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { askPlan } from '../planning/plan-state.query.js';
import { otherThatDay, setDay, slotOf } from './asked-day.js';
import { refuseOutOfReach } from './caller-reach.query.js';
import { insertMove, isDueTwice, lastMove, lockCall, type LockedCall, moveTo } from './planned-call.query.js';
import { takeMoveBack } from './taken-out.query.js';

/** What people do with planned calls besides making them: move them, ask for a day, prepare them. Every change asks for a new plan. */
@Injectable()
export class PlannedCallService {
  constructor(private readonly database: Database) {}

  /** By us: to another slot or caller. It stays due when it is due. */
  move(viewer: Viewer, id: string, { revision, startAt, staffId, why }: MoveCall): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockRead(sql, viewer, id, revision);
      const to = staffId ?? call.staffId ?? viewer.staffId;
      if (to !== viewer.staffId) await refuseOutOfReach(sql, reachOf(viewer), to);
      const start = new Date(startAt);
      const onDay = await slotOf(sql, { staffId: to, start, callId: id, path: 'startAt' });
      await moveTo(sql, id, { staffId: to, start, onDay });
      await insertMove(sql, call, { by: viewer.signInId, askedBy: 'us', after: { staffId: to, slotAt: startAt }, why });
      await askPlan(sql);
      return { id, revision: call.revision + 1 };
    });
  }

  /**
   * By the customer: due on the day they asked for, at their time if they said one. One that was late already stays so:
   * another one is due on that day.
   */
  ask(viewer: Viewer, id: string, { revision, on, at, why }: CustomerAsks): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockRead(sql, viewer, id, revision);
      const asked = await setDay(sql, viewer, call, {
        on,
        why,
        at: at === undefined ? null : new Date(at),
        path: 'on',
      });
      await askPlan(sql);
      return asked;
    });
  }

  /** One's own last move is taken back, by us or for the customer: the call is due, and stands, as before. */
  undoMove(viewer: Viewer, id: string): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockOpen(sql, viewer, id);
      const move = await lastMove(sql, id);
      if (move?.by !== viewer.signInId) throw notMovedByThem();
      if (await isDueTwice(sql, call, move.before.dueOn)) throw otherThatDay();
      await takeMoveBack(sql, id, move);
      await askPlan(sql);
      return { id, revision: call.revision + 1 };
    });
  }

  prepare(viewer: Viewer, id: string, { revision, ...told }: PrepareCall): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockRead(sql, viewer, id, revision);
      await sql.change('UPDATE planned_call SET preparation = $2, revision = revision + 1 WHERE id = $1', [
        id,
        JSON.stringify(told),
      ]);
      return { id, revision: call.revision + 1 };
    });
  }

  private async lockRead(sql: Sql, viewer: Viewer, id: string, revision: number): Promise<LockedCall> {
    const call = await this.lockOpen(sql, viewer, id);
    if (call.revision !== revision) throw changedMeanwhile();
    return call;
  }

  private async lockOpen(sql: Sql, viewer: Viewer, id: string): Promise<LockedCall> {
    const call = await lockCall(sql, reachOf(viewer), id);
    if (!call?.isSeen) throw notFound('call');
    if (call.state !== 'planned') throw ended();
    return call;
  }
}

const notMovedByThem = () => conflict('move-not-yours', 'Nothing that you moved is left to be taken back.');
const ended = () => conflict('call-ended', 'The call has been made, or given up.');
