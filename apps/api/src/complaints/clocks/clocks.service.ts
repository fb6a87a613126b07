import { clockTimes } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { calendarOf, type EffectiveCalendar } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';
import {
  insertClocks,
  moveClocks,
  type Paused,
  type PendingClock,
  pendingClocks,
  type ReceiptClock,
  receiptClocks,
  type StartedClock,
} from './clock-start.query.js';
import { clocksWithPauses, closePauses, type PausesToEnd } from './clock-pause.query.js';

/**
 * Starts the clocks that the courses of these complaints call for, by the rules of their moments and the working time
 * of the answerable department; those that run keep theirs. Called in the transaction that received a complaint or took
 * a step; twice does no harm. That a step meets a clock, and that a voided complaint ends it, the tables see to.
 */
export async function startClocks(sql: Sql, complaintIds: readonly string[]): Promise<void> {
  const pending = await pendingClocks(sql, complaintIds);
  const [earliest] = pending;
  if (!earliest) return;
  await insertClocks(sql, await reckoned(sql, pending, earliest.startedAt));
}

/**
 * Reckons what the receipt promised anew, after its time was corrected: by the rule and the working time of the corrected
 * moment, as if it had been told so at once. What was met stays met, a reopening's clock stays where it is, and one that
 * allows no pauses, or was over before its pause, stands no longer.
 */
export async function restartClocks(sql: Sql, complaintId: string): Promise<void> {
  const clocks = await receiptClocks(sql, complaintId);
  const isPromised = (clock: ReceiptClock): clock is ReceiptClock & PendingClock => clock.startedAt !== null;
  const promised = clocks.filter(isPromised);
  const moved = promised[0] ? await reckoned(sql, promised, promised[0].startedAt) : [];
  const gone = clocks.filter((clock) => !isPromised(clock)).map(({ id }) => id);
  await moveClocks(sql, complaintId, { moved, gone });
  await startClocks(sql, [complaintId]);
  await endPauses(sql, complaintId, 'void');
}

/** Lets the clocks of a complaint that stand run on: which of their pauses end. */
export async function endPauses(sql: Sql, complaintId: string, which: PausesToEnd): Promise<boolean> {
  const ids = await closePauses(sql, complaintId, which);
  const clocks = ids.length > 0 ? await clocksWithPauses(sql, ids) : [];
  const [earliest] = clocks;
  if (!earliest) return false;
  await moveClocks(sql, complaintId, { moved: await reckoned(sql, clocks, earliest.startedAt), gone: [] });
  return true;
}

/** With when they are due; `since`: the earliest of their starts. Those without an id get one. */
async function reckoned(
  sql: Sql,
  pending: readonly (PendingClock & Partial<Paused>)[],
  since: Date,
): Promise<StartedClock[]> {
  const calendars = new Map<string, EffectiveCalendar>();
  for (const { departmentId } of pending)
    if (!calendars.has(departmentId)) calendars.set(departmentId, await calendarOf(sql, { departmentId }, since));
  return pending.flatMap((clock) => {
    const calendar = calendars.get(clock.departmentId);
    const counted = clock.allowsPauses ? (clock.pauses ?? []) : [];
    const pauses = counted.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    if (!calendar) return [];
    return [{ ...clock, id: clock.id ?? uuid(), ...clockTimes(clock, calendar, clock.startedAt, pauses) }];
  });
}
