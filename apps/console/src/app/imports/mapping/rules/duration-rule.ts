import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at } from '../definition.js';
import { Rule } from './rule.js';

const forms = ['seconds', 'milliseconds', 'minutes', 'hours', 'days', 'h:m:s', 'm:s', 'h:m', 'worded'];

/** How a column writes a duration. */
@Component({
  selector: 'fc-duration-rule',
  imports: [Field, PlainInput],
  template: `
    <fc-field [label]="t('mapping.duration.as')">
      <select fcPlainInput #form (change)="set(['as'], form.value)">
        @for (one of forms; track one) {
          <option [value]="one" [selected]="one === text('as')">{{ t('mapping.duration.form.' + one) }}</option>
        }
      </select>
    </fc-field>
    <fc-field [label]="t('mapping.duration.negative')">
      <select fcPlainInput #below (change)="set(['negative'], below.value)">
        <option value="refuse" [selected]="text('negative') !== 'missing'">{{ t('mapping.refused') }}</option>
        <option value="missing" [selected]="text('negative') === 'missing'">{{ t('mapping.is-blank') }}</option>
      </select>
    </fc-field>
    <label class="row">
      <input type="checkbox" #round [checked]="isRounded()" (change)="set(['round'], round.checked || '')" />
      {{ t('mapping.duration.round') }}
    </label>
  `,
})
export class DurationRule extends Rule {
  protected readonly forms = forms;
  protected readonly isRounded = computed(() => at(this.source(), ['round']) === true);
}
