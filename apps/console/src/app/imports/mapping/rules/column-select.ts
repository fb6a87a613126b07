import { Component, computed, input, output } from '@angular/core';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';

/** One of the file's columns, or none. */
@Component({
  selector: 'fc-column-select',
  imports: [Field, PlainInput],
  template: `
    <fc-field optional [label]="label()">
      <select fcPlainInput #box (change)="changed.emit(box.value)">
        <option value="" [selected]="value() === ''">{{ t('mapping.no-column') }}</option>
        @for (column of offered(); track column) {
          <option [value]="column" [selected]="column === value()">{{ column }}</option>
        }
      </select>
    </fc-field>
  `,
})
export class ColumnSelect {
  protected readonly t = injectTexts();
  readonly label = input.required<string>();
  readonly columns = input.required<readonly { readonly name: string }[]>();
  readonly value = input('');
  /** The empty text: none. */
  readonly changed = output<string>();
  /** A preset may name a column that this file lacks. */
  protected readonly offered = computed(() => {
    const names = this.columns().map(({ name }) => name);
    return this.value() === '' || names.includes(this.value()) ? names : [...names, this.value()];
  });
}
