import { ContactLogged, type LogContact } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Draw } from '../chance/draw.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { satisfactionWith } from '../traffic/satisfaction.js';
import type { Agent } from './agent.js';
import type { CallCentre } from './call-centre.js';

export interface Logged {
  readonly id: string;
  readonly isComplaint: boolean;
  readonly isAnswered: boolean;
}

/** A contact that ends at this moment, as the agent who had it logs it; then, now and then, the customer's answer. */
export class ContactLogging {
  /** The ids under which contacts of this run were logged, for those that speak of an earlier one. */
  private readonly ids = new WeakMap<ContactDraft, string>();

  constructor(
    private readonly centre: CallCentre,
    private readonly draw: Draw,
  ) {}

  /** `before` was passed on to this one. Undefined where nobody who is signed in can log it. */
  async log(draft: ContactDraft, before?: Logged): Promise<Logged | undefined> {
    const agent = draft.rep ? this.centre.agentOf(draft.rep) : this.centre.supervisorOf(draft.department);
    if (!agent) return undefined;
    const body = { ...(await this.body(agent, draft)), transferredFrom: before?.id ?? null };
    const { complaint } = await agent.send({ method: 'POST', path: '/api/contacts', body, answer: ContactLogged });
    return { id: body.id, isComplaint: complaint !== null, isAnswered: await this.answer(agent, draft, body.id) };
  }

  private async body(agent: Agent, draft: ContactDraft): Promise<z.input<typeof LogContact>> {
    const account = draft.account && (await this.centre.account(agent, draft.account));
    const person = account?.people.find(({ name }) => name === draft.person?.name) ?? account?.people[0];
    const endedMs = Date.now() + agent.aheadMs;
    const id = uuid();
    this.ids.set(draft, id);
    const { channel, direction, purpose, outcome, waitSeconds, talkSeconds, holdSeconds, wrapSeconds } = draft;
    return {
      ...{ id, channel, direction, purpose, outcome, waitSeconds, talkSeconds, holdSeconds, wrapSeconds },
      startedAt: new Date(endedMs - (draft.endedMs - draft.startedMs)).toISOString(),
      endedAt: new Date(endedMs).toISOString(),
      ...{ accountId: account?.id ?? null, personId: person?.id ?? null },
      ...{ reasonId: draft.reason && this.centre.reasonId(draft.reason), resolved: draft.resolved },
      ...(draft.rep ? {} : { repId: null, handlingDepartmentId: this.centre.departmentId(draft.department) }),
      complaint: this.complaint(draft),
    };
  }

  private complaint({ complaint, reason, person }: ContactDraft): z.input<typeof LogContact>['complaint'] {
    if (!complaint || !reason) return null;
    return {
      summary: person?.language === 'en' ? reason.plan.saidEn : reason.plan.saidZh,
      aboutContactId: (complaint.about && this.ids.get(complaint.about)) ?? null,
      repConcernedId: this.centre.staffIdOf(complaint.about?.rep),
    };
  }

  private async answer(agent: Agent, draft: ContactDraft, contactId: string): Promise<boolean> {
    const satisfaction = satisfactionWith(this.draw, draft, Infinity);
    // Who is complained of has no more to do with it.
    if (!satisfaction || (draft.rep !== null && draft.complaint?.about?.rep === draft.rep)) return false;
    return this.centre.customers.answer(agent, contactId, satisfaction.score);
  }
}
