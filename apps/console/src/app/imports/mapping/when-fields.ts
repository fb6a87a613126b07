import { JsonPipe } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { at, put, type Definition } from './definition.js';
import { conditionOf, whenOf } from './parts.js';
import { ColumnSelect } from './rules/column-select.js';
import { WordsInput } from './rules/words-input.js';
import type { Part } from './targets.js';

/** Which rows are what the part is, such as contacts. */
@Component({
  selector: 'fc-when-fields',
  imports: [ColumnSelect, JsonPipe, WordsInput],
  template: `
    <b>{{ heading() }}</b>
    @if (when() === undefined) {
      <p class="small quiet">{{ t('mapping.only-as-text') }}</p>
      <pre class="well">{{ condition() | json }}</pre>
    } @else {
      <fc-column-select
        [label]="t('mapping.when.column')"
        [columns]="columns()"
        [value]="when()?.column ?? ''"
        (changed)="take($event)"
      />
      @if (when(); as one) {
        <fc-words-input [label]="t('mapping.when.words')" [words]="one.words" (changed)="write(one.column, $event)" />
      }
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'heading()' },
  styles: `
    :host {
      align-content: start;
      display: grid;
      gap: 8px;
      max-width: 420px;
    }
  `,
})
export class WhenFields {
  protected readonly t = injectTexts();
  readonly part = input.required<Part>();
  readonly definition = input.required<Definition>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly changed = output<Definition>();
  protected readonly heading = computed(() => this.t(`mapping.when.heading.${this.part()}`));
  protected readonly condition = computed(() => at(this.definition(), [this.part(), 'when']));
  protected readonly when = computed(() => whenOf(this.condition()));

  protected take(name: string): void {
    const column = this.columns().find((one) => one.name === name);
    this.write(name, column?.yesWords.slice(0, 1) ?? []);
  }

  protected write(column: string, words: readonly string[]): void {
    const condition = conditionOf({ column, words: words.length > 0 ? words : [''] });
    this.changed.emit(put(this.definition(), [this.part(), 'when'], condition));
  }
}
