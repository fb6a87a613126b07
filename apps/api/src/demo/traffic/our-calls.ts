import { localDay, startOfDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Account, type CareClass, holds, organisationZone, type Reason } from '../company/company.js';
import type { ContactDraft } from './contact-draft.js';
import type { Roster } from './roster.js';
import { isWorkDay } from './working-day.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Days between two regular calls to a key account. */
const cadenceDays: Readonly<Record<CareClass, number>> = {
  loyal: 21,
  'fast-growing': 14,
  dormant: 45,
  'worth-cultivating': 28,
};

/** Of ten problems that we find three are not put right in time. */
const laterComplained = 0.3;

/** A moment in the morning or afternoon of that day, or of the next working day. */
function officeHours(draw: Draw, atMs: number): number {
  let dayStart = startOfDay(localDay(new Date(atMs), organisationZone), organisationZone).getTime();
  while (!isWorkDay(localDay(new Date(dayStart), organisationZone), 'china')) dayStart += dayMs;
  return Math.floor(dayStart + draw.between(9, 17.5) * hourMs);
}

type OurCall = Pick<ContactDraft, 'account' | 'person' | 'reason' | 'department' | 'purpose' | 'rep'>;

function outgoing(
  draw: Draw,
  atMs: number,
  call: OurCall,
  isReached: boolean,
  before: ContactDraft | null,
): ContactDraft {
  const talkSeconds = isReached ? Math.round(draw.lognormal(240, 0.5)) : null;
  const endedMs = atMs + 1000 * (talkSeconds ?? draw.whole(20, 40));
  const id = draw.id(endedMs);
  return {
    ...call,
    ...{
      id,
      conversationId: before?.conversationId ?? id,
      transferredFrom: null,
      startedMs: atMs,
      endedMs,
      talkSeconds,
    },
    ...{ channel: 'phone', direction: 'out', outcome: isReached ? 'handled' : 'not-reached', waitSeconds: null },
    holdSeconds: null,
    wrapSeconds: Math.round(draw.lognormal(35, 0.5)),
    resolved: isReached && call.purpose === 'service' ? draw.chance(0.85) : null,
    complaint: null,
  };
}

/** What was not settled is called back about, mostly within a day. */
export function callBack(draw: Draw, roster: Roster, before: ContactDraft): ContactDraft | null {
  const { account, person, reason, department } = before;
  if (before.resolved !== false || !account || !draw.chance(0.16)) return null;
  const atMs = officeHours(draw, before.endedMs + draw.between(2, 30) * hourMs);
  if (atMs <= before.endedMs) return null;
  const rep = roster.whoTakes(draw, department, reason, atMs);
  return outgoing(
    draw,
    atMs,
    { account, person, reason, department, purpose: 'service', rep },
    draw.chance(0.82),
    before,
  );
}

/** The regular calls to a key account by the rep in care; some find a problem before the customer calls about it. */
export function proactiveCalls(
  draw: Draw,
  account: Account,
  reasons: readonly Reason[],
  fromMs: number,
  toMs: number,
): ContactDraft[] {
  const calls: ContactDraft[] = [];
  for (let dueMs = fromMs + draw.between(0, 14) * dayMs; dueMs < toMs;) {
    const atMs = officeHours(draw, dueMs);
    const careClass = account.classes.find((period) => holds(period, atMs))?.class ?? 'worth-cultivating';
    dueMs = atMs + cadenceDays[careClass] * dayMs * draw.between(0.8, 1.25);
    const rep = account.care.find((care) => care.part === 'rep' && holds(care, atMs))?.rep;
    const department = rep?.teams.find((membership) => holds(membership, atMs))?.team.department;
    if (!rep || !department) continue;
    const call: OurCall = {
      account,
      person: draw.pick(account.people),
      reason: null,
      department,
      purpose: 'proactive',
      rep,
    };
    const isReached = draw.chance(0.72);
    const contact = outgoing(draw, atMs, call, isReached, null);
    const finds = isReached && draw.chance(0.07);
    calls.push(
      finds ? { ...contact, reason: draw.pick(reasons), complaint: { foundByUs: true, about: null } } : contact,
    );
  }
  return calls;
}

/** Of what we found some customers complain themselves later, and call where it belongs. */
export function ownComplaint(draw: Draw, roster: Roster, found: ContactDraft): ContactDraft | null {
  const { account, person, reason, complaint, endedMs: foundMs } = found;
  if (!complaint?.foundByUs || !account || !reason || !draw.chance(laterComplained)) return null;
  const startedMs = officeHours(draw, foundMs + draw.between(1, 45) * dayMs);
  const [waitSeconds, talkSeconds] = [draw.whole(2, 25), Math.round(draw.lognormal(300, 0.4))];
  const endedMs = startedMs + 1000 * (waitSeconds + talkSeconds);
  const id = draw.id(endedMs);
  return {
    ...{ id, conversationId: id, transferredFrom: null, account, person, reason, startedMs, endedMs },
    ...{ channel: 'phone', direction: 'in', purpose: 'service', outcome: 'handled', waitSeconds, talkSeconds },
    ...{ holdSeconds: null, wrapSeconds: Math.round(draw.lognormal(35, 0.5)), resolved: draw.chance(0.4) },
    ...{ department: reason.department, rep: roster.whoTakes(draw, reason.department, reason, endedMs) },
    complaint: { foundByUs: false, about: null },
  };
}
