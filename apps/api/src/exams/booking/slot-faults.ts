import { localDay } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { badField, conflict, type ProblemError } from '../../platform/http/problem.js';
import type { LockedCampaign } from '../campaigns/campaign.query.js';
import { assessorsOf, busyTimes, type BusyTime, type CandidateToBook } from './booking-input.query.js';
import { type SlotOfExam } from './exam-write.query.js';
import { WorkingTimes } from './working-times.js';

export interface AskedSlot extends SlotOfExam {
  readonly candidate: CandidateToBook;
  readonly minutes: number;
  /** The organisation's. */
  readonly zone: string;
  /** After a failed exam: not before. */
  readonly mayFrom: string | null;
  /** The exam that is moved there, or stands there. */
  readonly examId?: string;
}

type OfCampaign = Pick<LockedCampaign, 'id' | 'rules' | 'opensOn' | 'endsOn'>;
type Assessors = readonly { readonly id: string; readonly name: string }[];

/** What speaks for or against a slot, read for some of them at once. */
interface Ground {
  readonly assessors: Assessors;
  readonly times: WorkingTimes;
  readonly busy: readonly BusyTime[];
}

/** Refuses a slot in which the exam cannot be: out of the time for it, by somebody who may not, without them, twice. */
export async function refuseBadSlot(sql: Sql, campaign: OfCampaign, slot: AskedSlot): Promise<void> {
  if (slot.startsAt.getTime() % 60_000 !== 0)
    throw badField({ path: 'startsAt', code: 'whole-minute', message: 'is no whole minute' });
  const [fault] = await slotFaults(sql, campaign, [slot]);
  if (fault) throw fault;
}

/** Why exams cannot be in their slots, in the same order; undefined: nothing speaks against it. */
export async function slotFaults(
  sql: Sql,
  campaign: OfCampaign,
  slots: readonly AskedSlot[],
): Promise<(ProblemError | undefined)[]> {
  const [first] = slots;
  if (!first) return [];
  const spans = slots.map(spanOf);
  const [fromMs, toMs] = [Math.min(...spans.map((span) => span.fromMs)), Math.max(...spans.map((span) => span.toMs))];
  const ids = [...new Set(slots.flatMap((slot) => [slot.candidate.staff.id, ...examine(slot)]))];
  const dayOf = (ms: number) => localDay(new Date(ms), first.zone);
  const ground = {
    assessors: await assessorsOf(sql, campaign.id),
    times: await WorkingTimes.read(sql, ids, dayOf(fromMs), dayOf(toMs)),
    busy: await busyTimes(sql, ids, { fromAt: new Date(fromMs), toAt: new Date(toMs) }),
  };
  return slots.map((slot) => wrongAssessor(campaign, slot, ground) ?? wrongDay(campaign, slot) ?? taken(slot, ground));
}

const spanOf = ({ startsAt, minutes }: AskedSlot) => ({
  fromMs: startsAt.getTime(),
  toMs: startsAt.getTime() + minutes * 60_000,
});

const examine = ({ assessorId, secondId }: SlotOfExam): string[] => [assessorId, secondId ?? []].flat();

function wrongAssessor({ rules }: OfCampaign, slot: AskedSlot, { assessors }: Ground): ProblemError | undefined {
  const { candidate, assessorId, secondId } = slot;
  for (const [path, id] of Object.entries({ assessorId, secondId })) {
    if (id === null) continue;
    const assessor = assessors.find((one) => one.id === id);
    if (!assessor) return badField({ path, code: 'no-assessor-here', message: 'does not examine in this campaign' });
    if (id === candidate.staff.id) return badField({ path, code: 'oneself', message: 'would examine themselves' });
    if (rules.excludesOwn && candidate.leaderIds.includes(id))
      return conflict('assessor-leads', `${assessor.name} leads ${candidate.staff.name}.`, {
        values: { name: assessor.name, candidate: candidate.staff.name },
      });
  }
  if (assessorId !== secondId) return undefined;
  return badField({ path: 'secondId', code: 'same-assessor', message: 'is the first assessor too' });
}

function wrongDay(
  campaign: OfCampaign,
  { startsAt, candidate, minutes, zone, mayFrom }: AskedSlot,
): ProblemError | undefined {
  if (startsAt.getTime() < Date.now())
    return badField({ path: 'startsAt', code: 'in-the-past', message: 'has passed already' });
  const [on, end] = [startsAt.getTime(), startsAt.getTime() + minutes * 60_000].map((ms) =>
    localDay(new Date(ms), zone),
  );
  const [first, last] = [campaign.opensOn, candidate.untilOn ?? campaign.endsOn];
  if (on === undefined || end === undefined || on < first || end > last)
    return conflict('slot-outside-campaign', `The time for it is from ${first} to ${last}.`, {
      values: { from: first, to: last },
    });
  if (mayFrom === null || on >= mayFrom) return undefined;
  return conflict('slot-before-resit', `A resit may be sat from ${mayFrom} on.`, { values: { day: mayFrom } });
}

/** Who takes part is away, or has something else. */
function taken(slot: AskedSlot, { assessors, times, busy }: Ground): ProblemError | undefined {
  const people = [slot.candidate.staff, ...assessors.filter(({ id }) => examine(slot).includes(id))];
  const span = spanOf(slot);
  for (const { id, name } of people) {
    const absence = times.absence(id, span);
    if (absence === 'leave') return conflict('slot-on-leave', `${name} is on leave then.`, { values: { name } });
    if (absence === 'hours')
      return conflict('slot-outside-hours', `${name} does not work through all of that time.`, { values: { name } });
  }
  const isThen = ({ fromAt, toAt }: BusyTime) => fromAt.getTime() < span.toMs && span.fromMs < toAt.getTime();
  const others = busy.filter((one) => isThen(one) && (one.examId === null || one.examId !== slot.examId));
  const twice = people.find(({ id }) => others.some(({ staffId }) => staffId === id));
  return (
    twice &&
    conflict('slot-clashes', `${twice.name} has something else at that time.`, { values: { name: twice.name } })
  );
}
