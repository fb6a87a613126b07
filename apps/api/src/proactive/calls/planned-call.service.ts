import { Injectable } from '@nestjs/common';
import type { CustomerAsks, LogContact, MoveCall, PlannedCallChanged, PrepareCall } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { calendarsOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { callSettings } from '../planning/plan-input.query.js';
import { askPlan } from '../planning/plan-state.query.js';
import { refuseOutOfReach } from './caller-reach.query.js';
import {
  endReached,
  insertAttempt,
  insertMove,
  isDueTwice,
  lastMove,
  lockCall,
  type LockedCall,
  moveTo,
  retryFrom,
  takeMoveBack,
} from './planned-call.query.js';

/** What people do with planned calls: make them, move them, prepare them. Every change asks for a new plan. */
@Injectable()
export class PlannedCallService {
  constructor(private readonly database: Database) {}

  /**
   * A contact was this call, in the transaction that stores it. Reached, it is made; else it is tried again after the
   * time that the rules say, and does not count.
   */
  async end(sql: Sql, viewer: Viewer, { id: contactId, ...contact }: LogContact): Promise<void> {
    const { plannedCall, outcome } = contact;
    if (!plannedCall) return;
    const call = await this.lockOpen(sql, viewer, plannedCall.id);
    // As it was stored: the customer may have been merged into another one meanwhile.
    const stored = await sql.first<{ accountId: string | null; personId: string | null }>(
      'SELECT account_id AS "accountId", person_id AS "personId" FROM contact WHERE id = $1',
      [contactId],
    );
    if (call.accountId !== stored?.accountId) throw ofAnotherAccount();
    const { personId } = stored;
    const at = new Date(contact.endedAt);
    const isReached = outcome === 'handled';
    await insertAttempt(sql, { callId: call.id, contactId, personId, staffId: viewer.staffId, at, isReached });
    if (isReached) await endReached(sql, call.id, contactId, at);
    else await retryFrom(sql, call.id, new Date(at.getTime() + (await callSettings(sql)).retryMinutes * 60_000));
    if (plannedCall.nextOn !== null) {
      if (isReached) await this.openNext(sql, viewer, call, plannedCall.nextOn);
      else await this.setDay(sql, viewer, call, { on: plannedCall.nextOn, why: '' });
    }
    await askPlan(sql);
  }

  /** By us: to another slot or caller. It stays due when it is due. */
  move(viewer: Viewer, id: string, { revision, startAt, staffId, why }: MoveCall): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockRead(sql, viewer, id, revision);
      const to = staffId ?? call.staffId ?? viewer.staffId;
      if (to !== viewer.staffId) await refuseOutOfReach(sql, reachOf(viewer), to);
      const start = new Date(startAt);
      const onDay = await this.slotOf(sql, to, start);
      await moveTo(sql, id, { staffId: to, start, onDay });
      await insertMove(sql, call, { by: viewer.signInId, askedBy: 'us', after: { staffId: to, slotAt: startAt }, why });
      await askPlan(sql);
      return { id, revision: call.revision + 1 };
    });
  }

  /** By the customer: due on the day they asked for, at their time if they said one. */
  ask(viewer: Viewer, id: string, { revision, on, at, why }: CustomerAsks): Promise<PlannedCallChanged> {
    return this.database.transaction(async (sql) => {
      const call = await this.lockRead(sql, viewer, id, revision);
      await this.setDay(sql, viewer, call, { on, why, ...(at !== undefined && { at: new Date(at) }) });
      await askPlan(sql);
      return { id, revision: call.revision + 1 };
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

  /** The caller's day of a slot that they can make. */
  private async slotOf(sql: Sql, staffId: string, start: Date): Promise<string> {
    if (start.getTime() < Date.now())
      throw badField({ path: 'startAt', code: 'in-the-past', message: 'lies in the past' });
    const calendars = await calendarsOf(sql, [staffId], localDay(new Date(), 'UTC'));
    const calendar = calendars.ofStaff.get(staffId);
    if (!calendar) throw notFound('caller');
    const day = localDay(start, calendar.zone);
    const isAtWork = new Spans()
      .of(withUsualHours(calendar), day)
      .some(({ fromMs, toMs }) => fromMs <= start.getTime() && start.getTime() < toMs);
    if (!isAtWork)
      throw badField({ path: 'startAt', code: 'caller-not-at-work', message: 'is no working time of the caller' });
    const taken = await sql.first(
      `SELECT FROM planned_call WHERE staff_id = $1 AND slot_at = $2 AND state = 'planned'`,
      [staffId, start],
    );
    if (taken) throw conflict('slot-taken', 'Another call stands there already.');
    return day;
  }

  private async setDay(
    sql: Sql,
    viewer: Viewer,
    call: LockedCall,
    { on, at, why }: { on: string; at?: Date; why: string },
  ): Promise<void> {
    await refuseDay(sql, call, on);
    if (await isDueTwice(sql, call, on)) throw otherThatDay();
    const place = at && call.staffId ? { at, onDay: await this.slotOf(sql, call.staffId, at) } : undefined;
    await sql.change(
      `UPDATE planned_call SET due_on = $2, earliest_on = $2, grace_until = NULL, retry_at = NULL, is_asked_for = true, is_fixed = $3, slot_at = $4, on_day = $5,
         revision = revision + 1 WHERE id = $1`,
      [call.id, on, place !== undefined, place?.at ?? null, place?.onDay ?? null],
    );
    await insertMove(sql, call, {
      by: viewer.signInId,
      askedBy: 'customer',
      after: { dueOn: on, slotAt: at ?? null },
      why,
    });
  }

  /** The day that the customer asked for is the next one due, whatever the cadence says. */
  private async openNext(sql: Sql, viewer: Viewer, { accountId, id }: LockedCall, on: string): Promise<void> {
    await refuseDay(sql, { accountId, id }, on);
    // What the plan had for before that day is not due any more; the new plan drops it.
    await sql.change(
      `DELETE FROM planned_call p WHERE p.account_id = $1 AND p.state = 'planned' AND p.due_on < $2
         AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = p.id)`,
      [accountId, on],
    );
    const next = { id: uuid(), standing: { dueOn: on, staffId: null, slotAt: null } };
    const made = await sql.first<{ id: string }>(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on, is_asked_for) VALUES ($1, $2, $3, $3, true)
       ON CONFLICT (account_id, due_on) DO UPDATE SET is_asked_for = true RETURNING id`,
      [next.id, accountId, on],
    );
    await insertMove(
      sql,
      { ...next, id: made?.id ?? next.id },
      {
        ...{ by: viewer.signInId, askedBy: 'customer', after: { dueOn: on }, why: '' },
      },
    );
  }
}

/** Days on which another call of the account is due, and days that are over, cannot be asked for. */
async function refuseDay(sql: Sql, { accountId, id }: Pick<LockedCall, 'accountId' | 'id'>, on: string): Promise<void> {
  const row = await sql.first<{ today: string; isTaken: boolean }>(
    `SELECT (now() AT TIME ZONE o.zone)::date::text AS today,
       EXISTS (SELECT FROM planned_call p WHERE p.account_id = $1 AND p.due_on = $2 AND p.id <> $3 AND p.state <> 'planned') AS "isTaken"
     FROM organisation o`,
    [accountId, on, id],
  );
  if (!row || on < row.today) throw badField({ path: 'on', code: 'in-the-past', message: 'lies in the past' });
  if (on > addDays(row.today, 366))
    throw badField({ path: 'on', code: 'too-far', message: 'is more than a year ahead' });
  if (row.isTaken) throw otherThatDay();
}

const otherThatDay = () => conflict('call-that-day', 'Another call of the account was due on that day.');
const notMovedByThem = () => conflict('move-not-yours', 'Nothing that you moved is left to be taken back.');
const ended = () => conflict('call-ended', 'The call has been made, or given up.');
const ofAnotherAccount = () =>
  badField({ path: 'plannedCall', code: 'call-of-another-account', message: 'is a call to another account' });
