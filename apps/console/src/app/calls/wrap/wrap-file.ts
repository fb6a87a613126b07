import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { form, maxLength, required, validate } from '@angular/forms/signals';
import type { CallOfMyDay } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import { faultsInPromise } from '../../promises/index.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { CallDay } from '../call-day.js';
import { CallOutbox, formOf } from './call-outbox.js';
import { emptyWrap, fieldNames, isBegun, needsSomebody, type Wrap, wrapFrom } from './wrap.js';

/** What is filled in of the call that is looked at: provided by the page. What another one has stays with that. */
@Injectable()
export class WrapFile {
  private readonly clock = inject(ServerClock);
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(CallOutbox);
  private readonly toasts = inject(Toasts);
  private readonly day = inject(CallDay);
  private readonly others = new Map<string, Wrap>();
  private readonly call = signal<CallOfMyDay | null>(null);
  private readonly isRead = signal(false);

  readonly entry = signal<Wrap>(emptyWrap(uuid()));
  readonly isOpened = signal(false);
  /** There is something to fill in: the call was begun, or a key asked for a field. */
  readonly isOpen = computed(() => this.isOpened() || isBegun(this.entry()));
  readonly isStarted = computed(() => this.entry().startedAt !== null);
  readonly seconds = computed(() => {
    const { startedAt } = this.entry();
    return startedAt === null ? 0 : Math.max(0, (this.day.nowMs() - Date.parse(startedAt)) / 1_000);
  });
  readonly isKept = this.drafts.isKept;
  readonly failure = signal<unknown>(null);
  /** It was to be saved as it stood: from then on what is missing is said. */
  readonly isTried = signal(false);

  readonly form = form(this.entry, (path) => {
    validate(path.outcome, ({ value, valueOf }) => {
      const hasTold = valueOf(path.hasProblem) || valueOf(path.promise) !== null || valueOf(path.score) !== null;
      return value() === 'not-reached' && hasTold ? { kind: 'reached-nobody' } : undefined;
    });
    maxLength(path.note, 2000);
    required(path.summary, { when: ({ valueOf }) => valueOf(path.hasProblem) });
    maxLength(path.summary, 4000);
    validate(path.reasonId, ({ value, valueOf }) =>
      valueOf(path.hasProblem) && value() === null ? { kind: 'required' } : undefined,
    );
    validate(path.promise, ({ value }) =>
      Object.keys(this.promiseFaults(value())).length > 0 ? { kind: 'promise' } : undefined,
    );
    validate(path.nextOn, ({ value }) => {
      const day = value();
      return day !== null && day < (this.day.day() ?? '') ? { kind: 'in-the-past' } : undefined;
    });
  });

  private readonly sends = sendsForm(this.form, this.failure, async (wrap) => {
    const call = this.call();
    if (!call) return;
    const on = { zone: this.day.zone(), savedAt: this.clock.now().toISOString() };
    const sent = await this.outbox.send(call, wrap, on);
    if (sent.is !== 'refused') {
      this.others.delete(call.id);
      this.begin(call, true);
      return;
    }
    // The same id holds another contact, so this one is new: saved again it goes under an id of its own.
    if (sent.problem.code === 'contact-exists') this.entry.update((entry) => ({ ...entry, id: uuid() }));
    throw problemOfForm(new ProblemError(sent.problem), fieldNames);
  });

  constructor() {
    effect(() => {
      const [call, entry] = [this.call(), this.entry()];
      // While it is being saved it is no draft; before it was read it is not known what there is.
      if (call && this.isRead() && !this.form().submitting())
        this.drafts.keep(formOf(call.id), isBegun(entry) ? entry : null);
    });
  }

  /** Another call is looked at, or the same as the server tells it now. */
  open(call: CallOfMyDay | null): void {
    const before = untracked(this.call);
    if (before?.id === call?.id) {
      this.call.set(call);
      return;
    }
    if (before) this.others.set(before.id, untracked(this.entry));
    const other = call ? this.others.get(call.id) : undefined;
    const known = other && isBegun(other) ? other : undefined;
    this.begin(call, known !== undefined);
    if (known) this.entry.set(known);
    else if (call) void this.read(call.id);
  }

  /** What stands on the disk, after something was put there that this page does not know. */
  async read(callId: string): Promise<void> {
    this.others.delete(callId);
    const own = wrapFrom(await this.drafts.own(formOf(callId)));
    const found = own ?? (await this.leftBehind(callId));
    if (untracked(this.call)?.id !== callId) return;
    if (found && !isBegun(untracked(this.entry))) this.entry.set(found);
    this.isRead.set(true);
  }

  /** What is wrong with the promise, by its own fields. */
  promiseFaults(promise: Wrap['promise']): ReturnType<typeof faultsInPromise> {
    return faultsInPromise(promise, { zone: this.day.zone(), now: this.clock.now() });
  }

  change(changes: Partial<Wrap>): void {
    this.entry.update((entry) => ({ ...entry, ...changes }));
  }

  start(): void {
    if (this.entry().startedAt === null) this.change({ startedAt: this.clock.now().toISOString() });
  }

  /** Empties the form; what stood there can be brought back. */
  clear(): void {
    const [call, entry] = [this.call(), this.entry()];
    if (!call) return;
    this.begin(call, true);
    const undo = () => {
      if (this.call()?.id === call.id) this.entry.set(entry);
      else this.others.set(call.id, entry);
    };
    this.toasts.show({ text: 'calls.cleared', undo });
  }

  /** True when it is stored, or kept to be sent. Nothing is sent twice, and nothing that was not begun. */
  async save(): Promise<boolean> {
    if (this.form().submitting() || !this.isOpen()) return false;
    this.isTried.set(true);
    return this.sends();
  }

  /** One press is enough where nothing else was filled in; else the form says what cannot be. */
  async notReached(): Promise<boolean> {
    if (this.form().submitting() || !this.call()) return false;
    this.change({ outcome: 'not-reached' });
    if (needsSomebody(this.entry())) {
      this.isOpened.set(true);
      this.form.outcome().markAsTouched();
      return false;
    }
    return this.sends();
  }

  private begin(call: CallOfMyDay | null, isRead: boolean): void {
    this.isRead.set(isRead);
    this.call.set(call);
    this.entry.set(emptyWrap(uuid(), call?.person?.id));
    this.isOpened.set(false);
    this.isTried.set(false);
    this.failure.set(null);
    this.form().reset();
  }

  /** Of a tab that is no more: crashed, closed, or of a computer that went off. */
  private async leftBehind(callId: string): Promise<Wrap | null> {
    for (const draft of await this.drafts.leftBehind(formOf(callId)))
      if (await this.drafts.takeUp(draft)) return wrapFrom(draft.content);
    return null;
  }
}
