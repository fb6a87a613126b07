import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import { injectUnitName, type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

/** To another department, which answers for the complaint from then on. */
@Component({
  selector: 'fc-hand-over-form',
  imports: [Field, FormField, Input, PanelForm, StaffPicker],
  template: `
    <fc-panel-form
      [act]="t('complaint-page.hand-over.act')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <p class="quiet small">{{ t('complaint-page.hand-over.meaning') }}</p>
      <fc-field [label]="t('complaint-page.hand-over.to')">
        <select fcInput [formField]="form.departmentId">
          <option value=""></option>
          @for (department of departments(); track department.id) {
            <option [value]="department.id">{{ unitName(department) }}</option>
          }
        </select>
      </fc-field>
      <fc-field
        optional
        [label]="t('complaint-page.hand-over.owner')"
        [hint]="t('complaint-page.hand-over.owner-hint')"
      >
        <fc-staff-picker [formField]="form.owner" [department]="form.departmentId().value() || undefined" />
      </fc-field>
      <fc-field [label]="t('complaint-page.because')">
        <textarea fcInput rows="3" [formField]="form.why"></textarea>
      </fc-field>
    </fc-panel-form>
  `,
})
export class HandOverForm {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew; it is called after the undoing, when this is gone. */
  readonly changed = input.required<() => void>();
  readonly cancelled = output();
  readonly handed = output();

  private readonly structure = resource({ loader: () => this.client.departments() });
  protected readonly departments = computed(() =>
    (this.structure.hasValue() ? this.structure.value().departments : []).filter(
      ({ id }) => id !== this.complaint().answerableDepartment.id,
    ),
  );
  private readonly entry = signal({ departmentId: '', owner: null as PickedStaff | null, why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.departmentId);
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ departmentId, owner, why }) => {
    const { id, number, revision } = this.complaint();
    await this.client.handOver(id, { revision, departmentId, ownerId: owner?.id ?? null, why });
    const department = this.departments().find((one) => one.id === departmentId);
    const changed = this.changed();
    this.toasts.show({
      text: 'complaint-page.done.handed-over',
      values: { number, department: department ? this.unitName(department) : '' },
      undo: () => this.faults.heed(this.client.withdrawHandover(id)).then(() => changed()),
    });
    this.handed.emit();
  });
}
