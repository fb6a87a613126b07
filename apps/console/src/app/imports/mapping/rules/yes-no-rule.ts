import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, wordsOf } from '../definition.js';
import { Rule } from './rule.js';
import { WordsInput } from './words-input.js';

/** Which words mean yes, which no. */
@Component({
  selector: 'fc-yes-no-rule',
  imports: [Field, PlainInput, WordsInput],
  template: `
    <fc-words-input [label]="t('mapping.yes-no.yes')" [words]="yes()" (changed)="set(['yes'], $event)" />
    <fc-words-input [label]="t('mapping.yes-no.no')" [words]="no()" (changed)="set(['no'], $event)" />
    <fc-field [label]="t('mapping.choice.others')">
      <select fcPlainInput #rest (change)="set(['otherwise'], rest.value)">
        <option value="" [selected]="text('otherwise') === ''">{{ t('mapping.refused') }}</option>
        <option value="yes" [selected]="text('otherwise') === 'yes'">{{ t('mapping.yes') }}</option>
        <option value="no" [selected]="text('otherwise') === 'no'">{{ t('mapping.no') }}</option>
      </select>
    </fc-field>
  `,
})
export class YesNoRule extends Rule {
  protected readonly yes = computed(() => wordsOf(at(this.source(), ['yes'])));
  protected readonly no = computed(() => wordsOf(at(this.source(), ['no'])));
}
