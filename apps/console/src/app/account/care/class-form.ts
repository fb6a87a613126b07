import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { type CareClass, careClasses } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

/** In place of a class: no key account any more. */
const none = 'none';

/** Classes the account, from a day on, with the reason that is kept. */
@Component({
  selector: 'fc-class-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('account.class.act')" [isDirty]="form().dirty()" (closed)="file.close()">
      <fc-panel-form
        [act]="t('account.class.save')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="file.close()"
      >
        <fc-field [label]="t('account.class.label')" [hint]="hint()">
          <select fcInput [formField]="form.class">
            <option value="">{{ t('account.class.choose') }}</option>
            @for (one of classes(); track one) {
              <option [value]="one">{{ t('desk.class.' + one) }}</option>
            }
            @if (present() !== null) {
              <option [value]="none">{{ t('account.class.no-more') }}</option>
            }
          </select>
        </fc-field>
        <fc-field [label]="t('account.from')" [hint]="t('account.from-hint')" optional>
          <fc-day [formField]="form.from" />
        </fc-field>
        <fc-field [label]="t('account.why')" [hint]="t('account.why-hint')">
          <textarea fcInput rows="3" [formField]="form.why"></textarea>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class ClassForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(AccountClient);
  private readonly toasts = inject(Toasts);
  protected readonly file = inject(AccountFile);

  protected readonly none = none;
  protected readonly present = computed(() => this.file.account()?.careClass ?? null);
  protected readonly classes = computed(() => careClasses.filter((one) => one !== this.present()));
  private readonly entry = signal<{ class: string; from: string | null; why: string }>({
    class: '',
    from: this.format.today(),
    why: '',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.class);
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly hint = computed(() => {
    const chosen = this.entry().class;
    return chosen === '' || chosen === none ? '' : this.t(`desk.strategy.${chosen}`);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ class: chosen, from, why }) => {
    const account = this.file.account();
    if (!account) return;
    const wanted = chosen === none ? null : (chosen as CareClass);
    const acted = await this.client.setClass(account.id, {
      ...{ class: wanted, why },
      ...(from === null || from === this.format.today() ? {} : { from }),
    });
    const name = this.nameOf(account);
    this.toasts.show({
      ...(wanted === null
        ? { text: 'account.class.done-none', values: { name } }
        : { text: 'account.class.done', values: { name, class: this.t(`desk.class.${wanted}`) } }),
      ...this.file.takeBack('class', acted),
    });
    this.file.changed();
    this.file.close();
  });
}
