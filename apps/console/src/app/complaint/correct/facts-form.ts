import { Component, computed, inject, input, output, signal, type OnInit } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import { impacts, localMoment, needsForAction } from '@forecall/domain';
import { type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import { ComplaintClient } from '../complaint-client.js';
import { changesOf, entryOf, type FactsEntry } from './facts-entry.js';

const choiceFields = [
  { field: 'severity', name: 'severity', values: ['small', 'money', 'stopped-work'] },
  { field: 'impact', name: 'impact', values: impacts },
  { field: 'needForAction', name: 'need', values: needsForAction },
  { field: 'decision', name: 'decision', values: ['upheld', 'partly', 'not'] },
] as const;

/** Corrects what a complaint says, with a reason. What somebody else saved meanwhile is not overwritten: both are shown. */
@Component({
  selector: 'fc-facts-form',
  imports: [BothVersions, DayInput, Field, FormField, Input, PanelForm, StaffPicker],
  templateUrl: './facts-form.html',
})
export class FactsForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew; it is called after the undoing, when this is gone. */
  readonly changed = input.required<() => void>();
  readonly cancelled = output();
  readonly corrected = output();

  /** What is being corrected: as it was read first, or as somebody else has saved it since. */
  private readonly base = signal<ComplaintDetail | null>(null);
  protected readonly baseEntry = computed(() => entryOf(this.base() ?? this.complaint()));
  private readonly theirComplaint = signal<ComplaintDetail | null>(null);
  protected readonly theirs = computed(() => {
    const theirs = this.theirComplaint();
    return theirs && entryOf(theirs);
  });

  private readonly entry = signal({
    ...{ summary: '', remedySought: '', remedyGiven: '', furtherOptions: '', why: '' },
    ...{ severity: '', impact: '', needForAction: '', decision: '' },
    ...{ rep: null as PickedStaff | null, receivedOn: null as string | null, receivedTime: '' },
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.receivedOn);
    required(path.receivedTime);
    required(path.why);
    // What a step said is corrected, not taken back.
    required(path.decision, { when: () => this.baseEntry().decision !== '' });
    required(path.remedyGiven, { when: () => this.baseEntry().remedyGiven !== '' });
    required(path.furtherOptions, { when: () => this.baseEntry().furtherOptions !== '' });
    minLength(path.why, 3);
  });
  /** What is said later than at the receipt can be corrected once it is said. */
  protected readonly choices = computed(() => {
    const said = this.baseEntry();
    return choiceFields.filter(({ field }) => field !== 'decision' || said.decision !== '');
  });

  protected readonly mine = computed((): FactsEntry => {
    const { rep, receivedOn, receivedTime, why: _why, ...said } = this.entry();
    const { receivedAt } = this.baseEntry();
    // The form shows minutes: a moment that was not touched keeps its seconds.
    const isMoved = receivedOn !== this.format.dayOf(receivedAt) || receivedTime !== this.format.time(receivedAt);
    const moved =
      isMoved && receivedOn !== null && receivedTime !== ''
        ? localMoment(receivedOn, receivedTime, this.format.zone()).toISOString()
        : receivedAt;
    return { ...this.baseEntry(), ...(said as Partial<FactsEntry>), repConcernedId: rep?.id ?? '', receivedAt: moved };
  });
  private readonly repNames = computed((): Readonly<Record<string, string>> => {
    const reps = [this.base()?.repConcerned, this.theirComplaint()?.repConcerned, this.entry().rep];
    return Object.fromEntries(reps.flatMap((rep) => (rep ? [[rep.id, rep.name]] : [])));
  });
  protected readonly words: EntryWords<FactsEntry> = {
    field: (name) => this.t(`complaint-page.field.${name === 'repConcernedId' ? 'repConcerned' : name}`),
    value: (name, entry) => {
      const raw = entry[name];
      if (raw === '') return '–';
      if (name === 'receivedAt') return this.format.dateTime(raw);
      if (name === 'repConcernedId') return this.repNames()[raw] ?? raw;
      const choice = choiceFields.find(({ field }) => field === name);
      return choice ? this.t(`complaint-page.${choice.name}.${raw}`) : raw;
    },
  };

  protected readonly send = sendsForm(this.form, this.failure, () => this.save());

  ngOnInit(): void {
    this.base.set(this.complaint());
    this.show(this.baseEntry(), '');
  }

  /** The version made of both becomes one's own, against what is saved now. */
  protected async saveChosen(chosen: FactsEntry): Promise<void> {
    const { why } = this.entry();
    const names = this.repNames();
    this.base.set(this.theirComplaint());
    this.theirComplaint.set(null);
    this.show(chosen, why, names);
    await this.send();
  }

  private show(entry: FactsEntry, why: string, names = this.repNames()): void {
    const { repConcernedId: id, receivedAt, ...said } = entry;
    const rep = id === '' ? null : { id, name: names[id] ?? '', email: null };
    const moment = { receivedOn: this.format.dayOf(receivedAt), receivedTime: this.format.time(receivedAt) };
    this.entry.set({ ...said, ...moment, rep, why });
  }

  private async save(): Promise<void> {
    const base = this.base() ?? this.complaint();
    const [before, after] = [entryOf(base), this.mine()];
    const changes = changesOf(before, after);
    if (Object.keys(changes).length > 0) {
      try {
        const { revision } = await this.client.correct(base.id, {
          ...{ revision: base.revision, why: this.entry().why, changes },
        });
        this.tell(base, { revision, changes: changesOf(after, before) });
      } catch (error) {
        if (problemOf(error).code !== 'revised-meanwhile')
          throw problemOfForm(error, { repConcernedId: 'rep', receivedAt: 'receivedOn' });
        this.theirComplaint.set(await this.client.one(base.id));
        return;
      }
    }
    this.corrected.emit();
  }

  private tell(
    { id, number }: ComplaintDetail,
    back: Pick<Parameters<ComplaintClient['correct']>[1], 'revision' | 'changes'>,
  ) {
    const changed = this.changed();
    const why = this.t('complaint-page.undone');
    this.toasts.show({
      text: 'complaint-page.done.corrected',
      values: { number },
      undo: () => this.faults.heed(this.client.correct(id, { ...back, why })).then(changed),
    });
  }
}
