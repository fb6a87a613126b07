import type { PlannedCallChanged } from '@forecall/contracts';
import { addDays, localDay } from '@forecall/domain';
import { calendarsOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { horizonDays } from '../planning/company.query.js';
import {
  endLate,
  insertMove,
  isSlotTaken,
  type LockedCall,
  reserveDay,
  setAsked,
  type Standing,
} from './planned-call.query.js';
import { clearBefore, clearDay } from './taken-out.query.js';

interface Asked {
  readonly on: string;
  readonly at: Date | null;
  readonly why: string;
  /** Where the body says the day. */
  readonly path: string;
  /** In which the customer asked. */
  readonly contactId?: string;
}

/** The caller's day of a slot that they can make: a whole minute within the plan that no other call needs. */
export async function slotOf(
  sql: Sql,
  { staffId, start, callId, path, on }: { staffId: string; start: Date; callId: string; path: string; on?: string },
): Promise<string> {
  if (start.getTime() % 60_000 !== 0) throw badField({ path, code: 'whole-minute', message: 'is no whole minute' });
  if (start.getTime() < Date.now()) throw badField({ path, code: 'in-the-past', message: 'lies in the past' });
  const calendars = await calendarsOf(sql, [staffId], localDay(new Date(), 'UTC'));
  const calendar = calendars.ofStaff.get(staffId);
  if (!calendar) throw notFound('caller');
  const day = localDay(start, calendar.zone);
  if (on !== undefined && day !== on)
    throw badField({ path, code: 'not-that-day', message: 'lies on another day of the caller’s' });
  if (day > addDays(localDay(new Date(), calendar.zone), horizonDays))
    throw badField({ path, code: 'beyond-plan', message: `is more than ${horizonDays} days ahead` });
  const isAtWork = new Spans()
    .of(withUsualHours(calendar), day)
    .some(({ fromMs, toMs }) => fromMs <= start.getTime() && start.getTime() < toMs);
  if (!isAtWork) throw badField({ path, code: 'caller-not-at-work', message: 'is no working time of the caller' });
  if (await isSlotTaken(sql, { staffId, start, callId }))
    throw conflict('slot-taken', 'Another call stands there already.');
  return day;
}

/**
 * The customer asked for this day: the call is due then, whatever else was planned for it. A call that is late already
 * was not made in time, so it is given up and another one is due then.
 */
export async function setDay(sql: Sql, viewer: Viewer, call: LockedCall, asked: Asked): Promise<PlannedCallChanged> {
  const { on, path } = asked;
  await refuseDay(sql, on, path);
  if (call.isLate) {
    await endLate(sql, call.id);
    return setNext(sql, viewer, call, { missedId: call.id }, asked);
  }
  const takenOut = on === call.dueOn ? [] : await clearDay(sql, call, on);
  if (!takenOut) throw otherThatDay(path);
  return write(sql, viewer, { ...call, standing: { ...call.standing, takenOut } }, asked);
}

/** The day that the customer asked for is the next one due, whatever the cadence says. */
export async function openNext(
  sql: Sql,
  viewer: Viewer,
  accountId: string,
  asked: Omit<Asked, 'at' | 'why'>,
): Promise<void> {
  const { on, path } = asked;
  await refuseDay(sql, on, path);
  // What the plan had for before that day is not due any more.
  const takenOut = await clearBefore(sql, accountId, on);
  await setNext(sql, viewer, { accountId, staffId: null }, { takenOut }, { ...asked, at: null, why: '' });
}

async function setNext(
  sql: Sql,
  viewer: Viewer,
  { accountId, staffId }: Pick<LockedCall, 'accountId' | 'staffId'>,
  instead: Pick<Standing, 'missedId' | 'takenOut'>,
  asked: Asked,
): Promise<PlannedCallChanged> {
  const next = await reserveDay(sql, accountId, asked.on);
  if (!next) throw otherThatDay(asked.path);
  return write(sql, viewer, { id: next.id, staffId, standing: { ...next.standing, ...instead } }, asked);
}

async function write(
  sql: Sql,
  viewer: Viewer,
  call: Pick<LockedCall, 'id' | 'staffId' | 'standing'>,
  { on, at, why, contactId }: Asked,
): Promise<PlannedCallChanged> {
  const staffId = call.staffId ?? viewer.staffId;
  const place = at && {
    ...{ staffId, start: at },
    onDay: await slotOf(sql, { staffId, start: at, callId: call.id, path: 'at', on }),
  };
  const revision = await setAsked(sql, call.id, on, place);
  await insertMove(sql, call, {
    ...{ by: viewer.signInId, askedBy: 'customer', why },
    after: { dueOn: on, slotAt: at, ...(contactId !== undefined && { contactId }) },
  });
  return { id: call.id, revision };
}

/** Days that are over cannot be asked for, nor such as nobody plans for. */
async function refuseDay(sql: Sql, on: string, path: string): Promise<void> {
  const row = await sql.first<{ today: string }>(
    'SELECT (now() AT TIME ZONE o.zone)::date::text AS today FROM organisation o',
  );
  if (!row || on < row.today) throw badField({ path, code: 'in-the-past', message: 'lies in the past' });
  if (on > addDays(row.today, 366)) throw badField({ path, code: 'too-far', message: 'is more than a year ahead' });
}

export const otherThatDay = (path?: string) =>
  path === 'plannedCall.nextOn'
    ? badField({ path, code: 'call-that-day', message: 'is a day on which another call of the account was due' })
    : conflict('call-that-day', 'Another call of the account was due on that day.');
