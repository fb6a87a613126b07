import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { firstValueFrom, filter, map, Subject } from 'rxjs';
import { problemOf } from '../http/problem-error.js';
import { Live } from '../live/live.js';
import { Toasts } from '../notice/toasts.js';
import { Session } from '../session/session.js';
import type { DraftKey, KeptWrite } from '../storage/browser-database.js';
import { TabChannel } from '../storage/tab-channel.js';
import { oneTabAtATime } from '../storage/tab-locks.js';
import { waitBeforeTry } from './backoff.js';
import { emptyOldPlace, writesAtOldPlace } from './old-place.js';
import { isLineAtFault, isRefusal, type Sent } from './outcome.js';
import { UnsentStore } from './unsent-store.js';

/** A write by POST whose repeat the server knows: by its id, as a contact's own or as the Idempotency-Key. */
export type WriteToSend = Pick<KeptWrite, 'id' | 'path' | 'body' | 'form'>;

/** What a draft has to do with a write that was made of it. */
export interface FromDraft {
  /** It goes as the write is kept. */
  readonly draft: DraftKey;
  /** Keeps it again, for a write that is refused at once. */
  readonly keepAgain: () => Promise<unknown>;
}

export interface Outcome {
  readonly write: KeptWrite;
  readonly sent: Sent;
}

type Word = { readonly owner: string } & (
  | { readonly is: 'kept' }
  | { readonly is: 'changed' }
  | { readonly is: 'tried'; readonly failures: number }
  | { readonly is: 'outcome'; readonly outcome: Outcome }
);

/** Without an answer by then it goes again later. */
const answerWithinMilliseconds = 8_000;
/** Whoever talks does not wait longer before the form: from then on the write is one of those that wait. */
const formWaitsMilliseconds = 1_000;
/** What another tab has just kept is on its way already; unless that tab dies. */
const otherTabSendsMilliseconds = 2_000;

/**
 * Writes that must not be lost go out through here. Each is on this computer's disk before it is sent and until the
 * server has answered, under its user. One tab at a time sends, in the order of saving; without an answer a write goes
 * again, as it was and under its own id, later and later and at once when the connection is back. So nothing is lost
 * and nothing is done twice, whatever happens to the line, the page, the tab or the browser.
 */
@Service()
export class UnsentWrites {
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly http = inject(HttpClient);
  private readonly store = inject(UnsentStore);
  private readonly toasts = inject(Toasts);
  private readonly channel = new TabChannel<Word>('forecall.unsent');
  private readonly owner = computed(() => this.session.me()?.signInId ?? null);
  private readonly kept = signal<readonly KeptWrite[]>([]);
  private readonly first = signal<ReadonlySet<string>>(new Set());
  private readonly hasUnsent = computed(() => this.kept().some(({ refusal }) => refusal === null));
  private sending: Promise<void> | undefined;
  private isAskedAgain = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Those without an answer, and those refused; not the one that is just being sent for the first time. */
  readonly waiting = computed(() => this.kept().filter(({ id }) => !this.first().has(id)));
  readonly count = computed(() => this.waiting().length);
  /** Not where the browser refuses to store; then they last as long as this page. */
  readonly isOnDisk = this.store.isOnDisk;
  /** What became of each, whichever tab has sent it. */
  readonly outcomes = new Subject<Outcome>();
  /** What this tab has sent and the server has taken, to be told; while nobody listens it is told in general words. */
  readonly stored = new Subject<readonly Outcome[]>();

  constructor() {
    effect(() => {
      const owner = this.owner();
      untracked(() => void this.begin(owner));
    });
    effect(() => {
      if (this.hasUnsent()) untracked(() => this.planNextTry());
      else clearTimeout(this.timer);
    });
    effect(() => {
      this.live.returns();
      if (this.live.state() === 'live') untracked(() => void this.sendAll());
    });
    const page = new AbortController();
    const heard = this.channel.heard.subscribe((word) => this.hear(word));
    addEventListener('beforeunload', (event) => this.leave(event), page);
    addEventListener('online', () => void this.sendAll(), page);
    document.addEventListener('visibilitychange', () => void this.read(), page);
    inject(DestroyRef).onDestroy(() => {
      page.abort();
      heard.unsubscribe();
      clearTimeout(this.timer);
    });
  }

  /** Keeps it, then sends it. Says "waiting" as soon as it is not to be answered at once. */
  async send(toSend: WriteToSend, from?: FromDraft): Promise<Sent> {
    const owner = this.owner();
    if (owner === null) throw new Error('Nobody is signed in.');
    const isBehind = this.hasUnsent();
    this.first.update((ids) => new Set([...ids, toSend.id]));
    try {
      await this.store.add({ ...toSend, owner, refusal: null }, from?.draft);
      await this.read();
      this.say({ is: 'kept' });
      const outcome = firstValueFrom(
        this.outcomes.pipe(
          filter(({ write }) => write.id === toSend.id),
          map(({ sent }) => sent),
        ),
        { defaultValue: { is: 'waiting' } as const },
      );
      void this.sendAll();
      if (isBehind || ['reconnecting', 'offline'].includes(this.live.state())) return { is: 'waiting' };
      const sent = await Promise.race([outcome, waitingAfter(formWaitsMilliseconds)]);
      if (sent.is === 'refused') {
        await from?.keepAgain();
        await this.remove(toSend.id);
      }
      return sent;
    } finally {
      this.first.update((ids) => new Set([...ids].filter((id) => id !== toSend.id)));
    }
  }

