import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import { type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

type To = 'me' | 'somebody' | 'queue';

/** Who sees to it: oneself, somebody else, or whoever takes it from the department's queue. */
@Component({
  selector: 'fc-give-form',
  imports: [Choices, Field, FormField, Input, PanelForm, StaffPicker],
  template: `
    <fc-panel-form
      [act]="t('complaint-page.give.save')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-choices [label]="t('complaint-page.give.to')" [options]="ways()" [formField]="form.to" />
      @if (form.to().value() === 'somebody') {
        <fc-field [label]="t('complaint-page.owner')">
          <fc-staff-picker [formField]="form.owner" [department]="complaint().answerableDepartment.id" />
        </fc-field>
      }
      @if (form.to().value() !== 'me') {
        <fc-field [label]="t('complaint-page.because')">
          <textarea fcInput rows="2" [formField]="form.why"></textarea>
        </fc-field>
      }
    </fc-panel-form>
  `,
})
export class GiveForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly complaint = input.required<ComplaintDetail>();
  /** Reads the page anew; it is called after the undoing, when this is gone. */
  readonly changed = input.required<() => void>();
  readonly cancelled = output();
  readonly given = output();

  private readonly entry = signal({ to: 'me', owner: null as PickedStaff | null, why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly ways = computed(() => {
    const ways: To[] = this.complaint().mayGive ? ['me', 'somebody', 'queue'] : ['me'];
    return ways.map((value, index) => ({
      value,
      label: this.t(`complaint-page.give.${value}`),
      press: String(index + 1),
    }));
  });
  protected readonly form = form(this.entry, (path) => {
    required(path.owner, { when: ({ valueOf }) => valueOf(path.to) === 'somebody' });
    required(path.why, { when: ({ valueOf }) => valueOf(path.to) !== 'me' });
    minLength(path.why, 3);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ to, owner, why }) => {
    const { id, number, revision, owner: before } = this.complaint();
    const own = this.session.me()?.staffId ?? null;
    const ownerId = to === 'me' ? own : to === 'queue' ? null : (owner?.id ?? null);
    const saved = await this.client.give(id, { revision, ownerId, why: to === 'me' ? '' : why });
    const changed = this.changed();
    this.toasts.show({
      text: `complaint-page.done.given-${to}`,
      values: { number, name: owner?.name ?? '' },
      undo: () =>
        this.faults
          .heed(
            this.client.give(id, {
              revision: saved.revision,
              ownerId: before?.id ?? null,
              why: this.t('complaint-page.undone'),
            }),
          )
          .then(() => changed()),
    });
    this.given.emit();
  });
}
