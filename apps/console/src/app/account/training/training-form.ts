import { Component, computed, inject, input, linkedSignal, OnInit, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { HoldTraining, TrainingEntry } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
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
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountFile } from '../account-file.js';
import { type Attending, attendanceTold, attendingOf } from './attendance.js';
import { AttendanceFields } from './attendance-fields.js';
import { TrainingClient } from './training-client.js';
import { TrainingFile } from './training-file.js';

interface Entry {
  readonly topic: string;
  readonly heldOn: string | null;
  readonly trainer: PickedStaff | null;
  readonly material: string;
  readonly expectation: string;
}

const entryOf = ({ topic, heldOn, trainer, material, expectation }: TrainingEntry): Entry => ({
  ...{ topic, heldOn, material, expectation },
  trainer: trainer && { ...trainer, email: null },
});

/** Plans a session, or says what came of it: topic, day, trainer, who comes, what they thought of it. */
@Component({
  selector: 'fc-training-form',
  imports: [AttendanceFields, DayInput, Field, FormField, Input, Panel, PanelForm, StaffPicker],
  templateUrl: './training-form.html',
})
export class TrainingForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(TrainingClient);
  private readonly trainings = inject(TrainingFile);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);
  /** null: a new one. */
  readonly training = input.required<TrainingEntry | null>();

  protected readonly entry = signal<Entry>({ topic: '', heldOn: null, trainer: null, material: '', expectation: '' });
  protected readonly attendance = signal<readonly Attending[]>([]);
  /** As it was read, or as somebody else saved it since. */
  private before: TrainingEntry | null = null;
  /** What somebody else saved in fields that were changed here too. */
  protected readonly theirs = signal<Partial<Entry>>({});
  protected readonly clashes = computed(() => {
    const saved = this.theirs();
    const shown: Partial<Record<keyof Entry, string | null | undefined>> = {
      ...saved,
      heldOn: saved.heldOn && this.format.day(saved.heldOn),
      trainer: saved.trainer === null ? '' : saved.trainer?.name,
    };
    return (Object.keys(saved) as (keyof Entry)[]).map((field) => ({
      field,
      label: this.t(`account.training.${field === 'heldOn' ? 'day' : field}`),
      value: shown[field] || this.t('account.nothing'),
    }));
  });
  private readonly attendanceBefore = signal('');
  /** Of one session: another one is another making. */
  private readonly key = linkedSignal({
    source: () => [this.entry(), this.attendance()],
    computation: () => uuid(),
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.topic);
    maxLength(path.topic, 200);
    required(path.heldOn);
    maxLength(path.material, 500);
    maxLength(path.expectation, 500);
  });
  protected readonly isAhead = computed(() => {
    const day = this.entry().heldOn;
    return day === null || day > this.format.today();
  });
  protected readonly isDirty = computed(
    () => this.form().dirty() || JSON.stringify(this.attendance()) !== this.attendanceBefore(),
  );
  protected readonly heading = computed(() => {
    const training = this.training();
    if (!training) return this.t('account.training.plan');
    return this.t('account.training.change-of', { topic: training.topic });
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const told = this.told(entry);
    if (!told) return;
    const { before } = this;
    const { changed } = this.file;
    try {
      if (before) {
        const { id, revision } = await this.client.change(before.id, told, before.revision);
        const undo = () => this.faults.heed(this.client.change(id, toldOf(before), revision)).then(changed);
        this.toasts.show({ text: 'account.training.done', values: { topic: told.topic }, undo });
      } else {
        const { id, revision } = await this.client.hold(this.file.id(), told, this.key());
        const undo = () =>
          this.faults.heed(this.client.void(id, this.t('account.training.undone'), revision)).then(changed);
        this.toasts.show({
          text: told.heldOn > this.format.today() ? 'account.training.planned' : 'account.training.noted',
          values: { topic: told.topic, date: this.format.day(told.heldOn) },
          undo,
        });
      }
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile' && before) await this.takeUp(before);
      throw error;
    }
    changed();
    this.file.close();
  });

  ngOnInit(): void {
    this.begin(this.training());
  }

  /** The other's in the place of one's own. */
  protected take(field: keyof Entry): void {
    const { [field]: value, ...others } = this.theirs();
    this.entry.update((entry) => ({ ...entry, [field]: value }));
    this.theirs.set(others);
  }

  private begin(training: TrainingEntry | null): void {
    this.before = training;
    if (training) this.entry.set(entryOf(training));
    this.attendance.set(this.attending(training));
    this.attendanceBefore.set(JSON.stringify(this.attendance()));
  }

  private attending(training: TrainingEntry | null): Attending[] {
    const people = this.file.account()?.people ?? [];
    return attendingOf(people, training?.attendance ?? [], this.trainings.wanted()?.people ?? []);
  }

  private told({ topic, heldOn, trainer, material, expectation }: Entry): HoldTraining | undefined {
    if (heldOn === null) return undefined;
    const attendance = attendanceTold(this.attendance(), this.isAhead());
    return { ...{ topic, heldOn, material, expectation, attendance }, trainerId: trainer?.id ?? null };
  }

  /** Somebody else saved: what they wrote is shown in what was not touched here. */
  private async takeUp(before: TrainingEntry): Promise<void> {
    const theirs = (await this.client.list(this.file.id())).trainings.find(({ id }) => id === before.id);
    this.file.changed();
    if (!theirs) return;
    const [mine, was] = [this.entry(), entryOf(before)];
    const isOther = (one: Entry, other: Entry, field: string) =>
      JSON.stringify(one[field as keyof Entry]) !== JSON.stringify(other[field as keyof Entry]);
    const own = Object.entries(mine).filter(([field]) => isOther(mine, was, field));
    const saved = entryOf(theirs);
    const both = own.filter(([field]) => isOther(saved, was, field) && isOther(saved, mine, field));
    this.theirs.set(Object.fromEntries(both.map(([field]) => [field, saved[field as keyof Entry]])));
    const rows = new Map(this.attending(before).map((one) => [one.person.id, JSON.stringify(one)]));
    const touched = new Map(
      this.attendance()
        .filter((one) => JSON.stringify(one) !== rows.get(one.person.id))
        .map((one) => [one.person.id, one]),
    );
    this.begin(theirs);
    this.entry.update((entry) => ({ ...entry, ...Object.fromEntries(own) }));
    this.attendance.update((all) => all.map((one) => touched.get(one.person.id) ?? one));
  }
}

/** As it stood, to be sent again. */
const toldOf = ({ topic, heldOn, trainer, material, expectation, attendance }: TrainingEntry): HoldTraining => ({
  ...{ topic, heldOn, material, expectation, trainerId: trainer?.id ?? null },
  attendance: attendance.map(({ person, ...said }) => ({ personId: person.id, ...said })),
});
