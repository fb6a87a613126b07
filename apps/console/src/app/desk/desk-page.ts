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
  viewChild,
} from '@angular/core';
import type { Problem } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ProblemError } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Drafts } from '../platform/unsent/drafts.js';
import { Choices } from '../ui/choice/choices.js';
import { Banner } from '../ui/feedback/banner.js';
import { Glyph } from '../ui/state/glyph.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { CallBar } from './calls/call-bar.js';
import { ComplaintFields } from './entry/complaint-fields.js';
import { CustomerCard } from './customer/customer-card.js';
import { CustomerFinder } from './customer/customer-finder.js';
import { CustomerHistoryCards } from './customer/customer-history-cards.js';
import type { Customer } from './customer/customer.js';
import { deskForm, enteredSince } from './entry/draft.js';
import { contactOf, emptyEntry, type Entry, type EntryField, fieldAt, missingIn } from './entry/entry.js';
import { LeftDrafts } from './outbox/left-drafts.js';
import { Outbox, type OutgoingContact } from './outbox/outbox.js';
import { ReasonPicker } from './entry/reason-picker.js';
import { WaitingEntries } from './outbox/waiting-entries.js';

/** Who is this, what did they say, how did it end: a contact is logged while one talks, with the hands on the keys. */
@Component({
  selector: 'fc-desk-page',
  imports: [
    Banner,
    CallBar,
    Choices,
    ComplaintFields,
    CustomerCard,
    CustomerFinder,
    CustomerHistoryCards,
    Glyph,
    KeyCaps,
    LeftDrafts,
    ReasonPicker,
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
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(Outbox);
  private readonly finder = viewChild.required(CustomerFinder);
  private readonly reasonPicker = viewChild.required(ReasonPicker);
  private readonly ending = viewChild.required<Choices<string>>('ending');
  private readonly note = viewChild.required<ElementRef<HTMLTextAreaElement>>('note');

  /** What this tab had kept; from the route. */
  readonly draft = input<Entry | null>(null);
  protected readonly entry = linkedSignal<Entry>(() => this.draft() ?? emptyEntry(uuid()));
  protected readonly isBegun = computed(() => this.entry().startedAt !== null);
  protected readonly isDraftKept = this.drafts.isKept;
  /** What is wrong, by field, ready to print. */
  protected readonly faults = signal<Partial<Record<EntryField, string>>>({});
  protected readonly refusal = signal<string | null>(null);
  protected readonly isSending = signal(false);
  private readonly storedBefore = this.outbox.storedCount();
  protected readonly loggedCount = computed(() => this.outbox.storedCount() - this.storedBefore);
  private hasSaved = false;

  protected readonly channels = computed(() =>
    (['phone', 'email', 'chat', 'message', 'visit'] as const).map((value) => ({
      value,
      label: this.t(`desk.channel.${value}`),
    })),
  );
  protected readonly directions = computed(() =>
    (['in', 'out'] as const).map((value) => ({ value, label: this.t(`desk.direction.${value}`) })),
  );
  protected readonly endings = computed(() => [
    { value: 'solved' as const, label: this.t('desk.ending.solved'), press: 's' },
    { value: 'follow-up' as const, label: this.t('desk.ending.follow-up'), press: 'f' },
    { value: 'complaint' as const, label: this.t('desk.ending.complaint'), press: 'c' },
  ]);

  constructor() {
    useKeys('keys.desk', [
      { press: 'l', name: 'keys.find-customer', act: () => this.finder().focus() },
      { press: 'Alt+r', name: 'keys.reason', act: () => this.reasonPicker().focus() },
      { press: 'Alt+n', name: 'keys.note', act: () => this.note().nativeElement.focus() },
      { press: '$mod+Enter', name: 'keys.save-next', act: () => void this.save(true) },
      { press: '$mod+s', name: 'keys.save-stay', act: () => void this.save(false) },
    ]);
    effect(() => {
      // While it is being saved it is no draft.
      if (!this.isSending()) this.drafts.keep(deskForm, this.isBegun() ? this.entry() : null);
    });
  }

  protected change(changes: Partial<Entry>): void {
    this.entry.update((entry) => ({
      ...entry,
      startedAt: entry.startedAt ?? this.clock.now().toISOString(),
      ...changes,
    }));
    const changed = Object.keys(changes);
    this.faults.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([name]) => !changed.includes(name))),
    );
  }

  protected choose(customer: Customer): void {
    const before = this.entry().customer;
    this.change({ customer });
    this.reasonPicker().focus();
    // What is written already stays: it may be this customer's after all, or be about the one before.
    if (before && this.entry().note.trim() !== '')
      this.toasts.show({ text: 'desk.customer-changed', undo: () => this.change({ customer: before }) });
  }

  protected async save(thenNext: boolean): Promise<void> {
    if (this.isSending()) return;
    // A second press of the same keys, when the first has saved and emptied the form already.
    if (!this.isBegun() && this.hasSaved) {
      this.finder().focus();
      return;
    }
    this.refusal.set(null);
    if (this.pointOut(missingIn(this.entry()).map((field) => [field, this.t(`desk.fault.${field}`)]))) return;
    const entry = this.entry();
    this.isSending.set(true);
    try {
      const sent = await this.outbox.send(contactOf(entry, this.clock.now().toISOString()), entry);
      if (sent.is === 'refused') {
        this.refuse(sent.problem);
        return;
      }
      this.hasSaved = true;
      this.begin(thenNext ? null : entry.customer, enteredSince(entry, this.entry()));
      if (thenNext) this.finder().focus();
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

  private begin(customer: Customer | null, entered: Partial<Entry> = {}): void {
    // What was picked a moment ago must have reached the controls, or they would not see that it is taken back.
    this.application.tick();
    const startedAt = Object.keys(entered).length > 0 ? this.clock.now().toISOString() : null;
    this.entry.set({ ...emptyEntry(uuid()), customer, ...entered, startedAt });
    this.faults.set({});
    this.refusal.set(null);
  }

  private refuse(problem: Problem): void {
    // The same id holds another contact, so this one is new: saved again it goes under an id of its own.
    if (problem.code === 'contact-exists') this.entry.update((entry) => ({ ...entry, id: uuid() }));
    const named = (problem.fields ?? []).flatMap(({ path }): [EntryField, string][] => {
      const field = fieldAt(path);
      const text = this.problems.ofField(problem, path);
      return field && text ? [[field, text]] : [];
    });
    if (!this.pointOut(named)) this.refusal.set(this.problems.sentence(new ProblemError(problem)));
  }

  /** Says what is wrong at its field, and leads to the first. False where there is nothing. */
  private pointOut(faults: readonly (readonly [EntryField, string])[]): boolean {
    this.faults.set(Object.fromEntries(faults));
    const first = faults[0]?.[0];
    if (first === 'customer') this.finder().focus();
    else if (first === 'reasonId') this.reasonPicker().focus();
    else if (first === 'note') this.note().nativeElement.focus();
    else if (first === 'ending') this.ending().focus();
    return first !== undefined;
  }
}
