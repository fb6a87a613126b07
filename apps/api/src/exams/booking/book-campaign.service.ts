import { Injectable } from '@nestjs/common';
import type { BookCampaign, BookedCampaign } from '@forecall/contracts';
import { addDays, localInstant, otherVariant, planExams } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField } from '../../platform/http/problem.js';
import type { LockedCampaign } from '../campaigns/campaign.query.js';
import { led, notBegun } from '../campaigns/campaign.service.js';
import { figuresOf } from '../campaigns/figures-of.js';
import {
  assessorsOf,
  busyTimes,
  type CandidateToBook,
  candidatesToBook,
  examsOfCampaign,
  lockBooking,
  scenarioChoices,
} from './booking-input.query.js';
import { addExams, type NewExam } from './exam-write.query.js';
import { TellExams } from './tell-exams.js';
import { WorkingTimes } from './working-times.js';

/** So far ahead exams are booked at once. */
const mostDays = 90;
const gridMinutes = 5;
/** So many exams an assessor has a day before any day gets more: they have other work too. */
const examsPerDay = 4;

type NotBooked = BookedCampaign['notBooked'];

/** Gives slots to those who must be examined: all of them in one plan, which leaves alone what is booked. */
@Injectable()
export class BookCampaignService {
  constructor(
    private readonly database: Database,
    private readonly tell: TellExams,
  ) {}

  book(viewer: Viewer, id: string, asked: BookCampaign): Promise<BookedCampaign> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, id);
      if (campaign.state !== 'running') throw notBegun();
      await lockBooking(sql);
      const { waiting, notBooked, ...window } = await whoWaits(sql, campaign, asked);
      const assessors = await assessorsOf(sql, id);
      const before = await examsOfCampaign(sql, id);
      const planned = await planOf(sql, campaign, { waiting, assessors, before, ...window });
      const choices = await scenarioChoices(sql, id);
      const made = planned.placements.map(({ candidate, startMs, assessorId }, n): NewExam => {
        const own = before.filter(({ candidateId }) => candidateId === candidate.id);
        const played = own.map(({ scenarioVersionId, variant }) => ({ versionId: scenarioVersionId ?? '', variant }));
        const rule = { takesOther: campaign.rules.takesOtherVariant, turn: before.length + n };
        const scenario = otherVariant(choices, played, rule);
        return {
          ...{ id: uuid(), candidateId: candidate.id, staffId: candidate.staff.id, assessorId, secondId: null },
          attempt: Math.max(0, ...own.map(({ attempt }) => attempt)) + 1,
          ...{ scenarioVersionId: scenario?.versionId ?? null, variant: scenario?.variant ?? '' },
          ...{ startsAt: new Date(startMs), isFixed: false },
        };
      });
      await addExams(sql, campaign, made, viewer.staffId);
      await this.tell.booked(sql, campaign, made, viewer.signInId);
      const all = [...before, ...made].flatMap(({ assessorId, secondId }) => [assessorId, secondId]);
      return {
        booked: made.length,
        notBooked: [...notBooked, ...planned.notBooked],
        perAssessor: assessors.map((assessor) => ({
          ...{ assessor, exams: all.filter((one) => one === assessor.id).length },
        })),
      };
    });
  }
}

interface Waiting extends CandidateToBook {
  readonly fromOn: string;
  readonly toOn: string;
}

interface Window {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
}

