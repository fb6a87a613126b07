import { Component, computed, inject, resource, signal } from '@angular/core';
import { form, FormField, min, required } from '@angular/forms/signals';
import type { ClockRuleEntry } from '@forecall/contracts';
import {
  clockKinds,
  clockPresets,
  type ClockRule,
  clockUnits,
  type ClockUnit,
  isCountedInDays,
} from '@forecall/domain';
import { Undoable } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Segment } from '../../ui/choice/segment.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { CalendarsTabs } from '../calendars-tabs.js';
import { GoingUpForm } from '../going-up/going-up-form.js';
import { ClocksClient } from './clocks-client.js';
import { injectPromiseText } from './promise-text.js';

const choices = ['rg-271', 'disp-1-6', 'own'] as const;
type Choice = (typeof choices)[number];

interface Entry {
  acknowledgementUnit: ClockUnit;
  acknowledgementAmount: number;
  answerUnit: ClockUnit;
  answerAmount: number;
  acknowledgementPauses: boolean;
  answerPauses: boolean;
  from: string | null;
}

/** What is promised to those who complain: by a published rule or by numbers of one's own, from a day on. */
@Component({
  selector: 'fc-clocks-page',
  imports: [
    CalendarsTabs,
    CardForm,
    DayInput,
    Empty,
    Field,
    FormField,
    GoingUpForm,
    Input,
    Load,
    Ready,
    Segment,
    Shape,
    Skeleton,
  ],
  templateUrl: './clocks-page.html',
  styleUrl: './clocks-page.css',
})
export class ClocksPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly promiseText = injectPromiseText();
  private readonly client = inject(ClocksClient);
  private readonly undoable = inject(Undoable);
  private readonly faults = inject(Faults);

  protected readonly units = clockUnits;
  protected readonly loaded = kept(resource({ loader: () => this.client.rules() }));
  protected readonly rules = computed(() => this.loaded.value()?.rules ?? []);
  protected readonly inForce = computed(() =>
    clockKinds.flatMap((kind) => this.rules().find((rule) => rule.kind === kind && rule.isInForce) ?? []),
  );
  protected readonly coming = computed(() =>
    this.rules().filter(({ from }) => from !== null && from > (this.loaded.value()?.today ?? '')),
  );
  protected readonly choice = signal<Choice>('rg-271');
  protected readonly options = computed(() =>
    choices.map((value) => ({ value, label: this.t(`calendars.clocks.preset.${value}`) })),
  );
  private readonly entry = signal<Entry>({ ...entryOf('rg-271'), from: this.format.today() });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.from);
    min(path.acknowledgementAmount, 0.1);
    min(path.answerAmount, 0.1);
  });
  protected readonly isOwn = computed(() => this.choice() === 'own');
  protected readonly promised = computed(() => {
    const { acknowledgementUnit, acknowledgementAmount, answerUnit, answerAmount, ...pauses } = this.entry();
    return {
      acknowledgement: {
        ...ruleOf(acknowledgementUnit, acknowledgementAmount),
        allowsPauses: pauses.acknowledgementPauses,
      },
      answer: { ...ruleOf(answerUnit, answerAmount), allowsPauses: pauses.answerPauses },
    };
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ from }) => {
    if (from === null) return;
    const acting = this.client.set({ ...this.promised(), from });
    await this.undoable.does(acting, 'calendars.done.clocks', { day: this.format.day(from) }, this.changed);
  });

  protected choose(choice: Choice): void {
    this.choice.set(choice);
    if (choice !== 'own') this.entry.update(({ from }) => ({ ...entryOf(choice), from }));
  }

  protected withdraw({ id, revision, from }: ClockRuleEntry): Promise<void> {
    const values = { day: this.format.day(from ?? '') };
    const acting = this.client.withdraw(id, revision);
    return this.faults.heed(this.undoable.does(acting, 'calendars.done.clock-withdrawn', values, this.changed));
  }

  private readonly changed = (): void => {
    this.loaded.reload();
  };
}

/** People say hours where the rule says seconds. */
const ruleOf = (unit: ClockUnit, amount: number): ClockRule => ({
  unit,
  amount: isCountedInDays(unit) ? Math.round(amount) : Math.round(amount * 3600),
});
const spoken = ({ unit, amount }: ClockRule): number => (isCountedInDays(unit) ? amount : amount / 3600);

function entryOf(preset: Exclude<Choice, 'own'>): Omit<Entry, 'from'> {
  const { acknowledgement, answer } = clockPresets[preset];
  return {
    acknowledgementUnit: acknowledgement.unit,
    acknowledgementAmount: spoken(acknowledgement),
    answerUnit: answer.unit,
    answerAmount: spoken(answer),
    ...{ acknowledgementPauses: false, answerPauses: false },
  };
}
