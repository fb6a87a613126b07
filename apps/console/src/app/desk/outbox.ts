import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import type { ContactLogged, Problem } from '@forecall/contracts';
import { problemOf } from '../platform/http/problem-error.js';
import { Live } from '../platform/live/live.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { keep, keptKey, readKept } from '../platform/storage/stored-json.js';
import { UnsentEntries } from '../platform/unsent/unsent-entries.js';
import { type ContactToLog, DeskClient } from './desk-client.js';
import type { Entry } from './entry.js';

/** A contact on its way to the server. */
export interface OutgoingContact {
  readonly contact: ContactToLog;
  /** As it stood in the form, for the case that it must go back there. */
  readonly entry: Entry;
  /** Why the server does not take it; null while it only has not answered. */
  readonly refusal: Problem | null;
}

export type Sent =
  | { readonly is: 'stored'; readonly answer: ContactLogged }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'waiting' };

const tryAgainMilliseconds = 5_000;

/**
 * Contacts go out through here. Each is kept in this browser before it is sent and until the server has answered, under
 * its user; without an answer it goes again, as it was and under its own id, every few seconds and at once when the
 * connection is back. So nothing is lost and nothing is stored twice, whatever happens to the line, the page or the tab.
 */
@Service()
export class Outbox {
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly client = inject(DeskClient);
  private readonly unsent = inject(UnsentEntries);
  private readonly toasts = inject(Toasts);
  private readonly owner = computed(() => this.session.me()?.signInId ?? null);
  private readonly kept = signal<readonly OutgoingContact[]>([]);
  private readonly underWay = new Set<string>();
  private isSendingAll = false;
  /** Not where the browser refuses to store; then they last as long as the page. */
  private isStored = true;

  /** Those that were sent without an answer, or were refused; not the one that is just being sent for the first time. */
  readonly waiting = computed(() => this.kept().filter(({ contact }) => !this.first().has(contact.id)));
  private readonly first = signal<ReadonlySet<string>>(new Set());
  /** How many the server has taken since the page was loaded. */
  readonly storedCount = signal(0);

  constructor() {
    effect(() => {
      this.owner();
      untracked(() => this.read());
    });
    const page = new AbortController();
    inject(DestroyRef).onDestroy(() => page.abort());
    // Another tab of the same user may have sent or added something.
    const otherTab = ({ key }: StorageEvent) => {
      if (key === keptKey(this.key())) this.read();
    };
    const leaving = (event: Event) => {
      if (this.owner() !== null && this.kept().length > 0) event.preventDefault();
    };
    addEventListener('storage', otherTab, { signal: page.signal });
    addEventListener('beforeunload', leaving, { signal: page.signal });
    effect(() => this.unsent.count.set(this.waiting().length));
    effect((onCleanup) => {
      if (!this.waiting().some(({ refusal }) => refusal === null)) return;
      const timer = setInterval(() => void this.sendAll(), tryAgainMilliseconds);
      onCleanup(() => clearInterval(timer));
    });
    effect(() => {
      this.live.returns();
      if (this.live.state() === 'live') untracked(() => void this.sendAll());
    });
  }

  /** Keeps it, then sends it. While the connection is known to be gone it only waits. */
  async send(contact: ContactToLog, entry: Entry): Promise<Sent> {
    this.first.update((ids) => new Set([...ids, contact.id]));
    this.change((kept) => [...kept, { contact, entry, refusal: null }]);
    try {
      if (this.live.state() === 'reconnecting' || this.live.state() === 'offline') return { is: 'waiting' };
      const sent = await this.attempt(contact);
      if (sent.is === 'refused') this.remove(contact.id);
      if (sent.is === 'stored') this.tell([sent.answer]);
      return sent;
    } finally {
      this.first.update((ids) => new Set([...ids].filter((id) => id !== contact.id)));
    }
  }

  /** Sends all that wait, oldest first; the first that finds no answer ends it. */
  async sendAll(): Promise<void> {
    if (this.isSendingAll) return;
    this.isSendingAll = true;
    try {
      const answers: ContactLogged[] = [];
      for (const { contact, refusal } of this.waiting()) {
        if (refusal || !this.has(contact.id)) continue;
        const sent = await this.attempt(contact);
        if (sent.is === 'waiting') break;
        if (sent.is === 'stored') answers.push(sent.answer);
        else this.refuse(contact.id, sent.problem);
      }
      if (answers.length > 0) this.tell(answers);
    } finally {
      this.isSendingAll = false;
    }
  }

  /** Takes one out: to go back into the form, or to be dropped. */
  remove(id: string): void {
    this.change((kept) => kept.filter(({ contact }) => contact.id !== id));
  }

  /** Puts back what was removed. */
  restore(outgoing: OutgoingContact): void {
    this.change((kept) => [...kept, outgoing]);
  }

  private async attempt(contact: ContactToLog): Promise<Sent> {
    if (this.underWay.has(contact.id)) return { is: 'waiting' };
    this.underWay.add(contact.id);
    try {
      const answer = await this.client.log(contact);
      this.remove(contact.id);
      this.storedCount.update((count) => count + 1);
      return { is: 'stored', answer };
    } catch (error) {
      const problem = problemOf(error);
      return isRefusal(problem) ? { is: 'refused', problem } : { is: 'waiting' };
    } finally {
      this.underWay.delete(contact.id);
    }
  }

  private tell(answers: readonly ContactLogged[]): void {
    const number = answers[0]?.complaint?.number;
    if (answers.length > 1) this.toasts.show({ text: 'desk.entries-sent', values: { count: answers.length } });
    else if (number) this.toasts.show({ text: 'desk.complaint-logged', values: { number } });
    else this.toasts.show({ text: 'desk.contact-logged' });
  }

  private refuse(id: string, refusal: Problem): void {
    this.change((kept) => kept.map((one) => (one.contact.id === id ? { ...one, refusal } : one)));
  }

  private has(id: string): boolean {
    return this.kept().some(({ contact }) => contact.id === id);
  }

  private key(): string {
    return `desk.outbox.${this.owner() ?? 'nobody'}`;
  }

  private read(): void {
    this.kept.set(this.stored());
  }

  private stored(): readonly OutgoingContact[] {
    const kept = this.owner() === null ? undefined : readKept('local', this.key());
    return Array.isArray(kept) ? (kept as OutgoingContact[]) : [];
  }

  /** What is stored goes before what is in memory: another tab may have changed it. */
  private change(update: (kept: readonly OutgoingContact[]) => readonly OutgoingContact[]): void {
    const next = update(this.isStored ? this.stored() : this.kept());
    this.kept.set(next);
    this.isStored = keep('local', this.key(), next.length > 0 ? next : null);
  }
}

/** The server has looked at it and does not take it. A session that ended or a queue that is full pass. */
const isRefusal = ({ status }: Problem): boolean => status >= 400 && status < 500 && ![401, 408, 429].includes(status);
