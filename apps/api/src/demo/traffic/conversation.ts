import { type ContactChannel, contactChannels } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import type { Company, Department, Reason } from '../company/company.js';
import { hardReasons } from '../company/reason-plan.js';
import type { Region } from '../company/people-names.js';
import { type Caller, Callers } from './callers.js';
import { Concerned } from './concerned.js';
import type { ComplaintDraft, ContactDraft } from './contact-draft.js';
import { Roster } from './roster.js';
import { timing } from './timing.js';
import { type Trouble, troubledChance } from './trouble.js';
import type { Wait, Waiting } from './waiting.js';

export interface Arrival {
  readonly atMs: number;
  readonly department: Department;
  readonly region: Region;
  /** What it is about, where that is known beforehand. */
  readonly reason: Reason | null;
}

interface Handling {
  readonly channel: ContactChannel;
  readonly wait: Wait | null;
  readonly reason: Reason;
  readonly department: Department;
  /** To the department that answers for the matter. */
  readonly passesOn: boolean;
  readonly before: ContactDraft | null;
}

const ownMattersShare = 0.87;
const menuShare = 0.025;
const transferShare = 0.4;
/** The rest of the complaints is about what no rep did: an invoice, a parcel, a program. */
const concernsSomebody = 0.65;
/** That an engineer did not come, somebody has promised. */
const concernsSomebodyIfHard = 0.95;
/** Fewer, where a run of invoices went wrong. */
const concernsSomebodyInTrouble = 0.1;

const hasQueue = (channel: ContactChannel) => channel === 'phone' || channel === 'chat';

/** Turns arrivals, in their order, into what becomes of them. */
export class Conversations {
  readonly roster: Roster;
  private readonly callers: Callers;
  private readonly concerned = new Concerned();
  private readonly reasons: readonly Reason[];

  constructor(
    private readonly company: Company,
    private readonly waiting: Waiting,
    private readonly trouble: Trouble | null,
    private readonly draw: Draw,
  ) {
    this.roster = new Roster(company.reps);
    this.callers = new Callers(company.accounts);
    this.reasons = company.reasonGroups.flatMap(({ reasons }) => reasons);
  }

  begin(arrival: Arrival): ContactDraft[] {
    const { draw } = this;
    const { department, atMs } = arrival;
    const channel = draw.weighted(contactChannels, (each) => department.plan.channels[each] ?? 0);
    if (channel === 'phone' && draw.chance(menuShare)) {
      return [this.lost(arrival, channel, 'abandoned-in-menu', { seconds: draw.whole(8, 45), isAbandoned: true })];
    }
    const wait = hasQueue(channel) ? this.waiting.draw(draw, department, atMs) : null;
    if (wait?.isAbandoned) return [this.lost(arrival, channel, 'abandoned-in-queue', wait)];
    const reason = arrival.reason ?? this.reasonFor(department);
    const passesOn = channel === 'phone' && reason.department !== department && draw.chance(transferShare);
    const first = this.handled(arrival, { channel, wait, reason, department, passesOn, before: null });
    if (!passesOn) return [first];
    const second = { channel, wait: null, reason, department: reason.department, passesOn: false, before: first };
    return [first, this.handled({ ...arrival, atMs: first.endedMs }, second)];
  }

  private reasonFor(department: Department): Reason {
    const { draw } = this;
    const answers = draw.chance(ownMattersShare)
      ? department
      : draw.weighted(this.company.departments, ({ plan }) => (plan === department.plan ? 0 : plan.arrivals));
    return draw.weighted(this.reasons, (reason) => (reason.department === answers ? reason.plan.weight : 0));
  }

  private lost(arrival: Arrival, channel: ContactChannel, outcome: ContactDraft['outcome'], wait: Wait): ContactDraft {
    const endedMs = arrival.atMs + wait.seconds * 1000;
    const { account, person } = this.callers.draw(this.draw, arrival.region, 0.6);
    const id = this.draw.id(endedMs);
    return {
      id,
      conversationId: id,
      transferredFrom: null,
      account,
      person,
      channel,
      direction: 'in',
      purpose: 'service',
      outcome,
      startedMs: arrival.atMs,
      endedMs,
      waitSeconds: outcome === 'abandoned-in-queue' ? wait.seconds : null,
      talkSeconds: null,
      holdSeconds: null,
      wrapSeconds: null,
      reason: null,
      resolved: null,
      rep: null,
      department: arrival.department,
      complaint: null,
    };
  }

  private handled({ atMs, region }: Arrival, handling: Handling): ContactDraft {
    const { draw } = this;
    const { channel, wait, reason, department, passesOn, before } = handling;
    const caller = before ?? this.callers.draw(draw, region, 0.93);
    const spent = timing(draw, channel, wait?.seconds ?? 0, reason.plan.talkMedianSeconds);
    const endedMs = atMs + spent.lastsSeconds * 1000;
    const complaint = passesOn ? null : this.complaint(reason, channel, wait, atMs);
    const { account, person }: Caller = complaint?.about ?? caller;
    const id = draw.id(endedMs);
    const contact: ContactDraft = {
      id,
      conversationId: before?.conversationId ?? id,
      transferredFrom: before?.id ?? null,
      account,
      person,
      channel,
      direction: 'in',
      purpose: 'service',
      outcome: 'handled',
      startedMs: atMs,
      endedMs,
      waitSeconds: wait?.seconds ?? null,
      talkSeconds: spent.talkSeconds,
      holdSeconds: spent.holdSeconds,
      wrapSeconds: spent.wrapSeconds,
      reason,
      resolved: passesOn ? false : draw.chance(0.03) ? null : draw.chance(resolvedChance(reason, complaint)),
      rep: this.roster.whoTakes(draw, department, reason, endedMs),
      department,
      complaint,
    };
    if (!passesOn) this.concerned.remember(contact);
    return contact;
  }

  /** Long waits and letters carry more complaints than a call that is answered at once. */
  private complaint(reason: Reason, channel: ContactChannel, wait: Wait | null, atMs: number): ComplaintDraft | null {
    const { draw, trouble } = this;
    const troubled = trouble && reason.plan.en === trouble.reason ? troubledChance(trouble, atMs) : undefined;
    const strain = channel === 'letter' ? 6 : wait && wait.seconds > 120 ? 1.5 : 0.95;
    if (!draw.chance(troubled ?? Math.min(0.6, reason.complaintChance * strain))) return null;
    const usually = hardReasons.some((hard) => hard === reason.plan.en) ? concernsSomebodyIfHard : concernsSomebody;
    const isAboutSomebody = draw.chance(troubled === undefined ? usually : concernsSomebodyInTrouble);
    return { foundByUs: false, about: isAboutSomebody ? this.concerned.about(draw, reason.id, atMs) : null };
  }
}

const resolvedChance = ({ plan }: Reason, complaint: ComplaintDraft | null) =>
  complaint ? 0.25 : Math.max(0.45, 0.86 - 0.03 * plan.hardness);
