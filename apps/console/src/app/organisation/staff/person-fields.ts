import { Component, computed, input } from '@angular/core';
import { email, FormField, maxLength, required, type FieldTree, type SchemaPathTree } from '@angular/forms/signals';
import type { StaffFile } from '@forecall/contracts';
import { zonesFor } from '../../platform/format/zones.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';

export interface PersonEntry {
  name: string;
  externalId: string;
  email: string;
  zone: string;
  extension: string;
}

export const emptyPerson: PersonEntry = { name: '', externalId: '', email: '', zone: '', extension: '' };

export const entryOf = ({ name, externalId, email, zone, extension }: StaffFile): PersonEntry => ({
  name,
  externalId: externalId ?? '',
  email: email ?? '',
  zone: zone ?? '',
  extension: extension ?? '',
});

/** What the API takes: what was left empty is none. */
export const writtenPerson = ({ name, externalId, email, zone, extension }: PersonEntry) => ({
  name,
  externalId: externalId || null,
  email: email || null,
  zone: zone || null,
  extension: extension || null,
});

export function personRules(path: SchemaPathTree<PersonEntry>): void {
  required(path.name);
  maxLength(path.name, 120);
  maxLength(path.externalId, 60);
  email(path.email);
  maxLength(path.extension, 40);
}

/** The fields of a person, for somebody new and for a change. */
@Component({
  selector: 'fc-person-fields',
  imports: [Field, FormField, Input],
  template: `
    <fc-field [label]="t('organisation.staff.name')">
      <input fcInput type="text" autocomplete="off" [formField]="form().name" />
    </fc-field>
    <fc-field optional [label]="t('organisation.staff.number')">
      <input fcInput type="text" autocomplete="off" [formField]="form().externalId" />
    </fc-field>
    <fc-field optional [label]="t('organisation.staff.email')">
      <input fcInput type="email" autocomplete="off" [formField]="form().email" />
    </fc-field>
    <fc-field optional [label]="t('organisation.staff.extension')" [hint]="t('organisation.staff.extension-hint')">
      <input fcInput type="text" autocomplete="off" [formField]="form().extension" />
    </fc-field>
    <fc-field optional [label]="t('organisation.staff.zone')" [hint]="t('organisation.staff.zone-hint')">
      <select fcInput [formField]="form().zone">
        <option value="">{{ t('organisation.staff.zone-own') }}</option>
        @for (zone of zones(); track zone) {
          <option [value]="zone">{{ zone }}</option>
        }
      </select>
    </fc-field>
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
  `,
})
export class PersonFields {
  protected readonly t = injectTexts();
  readonly form = input.required<{ readonly [Name in keyof PersonEntry]: FieldTree<string> }>();
  protected readonly zones = computed(() => zonesFor(this.form().zone().value()));
}
