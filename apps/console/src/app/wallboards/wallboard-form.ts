import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type BoardWindow, boardWindows } from '@forecall/domain';
import type { DepartmentEntry, LocaleName, OpenedWallboard } from '@forecall/contracts';
import { injectUnitName } from '../organisation/index.js';
import { Locale, localeNames } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { WallboardsClient } from './wallboards-client.js';

/** A link for one big screen: where it hangs, what it shows, in which language. */
@Component({
  selector: 'fc-wallboard-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('wallboards.new')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('wallboards.open')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('wallboards.name')" [hint]="t('wallboards.name-hint')">
          <input fcInput type="text" autocomplete="off" [formField]="form.name" />
        </fc-field>
        <fc-field [label]="t('wallboards.shows')">
          <select fcInput [formField]="form.departmentId">
            <option value="">{{ t('wallboards.all') }}</option>
            @for (department of departments(); track department.id) {
              <option [value]="department.id">{{ unitName(department) }}</option>
            }
          </select>
        </fc-field>
        <fc-field [label]="t('wallboards.period')" [hint]="t('wallboards.period-hint')">
          <select fcInput [formField]="form.period">
            @for (period of periods; track period) {
              <option [value]="period">{{ t('wallboards.periods.' + period) }}</option>
            }
          </select>
        </fc-field>
        <fc-field [label]="t('wallboards.locale')">
          <select fcInput [formField]="form.locale">
            @for (locale of locales; track locale) {
              <option [value]="locale">{{ t('locale.' + locale) }}</option>
            }
          </select>
        </fc-field>
        <p class="small quiet">{{ t('wallboards.note') }}</p>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class WallboardForm {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(WallboardsClient);
  protected readonly locales = localeNames;
  protected readonly periods = boardWindows;
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  readonly opened = output<OpenedWallboard>();

  private readonly entry = signal<{ name: string; departmentId: string; period: BoardWindow; locale: LocaleName }>({
    name: '',
    departmentId: '',
    period: 'today',
    locale: inject(Locale).name(),
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 80);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ name, departmentId, period, locale }) => {
    const opened = await this.client.open({ name, departmentId: departmentId || null, locale });
    this.opened.emit({ ...opened, address: `${opened.address}?period=${period}` });
  });
}
