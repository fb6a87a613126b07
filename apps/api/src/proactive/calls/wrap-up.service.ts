import { Injectable } from '@nestjs/common';
import type { LogContact } from '@forecall/contracts';
import { localDay } from '@forecall/domain';
import { calendarsOf, withUsualHours } from '../../calendars/calendar.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { badField, notFound } from '../../platform/http/problem.js';
import { callSettings } from '../planning/plan-input.query.js';
import { askPlan } from '../planning/plan-state.query.js';
import { openNext, setDay } from './asked-day.js';
import { endReached, insertAttempt, isDueTwice, lockCall, type LockedCall, retryFrom } from './planned-call.query.js';
import { takeMoveBack } from './taken-out.query.js';
import {
  asksOfContact,
  callMadeBy,
  callThatCounts,
  callsOfContact,
  giveBack,
  isMissedToday,
  seesAccount,
} from './wrap-up.query.js';

const path = 'plannedCall.nextOn';

/** What contacts do with planned calls: they make them, or try to, and take that back. */
@Injectable()
export class WrapUpService {
  /**
   * A contact was a call, in the transaction that stores it. Reached, it is made; else it is tried again after the time
   * that the rules say, and does not count. Where the plan changed while they talked, the contact is stored all the same:
   * it counts for the call that stands for it by now, or for none.
   */
  async end(sql: Sql, viewer: Viewer, { id: contactId, ...contact }: LogContact): Promise<void> {
    const { plannedCall, outcome } = contact;
    if (!plannedCall) return;
    // As it was stored: the customer may have been merged into another one meanwhile.
    const stored = await sql.first<{ accountId: string; personId: string | null }>(
      'SELECT account_id AS "accountId", person_id AS "personId" FROM contact WHERE id = $1 AND account_id IS NOT NULL',
      [contactId],
    );
    const named = await lockCall(sql, reachOf(viewer), plannedCall.id);
    if (!stored || (named && named.accountId !== stored.accountId))
      throw named?.isSeen === false ? notFound('call') : ofAnotherAccount();
    const { accountId, personId } = stored;
    const at = new Date(contact.endedAt);
    const isReached = outcome === 'handled';
    const call = await this.callOf(sql, viewer, { named, accountId, at, isReached });
    if (call) {
      await insertAttempt(sql, { callId: call.id, contactId, personId, staffId: viewer.staffId, at, isReached });
      if (isReached) await endReached(sql, call.id, contactId, at);
      else await retryFrom(sql, call.id, await retryTime(sql, at));
    }
    if (plannedCall.nextOn !== null) {
      const asked = { on: plannedCall.nextOn, path, contactId };
      if (call && !isReached) await setDay(sql, viewer, call, { ...asked, at: null, why: '' });
      else if (call || (await seesAccount(sql, reachOf(viewer), accountId)))
        await openNext(sql, viewer, accountId, asked);
    }
    await askPlan(sql);
  }

  /** The planned call that a stored contact counts for; null: the plan had none for it any more. */
  async countsFor(sql: Sql, contactId: string): Promise<string | null> {
    return (await callMadeBy(sql, contactId)) ?? null;
  }

  /** The named call if it may be made by then; else the one that counts instead. */
  private async callOf(
    sql: Sql,
    viewer: Viewer,
    { named, accountId, at, isReached }: { named?: LockedCall; accountId: string; at: Date; isReached: boolean },
  ): Promise<LockedCall | undefined> {
    const day = await latestDay(sql, viewer.staffId, at);
    if (named?.isSeen && named.state === 'planned' && named.standing.earliestOn <= day) return named;
    // Given up by the plan while they talked, and nothing else is due yet.
    if (named?.isSeen && isReached && (await isMissedToday(sql, named))) return named;
    const id = await callThatCounts(sql, accountId, day);
    const other = id === undefined ? undefined : await lockCall(sql, reachOf(viewer), id);
    return other?.isSeen && other.state === 'planned' ? other : undefined;
  }

  /** A contact that is taken back asked for no day. */
  async takeBack(sql: Sql, contactId: string, accountId: string): Promise<void> {
    for (const { id, callId, before } of await asksOfContact(sql, contactId, accountId)) {
      if (await isDueTwice(sql, { id: callId, accountId }, before.dueOn)) continue;
      await takeMoveBack(sql, callId, { id, before });
      await askPlan(sql);
    }
  }

  /** A corrected contact: what it says now is what its call follows. `accountId`: whose it was before. */
  async follow(sql: Sql, contactId: string, accountId: string | null): Promise<void> {
    const calls = await callsOfContact(sql, contactId);
    for (const { callId, state, isCall, isReached, at, isOwn } of calls) {
      if (isCall && isReached && (state === 'planned' || isOwn)) await endReached(sql, callId, contactId, at);
      else await giveBack(sql, callId, contactId);
      if (isCall && !isReached && (state === 'planned' || isOwn))
        await retryFrom(sql, callId, await retryTime(sql, at));
      await sql.change(
        isCall
          ? 'UPDATE call_attempt SET is_reached = $2, at = $3 WHERE contact_id = $1'
          : 'DELETE FROM call_attempt WHERE contact_id = $1',
        isCall ? [contactId, isReached, at] : [contactId],
      );
    }
    if (calls.some(({ isCall }) => !isCall) && accountId !== null) await this.takeBack(sql, contactId, accountId);
    if (calls.length > 0) await askPlan(sql);
  }
}

const retryTime = async (sql: Sql, at: Date): Promise<Date> =>
  new Date(at.getTime() + (await callSettings(sql)).retryMinutes * 60_000);

/** The day of a moment, ours or the caller's: whichever is further on. */
async function latestDay(sql: Sql, staffId: string, at: Date): Promise<string> {
  const calendars = await calendarsOf(sql, [staffId], localDay(at, 'UTC'));
  const organisation = withUsualHours(calendars.ofUnit(null));
  const own = calendars.ofStaff.get(staffId) ?? organisation;
  return [localDay(at, own.zone), localDay(at, organisation.zone)].toSorted().at(-1) ?? '';
}

const ofAnotherAccount = () =>
  badField({ path: 'plannedCall', code: 'call-of-another-account', message: 'is a call to another account' });
