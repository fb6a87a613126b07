import { clockTimes } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { calendarOf, type EffectiveCalendar } from '../../calendars/calendar.service.js';
import type { Sql } from '../../platform/database/database.js';
import { insertClocks, pendingClocks } from './clock-start.query.js';

/**
 * Starts the clocks that the courses of these complaints call for, by the rules of their moments and the working time
 * of the answerable department; those that run keep theirs. Called in the transaction that received a complaint or took
 * a step; twice does no harm. That a step meets a clock, and that a voided complaint ends it, the tables see to.
 */
export async function startClocks(sql: Sql, complaintIds: readonly string[]): Promise<void> {
  const pending = await pendingClocks(sql, complaintIds);
  const [earliest] = pending;
  if (!earliest) return;
  const calendars = new Map<string, EffectiveCalendar>();
  for (const { departmentId } of pending)
    if (!calendars.has(departmentId))
      calendars.set(departmentId, await calendarOf(sql, { departmentId }, earliest.startedAt));
  const clocks = pending.flatMap((clock) => {
    const calendar = calendars.get(clock.departmentId);
    return calendar ? [{ ...clock, id: uuid(), ...clockTimes(clock, calendar, clock.startedAt) }] : [];
  });
  await insertClocks(sql, clocks);
}
