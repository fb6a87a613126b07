import { computed, inject, Service, signal } from '@angular/core';
import { type CallOfMyDay, type ContactLogged, nameIn, type Problem } from '@forecall/contracts';
import { Subject } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { Formats } from '../../platform/format/formats.js';
import { Locale } from '../../platform/i18n/locale.js';
import { Faults } from '../../platform/notice/faults.js';
import { type Toast, Toasts } from '../../platform/notice/toasts.js';
import type { KeptWrite } from '../../platform/storage/browser-database.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import type { Sent } from '../../platform/unsent/outcome.js';
import { UnsentWrites } from '../../platform/unsent/unsent-writes.js';
import { CallsClient } from '../calls-client.js';
import { againOf, contactOf, type Wrap, wrapFrom } from './wrap.js';

const path = '/api/contacts';

/** Each call has a draft of its own, so that none goes with another. */
export const formOf = (callId: string): string => `call.${callId}`;

type Account = Pick<CallOfMyDay['account'], 'name' | 'nameZh'>;

/** A call on its way to the server, as it was kept. */
export interface OutgoingCall {
  readonly callId: string;
  readonly account: Account;
  readonly wrap: Wrap;
  readonly endedAt: string;
  /** Why the server does not take it; null while it only has not answered. */
  readonly refusal: Problem | null;
  readonly write: KeptWrite;
}

/** Calls that were made go out through here, in the same queue as the desk's contacts. */
@Service()
export class CallOutbox {
  private readonly writes = inject(UnsentWrites);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly client = inject(CallsClient);
  private readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly stored = signal(0);

  readonly waiting = computed(() => this.writes.waiting().flatMap(outgoingCall));
  /** Counts what the server has taken or given back since the page was loaded, from all tabs. */
  readonly storedCount = this.stored.asReadonly();
  /** The call whose contact was taken back; what was filled in is its draft again. */
  readonly undone = new Subject<string>();

  constructor() {
    this.writes.outcomes.subscribe(({ write, sent }) => {
      if (sent.is === 'stored' && outgoingCall(write).length > 0) this.stored.update((count) => count + 1);
    });
    this.writes.stored.subscribe((stored) => {
      const made = stored.flatMap(({ write, sent }) =>
        outgoingCall(write).map((call) => ({
          call,
          answer: sent.is === 'stored' ? (sent.answer as ContactLogged) : null,
        })),
      );
      const [first] = made;
      if (made.length > 1) this.toasts.show({ text: 'calls.sent-many', values: { count: made.length } });
      else if (first) void this.tell(first.call, first.answer);
    });
  }

  /** Its draft becomes a write on its way, and one that is refused at once a draft again. */
  async send(call: CallOfMyDay, wrap: Wrap, on: { readonly zone: string; readonly savedAt: string }): Promise<Sent> {
    const draft = await this.drafts.handOver(formOf(call.id));
    const keepAgain = () => this.drafts.keepNow(formOf(call.id), wrap);
    const { name, nameZh } = call.account;
    const form = { of: 'call', callId: call.id, account: { name, nameZh }, endedAt: on.savedAt, wrap };
    return this.writes.send({ id: wrap.id, path, body: contactOf(wrap, { call, ...on }), form }, { draft, keepAgain });
  }

  sendAll(): Promise<void> {
    return this.writes.sendAll();
  }

  /** Takes one out, to be dropped. */
  remove({ write }: OutgoingCall): Promise<void> {
    return this.writes.remove(write.id);
  }

  restore({ write }: OutgoingCall): Promise<void> {
    return this.writes.restore(write);
  }

  /** Takes one out: what was filled in is the call's draft again. */
  async takeBack(one: OutgoingCall): Promise<void> {
    await this.drafts.keepNow(formOf(one.callId), { ...one.wrap, id: uuid() });
    await this.remove(one);
  }

  private async tell(call: OutgoingCall, answer: ContactLogged | null): Promise<void> {
    const name = nameIn(call.account, this.locale());
    const undo = () => void this.faults.heed(this.undo(call));
    const changed = changeOf(call, answer);
    const number = answer?.complaint?.number;
    if (changed !== null)
      this.toasts.show({ text: `calls.logged-${changed}`, values: { name, number: number ?? '' }, undo });
    else if (call.wrap.outcome === 'reached') {
      const told = [number !== undefined && 'complaint', call.wrap.promise !== null && 'promise'].filter(Boolean);
      const text = ['calls.logged', ...told].join('-');
      this.toasts.show({ text, values: { name, number: number ?? '', what: call.wrap.promise?.what ?? '' }, undo });
    } else this.toasts.show({ ...(await this.toldAgain(call, name)), undo });
  }

  /** When somebody who was not reached is tried again, and who. */
  private async toldAgain({ callId }: OutgoingCall, name: string): Promise<Toast> {
    const day = await this.client.day({ callId }).catch(() => undefined);
    const again = day && againOf(callId, day);
    if (!again) return { text: 'calls.not-reached-later', values: { name } };
    const time = this.format.momentIn(again.at, day.zone).moment;
    if (again.isPlanned) return { text: 'calls.not-reached-planned', values: { name, time } };
    const person = again.person ? nameIn(again.person, this.locale()) : '';
    return person
      ? { text: 'calls.not-reached-person', values: { name, time, person } }
      : { text: 'calls.not-reached-time', values: { name, time } };
  }

  private async undo({ callId, wrap }: OutgoingCall): Promise<void> {
    await this.client.undo(wrap.id);
    // Its id is used up by the contact that was voided.
    await this.drafts.keepNow(formOf(callId), { ...wrap, id: uuid() });
    this.stored.update((count) => count + 1);
    this.undone.next(callId);
  }
}

/** What the plan had done with a call by the time it was stored; null: nothing. */
export function changeOf(
  { callId }: Pick<OutgoingCall, 'callId'>,
  answer: Pick<ContactLogged, 'plannedCallId' | 'complaint'> | null,
): 'taken' | 'taken-complaint' | 'other' | 'other-complaint' | null {
  const countsFor = answer?.plannedCallId;
  if (countsFor === undefined || countsFor === callId) return null;
  const change = countsFor === null ? 'taken' : 'other';
  return answer?.complaint ? `${change}-complaint` : change;
}

/** What was kept with a write of a call; nothing for one of another form. */
function outgoingCall(write: KeptWrite): OutgoingCall[] {
  const form = write.form as Partial<Record<string, unknown>> | null;
  const wrap = wrapFrom(form?.['wrap']);
  if (write.path !== path || form?.['of'] !== 'call' || typeof form['callId'] !== 'string' || !wrap) return [];
  const { callId, account, endedAt } = form as unknown as OutgoingCall;
  return [{ callId, account, endedAt, wrap, refusal: write.refusal, write }];
}
