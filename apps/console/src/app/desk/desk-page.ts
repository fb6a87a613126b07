import {
  ApplicationRef,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { DeskCall, Problem } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Drafts } from '../platform/unsent/drafts.js';
import { PromiseLine, PromisesCard } from '../promises/index.js';
import { Choices } from '../ui/choice/choices.js';
import { Banner } from '../ui/feedback/banner.js';
import { Glyph } from '../ui/state/glyph.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { CallBar } from './calls/call-bar.js';
import { DeskCalls } from './calls/desk-calls.js';
import { entryCall } from './calls/entry-call.js';
import { entryOfPop, type Pop, popOfCall } from './calls/pop.js';
import { WaitingCalls } from './calls/waiting-calls.js';
import { ComplaintFields } from './entry/complaint-fields.js';
import { CustomerPanel } from './customer/customer-panel.js';
import { CustomerHistoryCards } from './customer/customer-history-cards.js';
import type { Customer } from './customer/customer.js';
import { DeskClient } from './desk-client.js';
import { deskForm, enteredSince } from './entry/draft.js';
import { contactOf, emptyEntry, type Entry, type EntryField, isInEntry } from './entry/entry.js';
import { injectEntryFaults, namedFaults, promiseFaultsIn, withoutFaultsOf } from './entry/named-faults.js';
import { AskAfter } from './outbox/ask-after.js';
import { LeftDrafts } from './outbox/left-drafts.js';
import { Outbox, type OutgoingContact } from './outbox/outbox.js';
import { endingKeys, injectEntryChoices } from './entry/entry-choices.js';
import { HandOverFields } from './entry/hand-over-fields.js';
import { ReasonPicker } from './entry/reason-picker.js';
import { WaitingEntries } from './outbox/waiting-entries.js';

