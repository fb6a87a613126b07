import { Component, computed, inject, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { v7 as uuid } from 'uuid';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Choices } from '../ui/choice/choices.js';
import { TypeAhead } from '../ui/choice/type-ahead.js';
import { Banner } from '../ui/feedback/banner.js';
import { Field } from '../ui/field/field.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { CustomerCard } from './customer-card.js';
import { CustomerHistoryCards } from './customer-history-cards.js';
import { type Customer, customersIn, suggestionOf } from './customer.js';
import { type ContactToLog, DeskClient } from './desk-client.js';
import { emptyEntry, type Entry, faultsOf, type Fault } from './entry.js';
import { matchingReasons, pickable, reasonSuggestion } from './reasons.js';

const quickReasons = 4;
const shownReasons = 12;

/** Who is this, what did they say, how did it end: a contact is logged while one talks, with the hands on the keys. */
@Component({
  selector: 'fc-desk-page',
  imports: [Banner, Choices, CustomerCard, CustomerHistoryCards, Field, KeyCaps, TypeAhead],
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.css',
})
export class DeskPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly texts = inject(Texts);
  private readonly client = inject(DeskClient);
  private readonly clock = inject(ServerClock);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  private readonly finder = viewChild.required<TypeAhead>('finder');
  private readonly reasonBox = viewChild.required<TypeAhead>('reasonBox');

  protected readonly entry = signal<Entry>(emptyEntry(this.clock.now()));
  protected readonly customer = signal<Customer | null>(null);
  protected readonly faults = signal<readonly Fault[]>([]);
  protected readonly failure = signal<unknown>(null);
  protected readonly isSending = signal(false);
  protected readonly loggedCount = signal(0);
  /** Sent and unanswered: it goes again as it was, under its own id, so that it is stored once. */
  private unanswered: ContactToLog | null = null;

  // The customer, as one types.
  private readonly typedName = signal('');
  protected readonly search = resource({
    params: () => (this.typedName().trim() === '' ? undefined : { q: this.typedName().trim() }),
    loader: async ({ params, abortSignal }) => {
      // A short pause: not every letter is a question.
      await new Promise((resolve) => setTimeout(resolve, 120));
      return abortSignal.aborted ? new Map<string, Customer>() : customersIn(await this.client.find(params.q));
    },
  });
  private readonly found = linkedSignal<Map<string, Customer> | undefined, Map<string, Customer>>({
    source: () => (this.search.hasValue() ? this.search.value() : undefined),
    computation: (value, previous) =>
      value ??
      (this.typedName().trim() === '' ? new Map<string, Customer>() : (previous?.value ?? new Map<string, Customer>())),
  });
  protected readonly customers = computed(() =>
    [...this.found()].map(([id, customer]) => suggestionOf(id, customer, this.texts.locale())),
  );

  // The reason.
  protected readonly reasonTree = resource({ loader: () => this.client.reasons() });
  private readonly reasons = computed(() =>
    this.reasonTree.hasValue() ? pickable(this.reasonTree.value().reasons) : [],
  );
  private readonly typedReason = signal('');
  protected readonly reasonSuggestions = computed(() =>
    matchingReasons(this.reasons(), this.typedReason())
      .slice(0, shownReasons)
      .map((reason) => reasonSuggestion(reason, this.texts.locale())),
  );
  protected readonly quick = computed(() =>
    this.reasons()
      .slice(0, quickReasons)
      .map((reason) => ({ id: reason.id, label: reason[this.texts.locale()] })),
  );
  protected readonly reasonName = computed(
    () => this.reasons().find(({ id }) => id === this.entry().reasonId)?.[this.texts.locale()] ?? '',
  );

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
  protected readonly harms = computed(() =>
    (['small', 'money', 'stopped-work'] as const).map((value) => ({ value, label: this.t(`desk.harm.${value}`) })),
  );

  protected readonly failureText = computed(() =>
    this.failure() === null ? null : this.problems.sentence(this.failure()),
  );

  constructor() {
    useKeys('keys.desk', [
      { press: 'l', name: 'keys.find-customer', act: () => this.finder().focus() },
      { press: 'Alt+r', name: 'keys.reason', act: () => this.reasonBox().focus() },
      { press: 'Alt+n', name: 'keys.note', act: () => document.getElementById('desk-note')?.focus() },
      { press: '$mod+Enter', name: 'keys.save-next', act: () => void this.save(true) },
      { press: '$mod+s', name: 'keys.save-stay', act: () => void this.save(false) },
    ]);
  }

  protected readonly typeName = (typed: string): void => this.typedName.set(typed);
  protected readonly typeReason = (typed: string): void => this.typedReason.set(typed);

  protected pickCustomer(id: string): void {
    this.customer.set(this.found().get(id) ?? null);
    this.typedName.set('');
    this.reasonBox().focus();
  }

  protected change(changes: Partial<Entry>): void {
    this.entry.update((entry) => ({ ...entry, ...changes }));
    this.faults.update((faults) => faults.filter(({ field }) => !(field in changes)));
  }

  protected pickReason(reasonId: string): void {
    this.change({ reasonId });
    this.typedReason.set('');
  }

  protected faultAt(field: Fault['field']): string | undefined {
    const fault = this.faults().find((one) => one.field === field);
    return fault && this.t(`desk.fault.${fault.field}`);
  }

  protected async save(thenNext: boolean): Promise<void> {
    if (this.isSending()) return;
    this.faults.set(faultsOf(this.entry()));
    if (this.faults().length > 0) return;
    const contact = this.unanswered ?? this.contact();
    this.isSending.set(true);
    this.failure.set(null);
    try {
      const { complaint } = await this.client.log(contact);
      this.unanswered = null;
      this.loggedCount.update((count) => count + 1);
      this.toasts.show(
        complaint
          ? { text: 'desk.complaint-logged', values: { number: complaint.number } }
          : { text: 'desk.contact-logged' },
      );
      this.begin(thenNext);
    } catch (error) {
      // Without an answer it may have been stored: the same entry goes again, never a second one.
      this.unanswered = problemOf(error).status >= 400 && problemOf(error).status < 500 ? null : contact;
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }

  private begin(withNobody: boolean): void {
    this.entry.set(emptyEntry(this.clock.now()));
    if (!withNobody) return;
    this.customer.set(null);
    this.finder().focus();
  }

  private contact(): ContactToLog {
    const entry = this.entry();
    const customer = this.customer();
    return {
      id: uuid(),
      channel: entry.channel,
      direction: entry.direction,
      startedAt: entry.startedAt.toISOString(),
      endedAt: this.clock.now().toISOString(),
      accountId: customer?.accountId ?? null,
      personId: customer?.personId ?? null,
      reasonId: entry.reasonId,
      resolved: entry.ending === 'solved',
      note: entry.note.trim(),
      ...(entry.ending === 'complaint' && {
        complaint: { summary: entry.note.trim(), remedySought: entry.remedySought.trim(), severity: entry.harm },
      }),
    };
  }
}
