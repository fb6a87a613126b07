import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

/** Back to the department it came from, with the reason. */
@Component({
  selector: 'fc-return-form',
  imports: [Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('complaint-page.hand-over.return')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-field [label]="t('complaint-page.because')">
        <textarea fcInput rows="3" [formField]="form.why"></textarea>
      </fc-field>
    </fc-panel-form>
  `,
})
export class ReturnForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  readonly complaint = input.required<ComplaintDetail>();
  readonly cancelled = output();
  readonly returned = output();

  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, number } = this.complaint();
    await this.client.returnHandover(id, why);
    this.toasts.show({ text: 'complaint-page.done.returned', values: { number } });
    this.returned.emit();
  });
}
