import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import type { UserFile } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { UsersClient } from './users-client.js';

/** Another address to sign in with. */
@Component({
  selector: 'fc-email-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel
      [heading]="t('users.email-heading', { name: user().name })"
      [isDirty]="form().dirty()"
      (closed)="closed.emit()"
    >
      <fc-panel-form
        [act]="t('organisation.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('users.email')" [hint]="t('users.email-hint')">
          <input fcInput type="email" autocomplete="off" [formField]="form.email" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class EmailForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly client = inject(UsersClient);
  readonly user = input.required<UserFile>();
  readonly closed = output();
  /** The address before. */
  readonly changed = output<string>();

  private readonly entry = signal({ email: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.email);
    email(path.email);
  });
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const { id, email: before, revision } = this.user();
    await this.client.changeEmail(id, { ...entry, revision });
    this.changed.emit(before);
    this.closed.emit();
  });

  ngOnInit(): void {
    this.entry.set({ email: this.user().email });
  }
}
