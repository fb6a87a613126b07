import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

type Part = 'rep' | 'support';

/** Gives the account into somebody's care, or somebody to support it, from a day on. */
@Component({
  selector: 'fc-care-form',
  imports: [Choices, DayInput, Field, FormField, Panel, PanelForm, StaffPicker],
  template: `
    <fc-panel [heading]="t('account.care.heading')" [isDirty]="form().dirty()" (closed)="file.close()">
      <fc-panel-form
        [act]="t('account.care.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="file.close()"
      >
        <fc-choices [label]="t('account.care.as')" [options]="parts()" [formField]="form.part" />
        <fc-field [label]="t('account.care.staff')" [hint]="t('account.care.hint.' + entry().part)">
          <fc-staff-picker [formField]="form.staff" />
        </fc-field>
        <fc-field [label]="t('account.from')" [hint]="t('account.from-hint')" optional>
          <fc-day [formField]="form.from" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class CareForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  protected readonly file = inject(AccountFile);

  protected readonly entry = signal<{ part: Part; staff: PickedStaff | null; from: string | null }>({
    part: 'rep',
    staff: null,
    from: this.format.today(),
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly parts = computed(() =>
    (['rep', 'support'] as const).map((value, index) => ({
      value,
      label: this.t(`account.care.part.${value}`),
      press: String(index + 1),
    })),
  );
  protected readonly form = form(this.entry, (path) => {
    required(path.staff);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ part, staff, from }) => {
    const account = this.file.account();
    if (!account || !staff) return;
    const acted = await this.client.giveCare(account.id, {
      ...{ staffId: staff.id, part },
      ...(from === null || from === this.format.today() ? {} : { from }),
    });
    const values = { name: staff.name, account: this.nameOf(account) };
    this.toasts.show({ text: `account.care.done-${part}`, values, ...this.file.takeBack('care', acted) });
    this.file.changed();
    this.file.close();
  });
}
