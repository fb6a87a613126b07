import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import type { DepartmentEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { TeamSelect } from '../pick/team-select.js';
import { StaffClient } from '../staff-client.js';
import { Undoable } from '../undoable.js';
import { emptyPerson, PersonFields, personRules, type PersonEntry, writtenPerson } from './person-fields.js';

/** Somebody new, in a team from their first day on. */
@Component({
  selector: 'fc-hire-form',
  imports: [DayInput, Field, FormField, Panel, PanelForm, PersonFields, TeamSelect],
  template: `
    <fc-panel [heading]="t('organisation.staff.new')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('organisation.staff.add')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-person-fields [form]="form" />
        <fc-field optional [label]="t('organisation.staff.team')">
          <fc-team-select
            [departments]="departments()"
            [none]="t('organisation.staff.no-team')"
            [formField]="form.teamId"
          />
        </fc-field>
        @if (form.teamId().value()) {
          <fc-field optional [label]="t('organisation.staff.first-day')" [hint]="t('organisation.from-hint')">
            <fc-day [formField]="form.from" />
          </fc-field>
        }
      </fc-panel-form>
    </fc-panel>
  `,
})
export class HireForm {
  protected readonly t = injectTexts();
  private readonly client = inject(StaffClient);
  private readonly undoable = inject(Undoable);
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();
  readonly opened = output<string>();

  private readonly entry = signal<PersonEntry & { teamId: string; from: string | null }>({
    ...emptyPerson,
    teamId: '',
    from: inject(Formats).today(),
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => personRules(path));
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const { teamId, from } = entry;
    const acting = this.client.hire({ ...writtenPerson(entry), teamId: teamId || null, from: teamId ? from : null });
    const values = { name: entry.name };
    await this.undoable.does(acting, 'organisation.done.hired', values, this.changed());
    this.opened.emit((await acting).id);
  });
}
