import { Component, computed, inject, input, output, resource } from '@angular/core';
import { injectUnitName, StaffPicker } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import type { Entry } from './entry.js';

/** Who goes on with it: a person, or a department, where those who lead it say who. */
@Component({
  selector: 'fc-hand-over-fields',
  imports: [Field, Input, StaffPicker],
  template: `
    <fc-field [label]="t('desk.hand-over-to')" [error]="error()">
      <fc-staff-picker
        [value]="entry().handOverTo"
        (valueChange)="edit.emit({ handOverTo: $event, handOverDepartmentId: null })"
      />
    </fc-field>
    <fc-field [label]="t('desk.hand-over-department')">
      <select
        #department
        fcInput
        (change)="edit.emit({ handOverDepartmentId: department.value || null, handOverTo: null })"
      >
        <option value="" [selected]="entry().handOverDepartmentId === null"></option>
        @for (one of departments(); track one.id) {
          <option [value]="one.id" [selected]="one.id === entry().handOverDepartmentId">{{ one.name }}</option>
        }
      </select>
    </fc-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
      gap: 14px 24px;
      padding: 12px 14px;
      border: 1px solid var(--fc-line-strong);
      border-inline-start: 3px solid var(--fc-accent);
      border-radius: var(--fc-radius-card);
    }
  `,
})
export class HandOverFields {
  protected readonly t = injectTexts();
  private readonly unitName = injectUnitName();
  private readonly client = inject(OrganisationClient);
  readonly entry = input.required<Entry>();
  readonly error = input<string>();
  readonly edit = output<Partial<Entry>>();
  private readonly structure = resource({ loader: () => this.client.structure() });
  protected readonly departments = computed(() =>
    (this.structure.hasValue() ? this.structure.value().departments : []).map((department) => ({
      id: department.id,
      name: this.unitName(department),
    })),
  );
}
