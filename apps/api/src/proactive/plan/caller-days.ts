import type { AwayReason, LoadOfDay } from '@forecall/contracts';
import { dayPlan, type Span, type WorkingCalendar } from '@forecall/domain';
import { type DatedRow, Spans } from '../../calendars/calendar.service.js';

/** What a caller can do on a day, and what is in the way. */
export type RoomOfDay = Pick<LoadOfDay, 'capacity' | 'away' | 'holiday'> & { readonly hours: readonly Span[] };

/** Of a caller with a calendar and so many calls a day, whose slots begin at full multiples since 1970, as the plan's do. */
export function roomOf(
  calendar: WorkingCalendar<DatedRow>,
  day: string,
  { callsPerDay, slotMinutes, spans }: { callsPerDay: number; slotMinutes: number; spans: Spans },
): RoomOfDay {
  const hours = spans.of(calendar, day);
  const { leave, dated } = dayPlan(calendar, day);
  const slotMs = slotMinutes * 60_000;
  const slots = hours.reduce(
    (sum, { fromMs, toMs }) => sum + Math.max(0, Math.floor(toMs / slotMs) - Math.ceil(fromMs / slotMs)),
    0,
  );
  const away = (): AwayReason | null => {
    if (leave) return 'leave';
    if (hours.length === 0)
      return dated?.kind === 'holiday' ? 'holiday' : dated?.kind === 'closed' ? 'closed' : 'not-worked';
    return callsPerDay === 0 ? 'no-calls' : null;
  };
  const isHoliday = dated?.kind === 'holiday' && hours.length === 0;
  return {
    hours,
    capacity: Math.min(callsPerDay, slots),
    away: away(),
    holiday: isHoliday ? { nameEn: dated.nameEn, nameZh: dated.nameZh } : null,
  };
}

/** Where two lists of spans are both. */
export const commonSpans = (a: readonly Span[], b: readonly Span[]): Span[] =>
  a.flatMap((one) =>
    b
      .map(({ fromMs, toMs }) => ({ fromMs: Math.max(one.fromMs, fromMs), toMs: Math.min(one.toMs, toMs) }))
      .filter(({ fromMs, toMs }) => fromMs < toMs),
  );
