import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { DepartmentEntry, OpenedPhoneLine } from '@forecall/contracts';
import { injectUnitName } from '../organisation/index.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { PhoneLinesClient } from './phone-lines-client.js';

/** An address to which one telephone system tells of its calls. */
@Component({
  selector: 'fc-phone-line-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('phone-lines.new')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('phone-lines.open')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('phone-lines.name')">
          <input fcInput type="text" autocomplete="off" [formField]="form.name" />
        </fc-field>
        <fc-field [label]="t('phone-lines.department')" [hint]="t('phone-lines.department-hint')">
          <select fcInput [formField]="form.departmentId">
            <option value=""></option>
            @for (department of departments(); track department.id) {
              <option [value]="department.id">{{ unitName(department) }}</option>
            }
          </select>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class PhoneLineForm {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(PhoneLinesClient);
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  readonly opened = output<OpenedPhoneLine>();

  private readonly entry = signal({ name: '', departmentId: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 80);
    required(path.departmentId);
  });
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    this.opened.emit(await this.client.open(entry));
  });
}
