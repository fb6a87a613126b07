import { Component, computed, input, output } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, wordsOf } from '../definition.js';
import { Rule } from './rule.js';
import { WordsInput } from './words-input.js';

const kinds = ['text', 'number', 'date', 'yes-no'] as const;

/** What an attribute is called, and as what it is kept. */
@Component({
  selector: 'fc-attribute-rule',
  imports: [Field, PlainInput, WordsInput],
  template: `
    <fc-field [label]="t('mapping.attribute.name')">
      <input
        fcPlainInput
        type="text"
        autocomplete="off"
        maxlength="80"
        #called
        [value]="name()"
        (change)="renamed.emit(called.value.trim())"
      />
    </fc-field>
    <fc-field [label]="t('mapping.attribute.as')">
      <select fcPlainInput #kind (change)="take(kind.value)">
        @for (one of kinds; track one) {
          <option [value]="one" [selected]="one === keptAs()">{{ t('mapping.attribute.kind.' + one) }}</option>
        }
      </select>
    </fc-field>
    @if (keptAs() === 'date') {
      <fc-field [label]="t('mapping.moment.format')" [hint]="t('mapping.moment.format-hint')">
        <input
          fcPlainInput
          type="text"
          autocomplete="off"
          spellcheck="false"
          #format
          [value]="text('format')"
          (change)="set(['format'], format.value)"
        />
      </fc-field>
    }
    @if (keptAs() === 'yes-no') {
      <fc-words-input [label]="t('mapping.yes-no.yes')" [words]="words('yes')" (changed)="set(['yes'], $event)" />
      <fc-words-input [label]="t('mapping.yes-no.no')" [words]="words('no')" (changed)="set(['no'], $event)" />
    }
  `,
})
export class AttributeRule extends Rule {
  protected readonly kinds = kinds;
  readonly name = input.required<string>();
  readonly renamed = output<string>();
  protected readonly keptAs = computed(() => this.text('as') || 'text');

  protected words(which: string): readonly string[] {
    return wordsOf(at(this.source(), [which]));
  }

  protected take(as: string): void {
    const { name, momentFormats, yesWords, noWords } = this.column();
    const more =
      as === 'date'
        ? { format: momentFormats[0] ?? 'YYYY-MM-DD' }
        : as === 'yes-no'
          ? { yes: yesWords, no: noWords }
          : {};
    this.changed.emit({ column: name, as, ...more });
  }
}
