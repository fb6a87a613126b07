import { Component, computed, input, output } from '@angular/core';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';

/** Several words in one box, with commas between them. */
@Component({
  selector: 'fc-words-input',
  imports: [Field, PlainInput],
  template: `
    <fc-field optional [label]="label()" [hint]="t('mapping.words-hint')">
      <input fcPlainInput type="text" autocomplete="off" #box [value]="text()" (change)="take(box.value)" />
    </fc-field>
  `,
})
export class WordsInput {
  protected readonly t = injectTexts();
  readonly label = input.required<string>();
  readonly words = input.required<readonly string[]>();
  readonly changed = output<string[]>();
  protected readonly text = computed(() => this.words().join(', '));

  protected take(text: string): void {
    const words = text.split(',').map((word) => word.trim());
    this.changed.emit([...new Set(words.filter((word) => word !== ''))]);
  }
}
