import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, wordsOf } from '../definition.js';
import { ColumnSelect } from './column-select.js';
import { Rule } from './rule.js';
import { SplitFields } from './split-fields.js';

/** A text of one column, of a part of it, or of several joined. */
@Component({
  selector: 'fc-text-rule',
  imports: [ColumnSelect, Field, PlainInput, SplitFields],
  template: `
    <details [open]="isMore()">
      <summary class="small quiet">{{ t('mapping.text.more') }}</summary>
      <div class="rule-fields">
        @if (joined().length === 0) {
          <fc-split-fields
            [source]="source()"
            [column]="column()"
            [columns]="columns()"
            (changed)="changed.emit($event)"
          />
          <fc-field optional [label]="t('mapping.text.case')">
            <select fcPlainInput #letters (change)="set(['case'], letters.value)">
              <option value="" [selected]="text('case') === ''">{{ t('mapping.text.as-written') }}</option>
              <option value="lower" [selected]="text('case') === 'lower'">{{ t('mapping.text.lower') }}</option>
              <option value="upper" [selected]="text('case') === 'upper'">{{ t('mapping.text.upper') }}</option>
            </select>
          </fc-field>
        } @else {
          <p class="row wrap small">
            {{ joined().join(' + ') }}
            <button type="button" class="button small" (click)="alone()">{{ t('mapping.text.alone') }}</button>
          </p>
          <fc-field [label]="t('mapping.text.join')">
            <input
              fcPlainInput
              type="text"
              autocomplete="off"
              #sign
              [value]="text('join')"
              (change)="write(joined(), sign.value)"
            />
          </fc-field>
        }
        <fc-column-select [label]="t('mapping.text.and')" [columns]="columns()" (changed)="and($event)" />
      </div>
    </details>
  `,
})
export class TextRule extends Rule {
  protected readonly joined = computed(() => wordsOf(at(this.source(), ['columns'])));

  /** Its cell is not taken as it is. */
  protected readonly isMore = computed(
    () => this.joined().length > 0 || this.text('split') !== '' || this.text('case') !== '',
  );

  protected and(column: string): void {
    if (column === '') return;
    const before = this.joined().length > 0 ? this.joined() : [this.column().name];
    this.write([...before, column], this.joined().length > 0 ? this.text('join') : ' ');
  }

  protected write(columns: readonly string[], join: string): void {
    this.changed.emit({ columns: [...columns], join });
  }

  protected alone(): void {
    this.changed.emit({ column: this.column().name });
  }
}
