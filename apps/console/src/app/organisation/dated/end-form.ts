import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { EffectsQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BackDated } from './back-dated.js';

/** The last day of something that is dated. What it ends is told by `end`, which gets the first day without it. */
@Component({
  selector: 'fc-end-form',
  imports: [BackDated, DayInput, Field, FormField, Panel, PanelForm],
  template: `
    <fc-panel [heading]="heading()" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="act()"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('organisation.last-day')">
          <fc-day [formField]="form.lastDay" />
        </fc-field>
        @if (of(); as kind) {
          <fc-back-dated [of]="kind" [id]="id()" [from]="firstDayWithout()" />
        }
        @if (note(); as text) {
          <p class="small quiet">{{ text }}</p>
        }
      </fc-panel-form>
    </fc-panel>
  `,
})
export class EndForm {
  protected readonly t = injectTexts();
  readonly heading = input.required<string>();
  readonly act = input.required<string>();
  readonly note = input<string>();
  readonly of = input<EffectsQuery['of']>();
  readonly id = input<string>();
  readonly end = input.required<(firstDayWithout: string) => Promise<void>>();
  readonly closed = output();

  private readonly entry = signal<{ lastDay: string | null }>({ lastDay: inject(Formats).today() });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.lastDay);
  });
  protected readonly firstDayWithout = computed(() => {
    const { lastDay } = this.entry();
    return lastDay === null ? null : shiftDay(lastDay, 1);
  });
  protected readonly send = sendsForm(this.form, this.failure, async () => {
    const day = this.firstDayWithout();
    if (day === null) return;
    await this.end()(day);
    this.closed.emit();
  });
}
