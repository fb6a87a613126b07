import { Component, computed, inject, input, model, output } from '@angular/core';
import { FORM_FIELD, type FormValueControl } from '@angular/forms/signals';
import type { DepartmentEntry } from '@forecall/contracts';
import { Field } from '../../ui/field/field.js';
import { injectUnitName } from '../dated/unit-name.js';

/** One of the teams, under their departments. Stands in an `fc-field`; the value is an id, or empty. */
@Component({
  selector: 'fc-team-select',
  template: `
    <select
      #box
      class="input"
      [id]="field.controlId"
      [attr.aria-invalid]="field.shownError() ? true : null"
      [attr.aria-describedby]="field.describedBy()"
      (change)="value.set(box.value)"
      (blur)="touch.emit()"
    >
      <option value="" [selected]="value() === ''">{{ none() }}</option>
      @for (group of groups(); track group.id) {
        <optgroup [label]="nameOf(group)">
          @for (team of group.teams; track team.id) {
            <option [value]="team.id" [selected]="team.id === value()">{{ nameOf(team) }}</option>
          }
        </optgroup>
      }
    </select>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class TeamSelect implements FormValueControl<string> {
  protected readonly nameOf = injectUnitName();
  protected readonly field = inject(Field);
  readonly value = model('');
  readonly touch = output();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  /** Left out: the team that is closing. */
  readonly without = input<string>();
  /** What stands for none: "Choose a team". */
  readonly none = input.required<string>();

  protected readonly groups = computed(() =>
    this.departments()
      .map((department) => ({ ...department, teams: department.teams.filter(({ id }) => id !== this.without()) }))
      .filter(({ teams }) => teams.length > 0),
  );

  constructor() {
    this.field.formField.set(inject(FORM_FIELD, { optional: true, self: true }));
  }
}
