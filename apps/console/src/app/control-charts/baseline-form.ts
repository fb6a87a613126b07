import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { type ChartBaseline, type ControlChart, leastBaselineDays } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { ControlChartsClient } from './control-charts-client.js';

/** `restart`: the limits are made anew from a day on; `freeze`: of the days from one to another. */
export type BaselineAct = 'restart' | 'freeze';

/** Says from when on the limits begin anew, or of which days they are, and why. */
@Component({
  selector: 'fc-baseline-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('control-charts.heading-' + act())" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('control-charts.do-' + act())"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <p class="small quiet">{{ t('control-charts.what-' + act()) }}</p>
        <fc-field [label]="t('control-charts.first-day')">
          <fc-day [formField]="form.from" />
        </fc-field>
        @if (act() === 'freeze') {
          <fc-field [label]="t('control-charts.last-day')" [hint]="t('control-charts.freeze-hint')">
            <fc-day [notBefore]="form.from().value()" [formField]="form.to" />
          </fc-field>
        }
        <fc-field [label]="t('control-charts.reason')" [hint]="t('control-charts.reason-hint')">
          <textarea fcInput rows="3" [formField]="form.reason"></textarea>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class BaselineForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(ControlChartsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly chart = input.required<ControlChart>();
  readonly act = input.required<BaselineAct>();
  /** The day that is proposed. */
  readonly day = input<string | null>(null);
  readonly closed = output();
  /** Something has changed: the chart is another. */
  readonly changed = input.required<() => void>();

  private readonly entry = signal({ from: null as string | null, to: null as string | null, reason: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.from);
    required(path.to, { when: () => this.act() === 'freeze' });
    required(path.reason);
    minLength(path.reason, 3);
  });
  private readonly key = computed(() => {
    this.entry();
    return uuid();
  });

  ngOnInit(): void {
    const { from, to } = this.chart();
    const today = this.format.today();
    const last = to > today ? today : addDays(to, -1);
    const start = this.act() === 'restart' ? (this.day() ?? last) : from;
    const end = addDays(start, Math.max(27, leastBaselineDays - 1));
    this.entry.set({ from: start, to: end > last ? last : end, reason: '' });
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ from, to, reason }) => {
    if (from === null) return;
    const { department, metric } = this.chart();
    const isFrozen = this.act() === 'freeze';
    const baseline = await this.client.set(
      { ...{ departmentId: department.id, metric, from, reason }, to: isFrozen ? to : null },
      this.key(),
    );
    this.done(baseline);
  });

  private done({ id, from }: ChartBaseline): void {
    const changed = this.changed();
    this.toasts.show({
      text: `control-charts.done-${this.act()}`,
      values: { day: this.format.day(from) },
      undo: () => this.faults.heed(this.client.undo(id)).then(changed),
    });
    changed();
    this.closed.emit();
  }
}
