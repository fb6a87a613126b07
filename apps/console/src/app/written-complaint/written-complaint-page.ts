import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComplaintReceived } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { Attachments } from '../attachments/index.js';
import { type Customer, CustomerCard, CustomerFinder, ReasonPicker } from '../desk/index.js';
import { injectUnitName } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Session } from '../platform/session/session.js';
import { Choices } from '../ui/choice/choices.js';
import { Banner } from '../ui/feedback/banner.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { WrittenComplaintClient } from './written-complaint-client.js';
import { draftOf, keepDraft } from './written-draft.js';
import {
  emptyWritten,
  faultsIn,
  receiptOf,
  receivedAt,
  writtenChannels,
  type WrittenEntry,
  type WrittenField,
  writtenFieldAt,
  writtenOf,
} from './written-entry.js';

/** A complaint that came as a letter, an e-mail or on paper: first receipt apart from the entry, the files with it. */
@Component({
  selector: 'fc-written-complaint-page',
  imports: [
    Attachments,
    Banner,
    Choices,
    CustomerCard,
    CustomerFinder,
    DayInput,
    Field,
    Input,
    KeyCaps,
    ReasonPicker,
    RouterLink,
  ],
  templateUrl: './written-complaint-page.html',
  styleUrl: './written-complaint-page.css',
})
export class WrittenComplaintPage {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(WrittenComplaintClient);
  private readonly clock = inject(ServerClock);
  private readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  private readonly session = inject(Session);
  private readonly finder = viewChild(CustomerFinder);
  private readonly reasonPicker = viewChild(ReasonPicker);
  private readonly day = viewChild(DayInput);
  private readonly summary = viewChild<ElementRef<HTMLTextAreaElement>>('summary');
  private readonly files = viewChild.required(Attachments);

  private readonly owner = computed(() => this.session.me()?.signInId ?? '');
  protected readonly entry = linkedSignal<WrittenEntry>(() => {
    const empty = emptyWritten(uuid());
    return draftOf(this.owner(), empty) ?? empty;
  });
  protected readonly received = signal<ComplaintReceived | null>(null);
  protected readonly isDraftKept = signal(false);
  protected readonly isSending = signal(false);
  protected readonly refusal = signal<string | null>(null);
  /** What is wrong, by field, ready to print. */
  protected readonly faults = signal<Partial<Record<WrittenField, string>>>({});
  private readonly isBegun = signal(false);

  protected readonly reasons = resource({ loader: () => this.client.reasons() });
  protected readonly structure = resource({ loader: () => this.client.structure() });
  protected readonly departments = computed(() =>
    this.structure.hasValue() ? this.structure.value().departments : [],
  );
  /** Whom the reason names; no choice is needed where it is right. */
  protected readonly ofReason = computed(() => {
    const reasons = this.reasons.hasValue() ? this.reasons.value().reasons : [];
    const id = reasons.find((reason) => reason.id === this.entry().reasonId)?.answerableDepartmentId;
    const department = this.departments().find((one) => one.id === id);
    return department ? this.unitName(department) : null;
  });
  protected readonly mayBeLate = computed(() => this.session.hasRole('supervisor', 'head'));
  protected readonly isLate = computed(() => receiptOf(this.entry(), this.format.zone(), this.clock.now()) === 'late');
  protected readonly areFilesBusy = computed(() => this.received() !== null && this.files().isBusy());
  /** Where it stands after it was entered: a file that failed is not on its way. */
  protected readonly standing = computed(() => {
    const failed = this.files().failedNames();
    if (this.areFilesBusy()) return this.t('written-complaint.files-pending');
    if (failed.length === 0) return this.t('written-complaint.received-text');
    const names = failed.join(this.t('ui.list-comma'));
    return this.t('written-complaint.files-failed', { names, count: failed.length });
  });

  protected readonly channels = computed(() =>
    writtenChannels.map((value) => ({ value, label: this.t(`written-complaint.channel.${value}`) })),
  );
  protected readonly harms = computed(() =>
    (['small', 'money', 'stopped-work'] as const).map((value) => ({ value, label: this.t(`desk.harm.${value}`) })),
  );

  constructor() {
    useKeys('keys.written-complaint', [
      { press: 'l', name: 'keys.find-customer', act: () => this.finder()?.focus() },
      { press: 'Alt+r', name: 'keys.reason', act: () => this.reasonPicker()?.focus() },
      { press: '$mod+Enter', name: 'keys.save', act: () => void this.save() },
    ]);
    if (this.entry().receivedOn !== null || this.entry().summary !== '') this.isBegun.set(true);
    effect(() => {
      const isKept = keepDraft(this.owner(), this.isBegun() && !this.received() ? this.entry() : null);
      this.isDraftKept.set(isKept && this.isBegun());
    });
  }

  protected change(changes: Partial<WrittenEntry>): void {
    this.isBegun.set(true);
    this.entry.update((entry) => ({ ...entry, ...changes }));
    const changed = Object.keys(changes);
    this.faults.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([name]) => !changed.includes(name))),
    );
  }

  protected choose(customer: Customer): void {
    this.change({ customer });
  }

  protected async save(): Promise<void> {
    if (this.isSending() || this.received()) return;
    this.refusal.set(null);
    const entry = this.entry();
    const receipt = receiptOf(entry, this.format.zone(), this.clock.now());
    const missing = faultsIn(entry, receipt, this.mayBeLate());
    const at = receivedAt(entry, this.format.zone());
    if (this.pointOut(missing.map(([field, word]) => [field, this.t(`written-complaint.fault.${word}`)]))) return;
    if (at === null) return;
    this.isSending.set(true);
    try {
      this.received.set(await this.client.log(writtenOf(entry, at), entry.key));
    } catch (error) {
      this.refuse(error);
    } finally {
      this.isSending.set(false);
    }
  }

  protected another(): void {
    if (this.areFilesBusy()) return;
    this.files().leaveOutFailed();
    this.received.set(null);
    this.isBegun.set(false);
    this.entry.set(emptyWritten(uuid()));
    setTimeout(() => this.finder()?.focus());
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    // The key was used with what stood here before: what stands here now is another complaint.
    if (problem.code === 'idempotency-conflict') this.entry.update((entry) => ({ ...entry, key: uuid() }));
    const named = (problem.fields ?? []).flatMap(({ path }): [WrittenField, string][] => {
      const field = writtenFieldAt(path);
      const text = this.problems.ofField(problem, path);
      return field && text ? [[field, text]] : [];
    });
    if (!this.pointOut(named)) this.refusal.set(this.problems.sentence(error));
  }

  /** Says what is wrong at its field, and leads to the first. False where there is nothing. */
  private pointOut(faults: readonly (readonly [WrittenField, string])[]): boolean {
    this.faults.set(Object.fromEntries(faults));
    const first = faults[0]?.[0];
    if (first === 'customer') this.finder()?.focus();
    else if (first === 'receivedOn' || first === 'receivedTime') this.day()?.focus();
    else if (first === 'reasonId') this.reasonPicker()?.focus();
    else if (first === 'summary') this.summary()?.nativeElement.focus();
    return first !== undefined;
  }
}
