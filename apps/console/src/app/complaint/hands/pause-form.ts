import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

/** Lets the clocks stand while it is the customer's turn. */
@Component({
  selector: 'fc-pause-form',
  imports: [Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('complaint-page.clocks.pause')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <p class="quiet small">{{ t('complaint-page.clocks.pause-meaning') }}</p>
      <fc-field [label]="t('complaint-page.because')">
        <textarea fcInput rows="3" [formField]="form.why"></textarea>
      </fc-field>
    </fc-panel-form>
  `,
})
export class PauseForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew; it is called after the undoing, when this is gone. */
  readonly changed = input.required<() => void>();
  readonly cancelled = output();
  readonly paused = output();

  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, number, revision } = this.complaint();
    const saved = await this.client.pause(id, { revision, why });
    const changed = this.changed();
    this.toasts.show({
      text: 'complaint-page.done.paused',
      values: { number },
      undo: () => this.faults.heed(this.client.resume(id, saved.revision)).then(() => changed()),
    });
    this.paused.emit();
  });
}
