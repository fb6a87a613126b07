import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required, validate } from '@angular/forms/signals';
import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { CampaignsClient } from '../campaigns-client.js';

export type CandidateAct = 'excuse' | 'extend';

/** Somebody is taken out with a date, or given more time; both need a reason. */
@Component({
  selector: 'fc-candidate-form',
  imports: [DayInput, Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('campaigns.act.' + act())"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-field [label]="t('campaigns.act.day.' + act())" [hint]="t('campaigns.act.hint.' + act())">
        <fc-day [notBefore]="first()" [formField]="form.day" />
      </fc-field>
      <fc-field [label]="t('campaigns.act.why')">
        <input fcInput type="text" autocomplete="off" [formField]="form.why" />
      </fc-field>
    </fc-panel-form>
  `,
})
export class CandidateForm {
  protected readonly t = injectTexts();
  private readonly client = inject(CampaignsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly coverage = input.required<Coverage>();
  readonly person = input.required<CoveredPerson>();
  readonly act = input.required<CandidateAct>();
  readonly cancelled = output();
  readonly done = output();

  protected readonly first = computed(() => {
    const { opensOn, endsOn } = this.coverage().campaign;
    return this.act() === 'excuse' ? opensOn : endsOn;
  });
  protected readonly failure = signal<unknown>(null);
  private readonly entry = signal<{ day: string | null; why: string }>({ day: null, why: '' });
  protected readonly form = form(this.entry, (path) => {
    required(path.day);
    validate(path.day, ({ value }) => {
      const day = value();
      if (day === null) return undefined;
      if (this.act() === 'excuse')
        return day < this.first()
          ? { kind: 'before-campaign' }
          : day > this.first() && day > this.coverage().today
            ? { kind: 'ahead-of-time' }
            : undefined;
      return day <= this.first() ? { kind: 'not-longer' } : undefined;
    });
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ day, why }) => {
    const { id } = this.coverage().campaign;
    const { candidateId, staff } = this.person();
    if (this.act() === 'extend') {
      await this.client.extend(id, candidateId, { untilOn: day ?? '', why });
      this.toasts.show({ text: 'campaigns.was.extended', values: { name: staff.name } });
    } else {
      await this.client.excuse(id, candidateId, { outOn: day ?? '', why });
      this.toasts.show({
        text: 'campaigns.was.excused',
        values: { name: staff.name },
        undo: () => this.faults.heed(this.client.putBack(id, candidateId).then(() => this.done.emit())),
      });
    }
    this.done.emit();
  });
}
