import { Injectable } from '@nestjs/common';
import type { CallOfMyDay, CallReason, CallsOfDay, CallsOfDayQuery, PersonAtAccount } from '@forecall/contracts';
import { addDays, localDay, type Span, type WorkingCalendar } from '@forecall/domain';
import { calendarsOf, Spans, withUsualHours } from '../../calendars/calendar.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { longestOverdueDays } from '../planning/company.query.js';
import { HoursBook } from '../planning/hours-book.js';
import { type CallSettings, callSettings } from '../planning/plan-input.query.js';
import { callsOfDay, type DayRow } from './call-day.query.js';
import { refuseOutOfReach } from './caller-reach.query.js';
import { lateness } from './lateness.js';

const hourMs = 3_600_000;

/** Whom a caller calls today, in which order and why. */
@Injectable()
export class CallDayService {
  constructor(private readonly database: Database) {}

  /** `callId`: this one of theirs too, whatever its day. */
  async day(viewer: Viewer, { staffId = viewer.staffId, callId }: CallsOfDayQuery): Promise<CallsOfDay> {
    if (staffId !== viewer.staffId) await refuseOutOfReach(this.database, reachOf(viewer), staffId);
    const now = new Date();
    const settings = await callSettings(this.database);
    const calendars = await calendarsOf(this.database, [staffId], addDays(localDay(now, 'UTC'), -longestOverdueDays));
    const own = withUsualHours(calendars.ofStaff.get(staffId) ?? calendars.ofUnit(null));
    const day = localDay(now, own.zone);
    const rows = await callsOfDay(this.database, { staffId, day, callId });
    const windows = await windowsOf(rows, { own, organisation: withUsualHours(calendars.ofUnit(null)), day });
    const late = lateness(withUsualHours(calendars.ofUnit(null)), day);
    const calls = rows.map((row) => shown(row, { now, settings, open: windows(row, personOf(row, settings)), late }));
    return { day, zone: own.zone, calls: inOrder(calls, day) };
  }
}

/** The next who was not tried too often; when all were, whoever was tried least. */
function personOf({ people, tries }: DayRow, { triesPerPerson }: CallSettings): PersonAtAccount | null {
  const times = (person: PersonAtAccount) => tries.filter((each) => each.person?.id === person.id).length;
  const fresh = people.find((person) => times(person) < triesPerPerson);
  return fresh ?? people.toSorted((a, b) => times(a) - times(b))[0] ?? null;
}

/** Tells when the caller works and the person may be called, on one day. */
async function windowsOf(
  rows: readonly DayRow[],
  { own, organisation, day }: { own: WorkingCalendar; organisation: WorkingCalendar; day: string },
): Promise<(row: DayRow, person: PersonAtAccount | null) => Span[]> {
  const spans = new Spans();
  const book = new HoursBook(organisation, [day], spans);
  await book.readHolidays(rows);
  const mine = spans.of(own, day);
  return (row, person) => {
    const theirs = book.hoursOf({
      ...{ zone: person?.zone ?? row.zone, week: person?.callingWeek ?? row.week },
      ...{ country: row.country, region: row.region },
    });
    return mine.flatMap(({ fromMs, toMs }) =>
      theirs.open
        .map((span) => ({ fromMs: Math.max(fromMs, span.fromMs), toMs: Math.min(toMs, span.toMs) }))
        .filter((span) => span.fromMs < span.toMs),
    );
  };
}

interface ShownWith {
  readonly now: Date;
  readonly settings: CallSettings;
  readonly open: readonly Span[];
  readonly late: (dueOn: string) => number;
}

function shown(row: DayRow, { now, settings, open, late }: ShownWith): CallOfMyDay {
  const { call, retryAt, endedAt, people: _, zone, country: _country, region: _region, week: _week, ...rest } = row;
  const person = personOf(row, settings);
  const earliest = Math.max(now.getTime(), retryAt?.getTime() ?? 0);
  const window = call.state === 'planned' ? open.find(({ toMs }) => toMs > earliest) : undefined;
  const from = window && Math.max(window.fromMs, retryAt?.getTime() ?? 0);
  const isNow = from !== undefined && from <= now.getTime();
  const workingDaysLate = call.state === 'planned' ? late(call.dueOn) : 0;
  const closes = isNow && window !== undefined && window.toMs - now.getTime() < hourMs;
  const reasons: (CallReason | false)[] = [
    call.band === 'at-risk' && 'at-risk',
    workingDaysLate > 0 && 'late',
    call.isAskedFor && 'customer-asked',
    rest.promiseDueAt !== null && (Date.parse(rest.promiseDueAt) < now.getTime() ? 'promise-late' : 'promise'),
    closes && 'window-closes',
    call.band === 'watch' && 'watch',
  ];
  const told = reasons.filter((reason) => reason !== false);
  const { promiseDueAt: _promise, ...besides } = rest;
  return {
    ...call,
    ...besides,
    workingDaysLate,
    person,
    zone: person?.zone ?? zone,
    from: from === undefined ? null : new Date(from).toISOString(),
    to: window ? new Date(window.toMs).toISOString() : null,
    isNow,
    reasons: told.length > 0 ? told : ['due'],
    preparation: rest.preparation ?? { why: '', say: '', doing: '' },
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/**
 * What can be done now first; in it those at risk, then what is late, then whose window closes within the hour. Those of
 * a later day come after all of this one that are open, by when they are planned.
 */
export function inOrder(calls: readonly CallOfMyDay[], today: string): CallOfMyDay[] {
  const isAhead = ({ onDay }: CallOfMyDay) => onDay !== null && onDay > today;
  const rank = (call: CallOfMyDay): (number | string)[] => [
    call.state !== 'planned' ? 4 : isAhead(call) ? 3 : call.isNow ? 0 : call.from ? 1 : 2,
    ...(['at-risk', 'late', 'window-closes', 'watch'] as const).map((reason) =>
      isAhead(call) || call.reasons.includes(reason) ? 0 : 1,
    ),
    call.state === 'planned' && !isAhead(call) ? (call.isNow ? (call.to ?? '') : (call.from ?? call.dueOn)) : '',
    call.slotAt ?? '',
    call.id,
  ];
  const ranked = calls.map((call) => ({ call, rank: rank(call) }));
  const done = (call: CallOfMyDay) => (call.state === 'planned' ? 0 : Date.parse(call.endedAt ?? ''));
  return ranked
    .toSorted((a, b) => {
      if (a.call.state !== 'planned' && b.call.state !== 'planned') return done(b.call) - done(a.call);
      const n = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return n < 0 ? 0 : (a.rank[n] ?? '') < (b.rank[n] ?? '') ? -1 : 1;
    })
    .map(({ call }) => call);
}
