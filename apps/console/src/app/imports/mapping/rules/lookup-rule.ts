import { Component, computed, input } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, wordsOf } from '../definition.js';
import { ColumnSelect } from './column-select.js';
import { Rule } from './rule.js';
import { SplitFields } from './split-fields.js';
import { WordsInput } from './words-input.js';

const ways = ['make', 'refuse', 'leave'] as const;

/** How somebody of the staff, or a customer, is found, and what happens where there is no such. */
@Component({
  selector: 'fc-lookup-rule',
  imports: [ColumnSelect, Field, PlainInput, SplitFields, WordsInput],
  template: `
    <fc-field [label]="t('mapping.lookup.by')">
      <select fcPlainInput #by (change)="set(['by'], by.value)">
        <option value="name" [selected]="text('by') !== 'number'">{{ t('mapping.lookup.name') }}</option>
        <option value="number" [selected]="text('by') === 'number'">{{ t('mapping.lookup.number') }}</option>
      </select>
    </fc-field>
    @if (text('by') === 'number') {
      <fc-column-select
        [label]="t('mapping.lookup.name-column')"
        [columns]="columns()"
        [value]="text('name')"
        (changed)="set(['name'], $event)"
      />
    }
    @if (isAccount()) {
      <fc-field [label]="t('mapping.lookup.missing')">
        <select fcPlainInput #way (change)="set(['missing'], way.value)">
          @for (one of ways; track one) {
            <option [value]="one" [selected]="one === (text('missing') || 'refuse')">
              {{ t('mapping.lookup.' + one) }}
            </option>
          }
        </select>
      </fc-field>
    } @else {
      <p class="small quiet">{{ t('mapping.lookup.made') }}</p>
    }
    <fc-words-input [label]="t('mapping.lookup.none')" [words]="none()" (changed)="set(['none'], $event)" />
    <details [open]="text('split') !== ''">
      <summary class="small quiet">{{ t('mapping.split.heading') }}</summary>
      <div class="rule-fields">
        <fc-split-fields
          [source]="source()"
          [column]="column()"
          [columns]="columns()"
          (changed)="changed.emit($event)"
        />
      </div>
    </details>
  `,
})
export class LookupRule extends Rule {
  protected readonly ways = ways;
  readonly isAccount = input(false);
  protected readonly none = computed(() => wordsOf(at(this.source(), ['none'])));
}
