import { Component, computed, input, output } from '@angular/core';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { linesIn } from './lines-in.js';

const mostLinesShown = 8;

/** Several words, each on a line of its own: a word may hold commas and spaces. */
@Component({
  selector: 'fc-words-input',
  imports: [Field, PlainInput],
  template: `
    <fc-field optional [label]="label()" [hint]="t('mapping.words-hint')">
      <textarea
        fcPlainInput
        autocomplete="off"
        spellcheck="false"
        #box
        [rows]="lines()"
        [value]="text()"
        (change)="changed.emit(take(box.value))"
      ></textarea>
    </fc-field>
  `,
})
export class WordsInput {
  protected readonly t = injectTexts();
  readonly label = input.required<string>();
  readonly words = input.required<readonly string[]>();
  readonly changed = output<string[]>();
  protected readonly text = computed(() => this.words().join('\n'));
  /** With room for one more. */
  protected readonly lines = computed(() => Math.min(this.words().length + 1, mostLinesShown));
  protected readonly take = linesIn;
}
