import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { type ComplaintDetail, noteKinds } from '@forecall/contracts';
import { contactChannels } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

interface Entry {
  kind: (typeof noteKinds)[number];
  /** Empty: not chosen. */
  channel: string;
  text: string;
}

/** A note among us, or what the customer was told: kept as it is written. */
@Component({
  selector: 'fc-note-form',
  imports: [Choices, Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('complaint-page.note.write')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-choices [label]="t('complaint-page.note.kind')" [options]="kinds()" [formField]="form.kind" />
      @if (form.kind().value() === 'to-customer') {
        <fc-field [label]="t('complaint-page.told.channel')">
          <select fcInput [formField]="form.channel">
            <option value=""></option>
            @for (channel of channels; track channel) {
              <option [value]="channel">{{ t('complaint-page.channel.' + channel) }}</option>
            }
          </select>
        </fc-field>
      }
      <fc-field [label]="t('complaint-page.note.text')" [hint]="t('complaint-page.note.kept')">
        <textarea fcInput rows="4" [formField]="form.text"></textarea>
      </fc-field>
    </fc-panel-form>
  `,
})
export class NoteForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  readonly complaint = input.required<ComplaintDetail>();
  readonly cancelled = output();
  readonly written = output();

  private readonly entry = signal<Entry>({ kind: 'internal', channel: '', text: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly channels = contactChannels;
  protected readonly kinds = computed(() =>
    noteKinds.map((value, index) => ({
      value,
      label: this.t(`complaint-page.note.${value}`),
      press: String(index + 1),
    })),
  );
  protected readonly form = form(this.entry, (path) => {
    required(path.text);
    required(path.channel, { when: ({ valueOf }) => valueOf(path.kind) === 'to-customer' });
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ kind, channel, text }) => {
    const { id, number } = this.complaint();
    await this.client.note(id, { kind, text, channel: kind === 'to-customer' ? channel : null });
    this.toasts.show({ text: 'complaint-page.done.noted', values: { number } });
    this.written.emit();
  });
}
