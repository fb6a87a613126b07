import { localDay } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { badField, conflict } from '../../platform/http/problem.js';
import type { LockedCampaign } from '../campaigns/campaign.query.js';
import { assessorsOf, busyTimes, type CandidateToBook } from './booking-input.query.js';
import { type SlotOfExam } from './exam-write.query.js';
import { WorkingTimes } from './working-times.js';

export interface AskedSlot extends SlotOfExam {
  readonly candidate: CandidateToBook;
  readonly minutes: number;
  /** The organisation's. */
  readonly zone: string;
  /** After a failed exam: not before. */
  readonly mayFrom: string | null;
  /** The exam that is moved there. */
  readonly examId?: string;
}

/** Refuses a slot in which the exam cannot be: out of the time for it, by somebody who may not, without them, twice. */
export async function refuseBadSlot(sql: Sql, campaign: LockedCampaign, slot: AskedSlot): Promise<void> {
  const assessors = await assessorsOf(sql, campaign.id);
  refuseWrongAssessor(campaign, slot, assessors);
  refuseWrongDay(campaign, slot);
  const people = [slot.candidate.staff, ...assessors.filter(({ id }) => examine(slot).includes(id))];
  const span = { fromMs: slot.startsAt.getTime(), toMs: slot.startsAt.getTime() + slot.minutes * 60_000 };
  const on = localDay(slot.startsAt, slot.zone);
  const ids = people.map(({ id }) => id);
  const times = await WorkingTimes.read(sql, ids, on, on);
  for (const { id, name } of people) {
    const absence = times.absence(id, span);
    if (absence === 'leave') throw conflict('slot-on-leave', `${name} is on leave then.`, { values: { name } });
    if (absence === 'hours')
      throw conflict('slot-outside-hours', `${name} does not work through all of that time.`, { values: { name } });
  }
  const [fromAt, toAt] = [new Date(span.fromMs), new Date(span.toMs)];
  const busy = await busyTimes(sql, ids, { fromAt, toAt, but: slot.examId ?? null });
  for (const { id, name } of people)
    if (busy.some((one) => one.staffId === id && one.fromAt < toAt && fromAt < one.toAt))
      throw conflict('slot-clashes', `${name} has something else at that time.`, { values: { name } });
}

const examine = ({ assessorId, secondId }: SlotOfExam): string[] => [assessorId, secondId ?? []].flat();

function refuseWrongAssessor(
  { rules }: LockedCampaign,
  slot: AskedSlot,
  assessors: readonly { readonly id: string; readonly name: string }[],
): void {
  const { candidate, assessorId, secondId } = slot;
  for (const [path, id] of Object.entries({ assessorId, secondId })) {
    if (id === null) continue;
    const assessor = assessors.find((one) => one.id === id);
    if (!assessor) throw badField({ path, code: 'no-assessor-here', message: 'does not examine in this campaign' });
    if (id === candidate.staff.id) throw badField({ path, code: 'oneself', message: 'would examine themselves' });
    if (rules.excludesOwn && candidate.leaderIds.includes(id))
      throw conflict('assessor-leads', `${assessor.name} leads ${candidate.staff.name}.`, {
        values: { name: assessor.name, candidate: candidate.staff.name },
      });
  }
  if (assessorId === secondId)
    throw badField({ path: 'secondId', code: 'same-assessor', message: 'is the first assessor too' });
}

function refuseWrongDay(campaign: LockedCampaign, { startsAt, candidate, minutes, zone, mayFrom }: AskedSlot): void {
  if (startsAt.getTime() < Date.now())
    throw badField({ path: 'startsAt', code: 'in-the-past', message: 'has passed already' });
  const [on, end] = [startsAt.getTime(), startsAt.getTime() + minutes * 60_000].map((ms) =>
    localDay(new Date(ms), zone),
  );
  const [first, last] = [campaign.opensOn, candidate.untilOn ?? campaign.endsOn];
  if (on === undefined || end === undefined || on < first || end > last)
    throw conflict('slot-outside-campaign', `The time for it is from ${first} to ${last}.`, {
      values: { from: first, to: last },
    });
  if (mayFrom !== null && on < mayFrom)
    throw conflict('slot-before-resit', `A resit may be sat from ${mayFrom} on.`, {
      values: { day: mayFrom },
    });
}
