import { Component, computed, effect, inject, output, resource, signal } from '@angular/core';
import { form, FormField, max, min, required } from '@angular/forms/signals';
import type { CycleOverview } from '@forecall/contracts';
import { type CycleKind, cycleKinds } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { injectPeriodName } from '../appraisal-words.js';
import { CyclesClient } from '../cycles-client.js';
import { CyclePreviewCard } from './cycle-preview.js';
import { pastPeriods, usualWriteBy } from './past-periods.js';

interface Told {
  readonly kind: CycleKind;
  /** Empty: the last one. */
  readonly from: string;
  readonly writeBy: string | null;
  readonly answerDays: number;
  readonly minimumDays: number;
}

/** A period that is over is looked back on: which, and by when it is written. */
@Component({
  selector: 'fc-open-cycle-form',
  imports: [CyclePreviewCard, DayInput, Field, FormField, Input, PanelForm],
  template: `
    <section class="card" aria-labelledby="open-cycle">
      <div class="card-head">
        <h2 id="open-cycle">{{ t('appraisals.open.act') }}</h2>
        <span class="small faint">{{ t('appraisals.open.for-all') }}</span>
      </div>
      <fc-panel-form
        [act]="t('appraisals.open.act-of', { period: periodName({ kind: form.kind().value(), from: chosen() }) })"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="cancelled.emit()"
      >
        <div class="fields">
          <fc-field [label]="t('appraisals.open.kind')">
            <select fcInput [formField]="form.kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ t('appraisals.cycle-kind.' + kind) }}</option>
              }
            </select>
          </fc-field>
          <fc-field [label]="t('appraisals.period')">
            <select fcInput [formField]="form.from">
              @for (from of periods(); track from) {
                <option [value]="$first ? '' : from">{{ periodName({ kind: form.kind().value(), from }) }}</option>
              } @empty {
                <option value="">{{ t('appraisals.open.all-opened') }}</option>
              }
            </select>
          </fc-field>
          <fc-field [label]="t('appraisals.write-by')"><fc-day [formField]="form.writeBy" /></fc-field>
          <fc-field [label]="t('appraisals.open.answer-days')" [hint]="t('appraisals.open.answer-hint')">
            <input fcInput type="number" [formField]="form.answerDays" />
          </fc-field>
          <fc-field [label]="t('appraisals.open.minimum')" [hint]="t('appraisals.open.minimum-hint')">
            <input fcInput type="number" [formField]="form.minimumDays" />
          </fc-field>
        </div>
        <p class="small quiet measure">{{ t('appraisals.open.who') }}</p>
        @if (asked(); as told) {
          <fc-cycle-preview [told]="told" />
        }
      </fc-panel-form>
    </section>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 14px;
    }
  `,
})
export class OpenCycleForm {
  protected readonly t = injectTexts();
  protected readonly periodName = injectPeriodName();
  private readonly format = inject(Formats);
  private readonly client = inject(CyclesClient);
  readonly opened = output<CycleOverview>();
  readonly cancelled = output();
  protected readonly kinds = cycleKinds;
  protected readonly failure = signal<unknown>(null);

  private readonly entry = signal<Told>({
    ...{ kind: 'quarter', from: '', writeBy: usualWriteBy(this.format.today()), answerDays: 5, minimumDays: 15 },
  });
  protected readonly form = form(this.entry, (path) => {
    required(path.writeBy);
    min(path.answerDays, 1);
    max(path.answerDays, 30);
    min(path.minimumDays, 1);
    max(path.minimumDays, 366);
  });
  /** Of a period there is one cycle. */
  private readonly begun = resource({
    loader: async () => (await this.client.page({ limit: 200 })).cycles.map(({ kind, from }) => `${kind} ${from}`),
  });
  protected readonly periods = computed(() => {
    const kind = this.form.kind().value();
    const there = this.begun.hasValue() ? this.begun.value() : [];
    return pastPeriods(kind, this.format.today(), 8).filter((from) => !there.includes(`${kind} ${from}`));
  });
  /** Of another kind the same day begins no period: then it is the last one. */
  protected readonly chosen = computed(() => {
    const [from, all] = [this.form.from().value(), this.periods()];
    return all.includes(from) ? from : (all[0] ?? '');
  });
  /** What the preview is of; null while something in the form is wrong. */
  protected readonly asked = computed(() => {
    const { kind, writeBy, minimumDays } = this.form().value();
    const from = this.chosen();
    return from === '' || writeBy === null || this.form().invalid() || this.begun.isLoading()
      ? null
      : { kind, from, writeBy, minimumDays };
  });

  constructor() {
    // What was refused of another period says nothing of this one.
    effect(() => {
      this.asked();
      this.failure.set(null);
    });
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ kind, writeBy, answerDays, minimumDays }) => {
    const told = { kind, from: this.chosen(), writeBy: writeBy ?? '', answerDays, minimumDays };
    this.opened.emit(await this.client.open(told));
  });
}
