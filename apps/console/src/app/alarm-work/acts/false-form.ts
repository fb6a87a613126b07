import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import type { Alarm } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AlarmsClient } from '../../alarms/alarms-client.js';

/** Why there was nothing behind an alarm. */
@Component({
  selector: 'fc-false-form',
  imports: [Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('alarm-work.false-form.act')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-field [label]="t('alarm-work.false-form.why')">
        <textarea fcInput rows="4" [formField]="form.why"></textarea>
      </fc-field>
      <p class="small quiet">{{ t('alarm-work.false-form.does', { department: nameOf(alarm().department) }) }}</p>
    </fc-panel-form>
  `,
})
export class FalseForm {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(AlarmsClient);
  private readonly toasts = inject(Toasts);
  readonly alarm = input.required<Alarm>();
  readonly cancelled = output();
  readonly done = output();
  readonly stale = output();

  protected readonly failure = signal<unknown>(null);
  private readonly key = computed(() => `${this.alarm().id}-${this.alarm().revision}-${crypto.randomUUID()}`);
  private readonly entry = signal({ why: '' });
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, revision, department } = this.alarm();
    try {
      await this.client.callFalse(id, { revision, why }, this.key());
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.stale.emit();
      throw error;
    }
    this.toasts.show({ text: 'alarms.was.false', values: { department: this.nameOf(department) } });
    this.done.emit();
  });
}