  /** Sends all that wait, in the order of saving. */
  sendAll(): Promise<void> {
    this.isAskedAgain = true;
    this.sending ??= this.sendInTurn().finally(() => (this.sending = undefined));
    return this.sending;
  }

  /** Takes one out: to go back into the form, or to be dropped. */
  async remove(id: string): Promise<void> {
    await this.store.remove(id);
    await this.read();
    this.say({ is: 'changed' });
  }

  /** Puts back what was removed, at its place. */
  async restore(write: KeptWrite): Promise<void> {
    await this.store.add(write);
    await this.read();
    this.say({ is: 'changed' });
  }

  private async sendInTurn(): Promise<void> {
    for (let owner = this.owner(); this.isAskedAgain && owner !== null; owner = this.owner()) {
      const whose = owner;
      await oneTabAtATime(`forecall.unsent.${whose}`, () => this.sendListOf(whose));
    }
    this.planNextTry();
  }

  private async sendListOf(owner: string): Promise<void> {
    const stored: Outcome[] = [];
    const tried = new Set<string>();
    await this.read();
    for (;;) {
      // Whatever was saved by now is in the list.
      this.isAskedAgain = false;
      const write = this.kept().find(({ id, refusal }) => refusal === null && !tried.has(id));
      if (!write || this.owner() !== owner) break;
      tried.add(write.id);
      const outcome = await this.attempt(write);
      if (outcome.sent.is === 'stored') stored.push(outcome);
      if (outcome.isLineAtFault) break;
    }
    if (stored.length === 0) return;
    if (this.stored.observed) this.stored.next(stored);
    else this.toasts.show({ text: 'unsent.sent', values: { count: stored.length } });
  }

  private async attempt(write: KeptWrite): Promise<Outcome & { isLineAtFault: boolean }> {
    const headers = { 'Idempotency-Key': write.id, 'X-Forecall-User': write.owner };
    try {
      const request = this.http.post(write.path, write.body, { headers, timeout: answerWithinMilliseconds });
      const answer: unknown = await firstValueFrom(request);
      await this.store.remove(write.id);
      this.failures = 0;
      return { ...this.publish({ write, sent: { is: 'stored', answer } }), isLineAtFault: false };
    } catch (error) {
      const problem = problemOf(error);
      if (isRefusal(problem)) {
        await this.store.refuse(write.id, problem);
        return { ...this.publish({ write, sent: { is: 'refused', problem } }), isLineAtFault: false };
      }
      this.failures++;
      this.say({ is: 'tried', failures: this.failures });
      // Somebody else has signed in here: this page is theirs from now on.
      if (problem.code === 'other-user') void this.session.refresh().catch(() => undefined);
      const waits: Outcome = { write, sent: { is: 'waiting' } };
      this.outcomes.next(waits);
      return { ...waits, isLineAtFault: isLineAtFault(problem) };
    }
  }

  private publish(outcome: Outcome): Outcome {
    this.take(outcome);
    this.say({ is: 'outcome', outcome });
    return outcome;
  }

  private take(outcome: Outcome): void {
    const { write, sent } = outcome;
    if (sent.is === 'stored') this.kept.update((kept) => kept.filter(({ id }) => id !== write.id));
    if (sent.is === 'refused')
      this.kept.update((kept) => kept.map((one) => (one.id === write.id ? { ...one, refusal: sent.problem } : one)));
    this.outcomes.next(outcome);
  }

  private async begin(owner: string | null): Promise<void> {
    this.kept.set([]);
    this.failures = 0;
    if (owner === null) return;
    for (const write of writesAtOldPlace(owner)) await this.store.add(write);
    if (this.isOnDisk()) emptyOldPlace(owner);
    await this.read();
    if (this.hasUnsent()) await this.sendAll();
  }

  private async read(): Promise<void> {
    const owner = this.owner();
    const kept = owner === null ? [] : await this.store.writesOf(owner);
    if (owner === this.owner()) this.kept.set(kept);
  }

  private planNextTry(): void {
    clearTimeout(this.timer);
    if (!this.hasUnsent()) return;
    this.timer = setTimeout(() => void this.sendAll(), waitBeforeTry(this.failures, Math.random()));
  }

  private hear(word: Word): void {
    if (word.owner !== this.owner()) return;
    if (word.is === 'kept') setTimeout(() => void this.read(), otherTabSendsMilliseconds);
    else if (word.is === 'changed') void this.read();
    else if (word.is === 'outcome') this.take(word.outcome);
    else {
      this.failures = word.failures;
      this.planNextTry();
    }
  }

  private say(word: DistributiveOmit<Word, 'owner'>): void {
    const owner = this.owner();
    if (owner !== null) this.channel.say({ ...word, owner });
  }

  private leave(event: Event): void {
    if (this.owner() !== null && this.kept().length + this.first().size > 0) event.preventDefault();
  }
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

const waitingAfter = (milliseconds: number): Promise<Sent> =>
  new Promise((resolve) => setTimeout(() => resolve({ is: 'waiting' }), milliseconds));
