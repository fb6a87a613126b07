import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { AssignComplaints, ComplaintBrief, ComplaintsAssigned } from '@forecall/contracts';
import { StaffPicker, type PickedStaff } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintsClient } from '../complaints-client.js';

/** One owner for the complaints that are selected. Says which ones were refused, and why; the rest can be undone. */
@Component({
  selector: 'fc-assign-form',
  imports: [Field, FormField, Panel, PanelForm, StaffPicker],
  template: `
    <fc-panel [heading]="t('complaints.assign.heading', { count: chosen().length })" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('complaints.assign.act')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('complaints.owner')">
          <fc-staff-picker [formField]="form.owner" />
        </fc-field>
        @if (refused().length > 0) {
          <div role="alert">
            <p>{{ t('complaints.assign.refused', { count: refused().length }) }}</p>
            <ul>
              @for (one of refused(); track one.id) {
                <li>
                  <b>{{ one.number ?? '–' }}</b> {{ t('complaints.assign.why.' + one.code) }}
                </li>
              }
            </ul>
          </div>
        }
      </fc-panel-form>
    </fc-panel>
  `,
})
export class AssignForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintsClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly chosen = input.required<readonly ComplaintBrief[]>();
  readonly closed = output();
  /** Those that could not be assigned stay selected; called after the undoing too. */
  readonly changed = input.required<(refused: readonly string[]) => void>();

  protected readonly refused = signal<ComplaintsAssigned['refused']>([]);
  private readonly entry = signal<{ owner: PickedStaff | null }>({ owner: null });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => required(path.owner));
  protected readonly send = sendsForm(this.form, this.failure, async ({ owner }) => {
    if (!owner) return;
    const told = this.chosen().map(({ id, revision }) => ({ id, revision, ownerId: owner.id }));
    const { assigned, refused } = await this.client.assign(told);
    const changed = this.changed();
    this.refused.set(refused);
    if (assigned.length > 0) {
      const before = assigned.map(({ id, revision, ownerIdBefore }) => ({ id, revision, ownerId: ownerIdBefore }));
      const values = { count: assigned.length, name: owner.name };
      this.toasts.show({ text: 'complaints.assign.done', values, undo: () => this.undo(before, changed) });
    }
    changed(refused.map(({ id }) => id));
    if (refused.length === 0) this.closed.emit();
  });

  private undo(before: AssignComplaints['complaints'], changed: (refused: readonly string[]) => void): Promise<void> {
    return this.faults.heed(this.client.assign(before).then(() => changed([])));
  }
}