/** Who may be examined, from when until when. */
async function whoWaits(
  sql: Sql,
  campaign: LockedCampaign,
  { candidateIds, from: asked, to: askedTo }: BookCampaign,
): Promise<Window & { waiting: Waiting[]; notBooked: NotBooked }> {
  const { standings, today } = await figuresOf(sql, campaign);
  const zone = (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
  const from = latest(asked ?? addDays(today, 1), today, campaign.opensOn);
  if (askedTo !== undefined && askedTo < from)
    throw badField({ path: 'to', code: 'ends-before-begin', message: 'lies before the first day' });
  const candidates = await candidatesToBook(sql, campaign.id, candidateIds);
  const unknown = candidateIds?.findIndex((id) => !candidates.some((one) => one.id === id)) ?? -1;
  if (unknown >= 0)
    throw badField({ path: `candidateIds.${unknown}`, code: 'unknown-candidate', message: 'is not in the campaign' });
  const to = earliest(askedTo ?? '9999-12-31', addDays(from, mostDays - 1));
  const notBooked: NotBooked = [];
  const waiting: Waiting[] = [];
  for (const candidate of candidates) {
    const found = standings.get(candidate.id);
    if (!found || ['passed', 'booked', 'disputed'].includes(found.standing)) continue;
    const fromOn = latest(from, candidate.inOn, found.mayFrom ?? from);
    const toOn = earliest(to, candidate.untilOn ?? campaign.endsOn);
    const why = found.isOutOfAttempts ? 'out-of-attempts' : fromOn > toOn ? 'no-days-left' : undefined;
    if (why) notBooked.push({ candidateId: candidate.id, staff: candidate.staff, why });
    else waiting.push({ ...candidate, fromOn, toOn });
  }
  return { zone, from, to, waiting, notBooked };
}

const latest = (...days: readonly string[]): string => days.toSorted().at(-1) ?? '';
const earliest = (...days: readonly string[]): string => days.toSorted()[0] ?? '';

async function planOf(
  sql: Sql,
  campaign: LockedCampaign,
  {
    waiting,
    assessors,
    before,
    zone,
    from,
    to,
  }: Window & {
    waiting: readonly Waiting[];
    assessors: readonly { id: string }[];
    before: Awaited<ReturnType<typeof examsOfCampaign>>;
  },
): Promise<{
  placements: { candidate: Waiting; assessorId: string; startMs: number }[];
  notBooked: NotBooked;
}> {
  const staffIds = [...new Set([...waiting.map(({ staff }) => staff.id), ...assessors.map(({ id }) => id)])];
  const times = await WorkingTimes.read(sql, staffIds, from, to);
  const nowMs = Date.now();
  const startOf = (day: string) => Math.max(nowMs, localInstant(day, 0, zone));
  const busy = await busyTimes(sql, staffIds, {
    fromAt: new Date(startOf(from)),
    toAt: new Date(localInstant(addDays(to, 1), 0, zone)),
  });
  const plan = planExams({
    ...{ examMs: campaign.minutes * 60_000, gridMs: gridMinutes * 60_000, perDay: examsPerDay },
    candidates: waiting.map(({ id, staff, leaderIds, fromOn, toOn }) => ({
      ...{ id, staffId: staff.id, open: times.openOf(staff.id) },
      ...{ fromMs: startOf(fromOn), untilMs: localInstant(addDays(toOn, 1), 0, zone) },
      notBy: campaign.rules.excludesOwn ? leaderIds : [],
    })),
    assessors: assessors.map(({ id }) => ({
      ...{ id, days: times.daysOf(id) },
      load: before.filter(({ assessorId, secondId }) => assessorId === id || secondId === id).length,
    })),
    // What is booked counts in the load, and as time that is taken.
    booked: [],
    busy: busy.map(({ staffId, fromAt, toAt }) => ({ staffId, fromMs: fromAt.getTime(), toMs: toAt.getTime() })),
  });
  const of = new Map(waiting.map((candidate) => [candidate.id, candidate]));
  return {
    placements: plan.placements.flatMap(({ candidateId, assessorId, startMs }) => {
      const candidate = of.get(candidateId);
      return candidate ? [{ candidate, assessorId, startMs }] : [];
    }),
    notBooked: plan.unplaced.flatMap(({ candidateId, why }) => {
      const candidate = of.get(candidateId);
      return candidate ? [{ candidateId, staff: candidate.staff, why }] : [];
    }),
  };
}
