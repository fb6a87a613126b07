import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ContactDetail } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ContactsClient } from '../contacts-client.js';

/** Takes a contact out of all figures, with a reason. It stays to be read, and does not come back. */
@Component({
  selector: 'fc-void-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="heading()" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('contacts.void')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <p>{{ t('contacts.void-effect') }}</p>
        <fc-field [label]="t('contacts.why')" [hint]="t('contacts.why-hint')">
          <input fcInput [formField]="form.why" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class VoidForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ContactsClient);
  readonly contact = input.required<ContactDetail>();
  readonly heading = input.required<string>();
  readonly closed = output();
  readonly voided = output();

  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, revision } = this.contact();
    await this.client.void(id, { revision, why });
    this.voided.emit();
  });
}
