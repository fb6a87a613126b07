import { Component, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { v7 as uuid } from 'uuid';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

/** Somebody who was not known at the account yet; what else is known of them is told in their own form. */
@Component({
  selector: 'fc-new-person-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('account.people.new')" [isDirty]="form().dirty()" (closed)="file.close()">
      <fc-panel-form
        [act]="t('account.people.make')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="file.close()"
      >
        <fc-field [label]="t('account.person.name')">
          <input fcInput type="text" autocomplete="off" [formField]="form.name" />
        </fc-field>
        <fc-field [label]="t('account.person.name-zh')" optional>
          <input fcInput type="text" autocomplete="off" lang="zh" [formField]="form.nameZh" />
        </fc-field>
        <fc-field [label]="t('account.person.position')" optional>
          <input fcInput type="text" autocomplete="off" [formField]="form.position" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class NewPersonForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  protected readonly file = inject(AccountFile);

  private readonly entry = signal({ name: '', nameZh: '', position: '' });
  /** Of one person: another one is another making. */
  private readonly key = linkedSignal({ source: this.entry, computation: () => uuid() });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 200);
    maxLength(path.nameZh, 200);
    maxLength(path.position, 200);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ name, nameZh, position }) => {
    const person = { name, nameZh: nameZh.trim() || null, position };
    const { id } = await this.client.addPerson(this.file.id(), person, this.key());
    this.toasts.show({ text: 'account.people.made', values: { name: this.nameOf(person) } });
    this.file.changed();
    this.file.task.set({ of: 'person', personId: id });
  });
}