/** Who is this, what did they say, how did it end: a contact is logged while one talks, with the hands on the keys. */
@Component({
  selector: 'fc-desk-page',
  imports: [
    AskAfter,
    Banner,
    CallBar,
    Choices,
    ComplaintFields,
    CustomerHistoryCards,
    CustomerPanel,
    HandOverFields,
    Glyph,
    KeyCaps,
    LeftDrafts,
    PromiseLine,
    PromisesCard,
    ReasonPicker,
    WaitingCalls,
    WaitingEntries,
  ],
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.css',
})
export class DeskPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly application = inject(ApplicationRef);
  private readonly clock = inject(ServerClock);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  protected readonly drafts = inject(Drafts);
  private readonly outbox = inject(Outbox);
  private readonly client = inject(DeskClient);
  private readonly calls = inject(DeskCalls);
  private readonly router = inject(Router);
  private readonly who = viewChild.required(CustomerPanel);
  private readonly waitingCalls = viewChild.required(WaitingCalls);
  private readonly leftDrafts = viewChild.required(LeftDrafts);
  private readonly reasonPicker = viewChild.required(ReasonPicker);
  private readonly promise = viewChild.required(PromiseLine);
  private readonly ending = viewChild.required<Choices<string>>('ending');
  private readonly note = viewChild.required<ElementRef<HTMLTextAreaElement>>('note');

  /** From the address: somebody calls from this number, or is to be spoken with. */
  readonly phone = input<string>();
  readonly account = input<string>();
  readonly person = input<string>();
  /** A contact that was handed over to this desk. */
  readonly continues = input<string>();
  /** What this tab had kept; from the route. */
  readonly draft = input<Entry | null>(null);
  protected readonly entry = linkedSignal<Entry>(() => this.draft() ?? emptyEntry(uuid()));
  protected readonly isBegun = computed(() => this.entry().startedAt !== null);
  /** What is wrong, by field, ready to print. */
  protected readonly faults = signal<Partial<Record<EntryField, string>>>({});
  protected readonly refusal = signal<string | null>(null);
  protected readonly isSending = signal(false);
  protected readonly promiseFaults = computed(() => promiseFaultsIn(this.faults()));
  private readonly storedBefore = this.outbox.storedCount();
  protected readonly loggedCount = computed(() => this.outbox.storedCount() - this.storedBefore);
  private hasSaved = false;
  private readonly faultsOf = injectEntryFaults();
  private readonly choices = injectEntryChoices();
  protected readonly channels = computed(() => this.choices.channels());
  protected readonly directions = computed(() => this.choices.directions());
  protected readonly endings = computed(() => this.choices.endings(this.entry().direction));

  constructor() {
    useKeys('keys.desk', [
      { press: 'l', name: 'keys.find-customer', act: () => this.who().focus() },
      { press: 'Alt+u', name: 'desk.new-customer', act: () => this.who().openNew() },
      { press: 'Alt+a', name: 'desk.take-call', act: () => this.waitingCalls().takeFirst() },
      { press: 'Alt+r', name: 'keys.reason', act: () => this.reasonPicker().focus() },
      { press: 'Alt+n', name: 'keys.note', act: () => this.note().nativeElement.focus() },
      ...endingKeys.map(([ending, letter]) => ({
        press: `Alt+${letter}`,
        name: `desk.ending.${ending}`,
        act: () => this.end(ending),
        when: () => this.endings().some(({ value }) => value === ending),
      })),
      { press: '$mod+Enter', name: 'keys.save-next', act: () => void this.save(true) },
      { press: '$mod+s', name: 'keys.save-stay', act: () => void this.save(false) },
      {
        press: '$mod+z',
        name: 'keys.undo',
        act: () => this.toasts.undo(),
        when: () => this.toasts.canUndo(),
        outsideText: () => this.isBegun() || !this.who().isEmpty(),
      },
    ]);
    effect(() => {
      // While it is being saved it is no draft.
      if (!this.isSending()) this.drafts.keep(deskForm, this.isBegun() ? this.entry() : null);
    });
    effect(() => {
      const [phone, account, person] = [this.phone(), this.account(), this.person()];
      const continues = this.continues();
      if (continues) untracked(() => void this.goOn(continues));
      if (phone || account || person) untracked(() => void this.comeFromAddress(phone, account, person));
    });
    effect(() => {
      const calls = this.calls.all();
      untracked(() => this.follow(calls));
    });
    this.outbox.undone.pipe(takeUntilDestroyed()).subscribe((entry) => {
      // Who has begun the next one goes on with that; what was taken back waits beside it.
      if (this.isBegun()) void this.leftDrafts().add(entry);
      else this.entry.set(entry);
    });
  }

  protected change(changes: Partial<Entry>): void {
    if (!this.isBegun() && isInEntry(this.entry(), changes)) return;
    const startedAt = this.entry().startedAt ?? this.clock.now().toISOString();
    this.entry.update((entry) => ({ ...entry, startedAt, ...changes }));
    this.faults.update((faults) => withoutFaultsOf(faults, changes));
  }

  protected choose(customer: Customer): void {
    const before = this.entry().customer;
    this.change({ customer });
    this.reasonPicker().focus();
    // What is written already stays: it may be this customer's after all, or be about the one before.
    if (before && this.entry().note.trim() !== '')
      this.toasts.show({ text: 'desk.customer-changed', undo: () => this.change({ customer: before }) });
  }

  protected pickReason(reasonId: string): void {
    this.change({ reasonId });
    this.note().nativeElement.focus();
  }

  protected takeCall(call: DeskCall): void {
    if (this.isBegun()) this.change({ call: entryCall(call), phone: call.phone, direction: call.direction });
    else this.pop(popOfCall(call));
  }

  protected async save(thenNext: boolean): Promise<void> {
    if (this.isSending()) return;
    // A second press of the same keys, when the first has saved and emptied the form already.
    if (!this.isBegun() && this.hasSaved) {
      this.who().focus();
      return;
    }
    this.refusal.set(null);
    const entry = this.entry();
    const on = { zone: this.format.zone(), now: this.clock.now() };
    if (this.pointOut(this.faultsOf(entry, on))) return;
    this.isSending.set(true);
    try {
      const sent = await this.outbox.send(contactOf(entry, on.now.toISOString(), on.zone), entry);
      if (sent.is === 'refused') {
        this.refuse(sent.problem);
        return;
      }
      this.hasSaved = true;
      this.begin(thenNext ? null : entry.customer, enteredSince(entry, this.entry()));
      if (thenNext) this.who().focus();
    } finally {
      this.isSending.set(false);
    }
  }

  protected clear(): void {
    const entry = this.entry();
    this.begin(null);
    this.toasts.show({ text: 'desk.cleared', undo: () => this.entry.set(entry) });
  }

  /** What was refused later is in the form again, with what is wrong with it. */
  protected async takeBack(outgoing: OutgoingContact): Promise<void> {
    this.entry.set(outgoing.entry);
    await this.outbox.takeBack(outgoing);
    if (outgoing.refusal) this.refuse(outgoing.refusal);
  }

  private end(ending: NonNullable<Entry['ending']>): void {
    this.change({ ending });
    this.application.tick();
    this.ending().focus();
  }

  /** The call in the form goes on; the first one that is answered here opens the form where that is free. */
  private follow(calls: readonly DeskCall[]): void {
    const own = this.entry().call;
    const known = own && calls.find(({ id }) => id === own.id);
    if (known) this.entry.update((entry) => ({ ...entry, call: entryCall(known) }));
    const talking = calls.find(({ state }) => state === 'talking');
    if (talking && !this.isBegun()) this.pop(popOfCall(talking));
  }

  private async comeFromAddress(phone?: string, accountId?: string, personId?: string): Promise<void> {
    // A reload is no second call: what it began is in the form.
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    const customer = await this.client.customer(accountId, personId);
    if (customer) this.choose(customer);
    if (!phone) return;
    const people = await this.client.peopleWith(phone);
    if (this.isBegun()) this.change({ phone });
    else this.pop({ phone, people, call: null });
  }

  /** The form begins with what was handed over; who has begun something else finds it where it was. */
  private async goOn(contactId: string): Promise<void> {
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    if (this.isBegun()) this.refusal.set(this.t('desk.form-full'));
    else this.change(await this.client.continued(contactId));
    this.note().nativeElement.focus();
  }

  private pop(pop: Pop): void {
    this.begin(null);
    this.entry.set(entryOfPop(pop, uuid(), this.clock.now().toISOString()));
    if (this.entry().customer) this.reasonPicker().focus();
    else this.who().ask(pop.people);
  }

  private begin(customer: Customer | null, entered: Partial<Entry> = {}): void {
    // What was picked a moment ago must have reached the controls, or they would not see that it is taken back.
    this.application.tick();
    const startedAt = Object.keys(entered).length > 0 ? this.clock.now().toISOString() : null;
    this.entry.set({ ...emptyEntry(uuid()), customer, ...entered, startedAt });
    this.faults.set({});
    this.refusal.set(null);
    this.who().clear();
  }

  private refuse(problem: Problem): void {
    // The same id holds another contact, so this one is new: saved again it goes under an id of its own.
    if (problem.code === 'contact-exists') this.entry.update((entry) => ({ ...entry, id: uuid() }));
    if (!this.pointOut(namedFaults(problem, this.problems)))
      this.refusal.set(this.problems.sentence(new ProblemError(problem)));
  }

  /** Says what is wrong at its field, and leads to the first. False where there is nothing. */
  private pointOut(faults: readonly (readonly [EntryField, string])[]): boolean {
    this.faults.set(Object.fromEntries(faults));
    const first = faults[0]?.[0];
    if (first === 'customer') this.who().focus();
    else if (first === 'reasonId') this.reasonPicker().focus();
    else if (first === 'note') this.note().nativeElement.focus();
    else if (first === 'ending') this.ending().focus();
    else if (first?.startsWith('promise.')) this.promise().pointOut(this.promiseFaults());
    return first !== undefined;
  }
}
