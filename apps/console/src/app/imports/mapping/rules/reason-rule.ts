import { Component, computed } from '@angular/core';
import { at, wordsOf } from '../definition.js';
import { ColumnSelect } from './column-select.js';
import { Rule } from './rule.js';
import { WordsInput } from './words-input.js';

const mostLevels = 3;

/** The columns of a reason from the widest to the narrowest; new ones are made. */
@Component({
  selector: 'fc-reason-rule',
  imports: [ColumnSelect, WordsInput],
  template: `
    <p class="small quiet">{{ t('mapping.reason.made') }}</p>
    @for (level of narrower(); track $index) {
      <fc-column-select
        [label]="t('mapping.reason.narrower')"
        [columns]="columns()"
        [value]="level"
        (changed)="take($index + 1, $event)"
      />
    }
    <fc-words-input [label]="t('mapping.reason.none')" [words]="none()" (changed)="set(['none'], $event)" />
  `,
})
export class ReasonRule extends Rule {
  private readonly levels = computed(() => wordsOf(at(this.source(), ['columns'])));
  /** The last one is for another to be chosen. */
  protected readonly narrower = computed(() => [...this.levels().slice(1), ''].slice(0, mostLevels - 1));
  protected readonly none = computed(() => wordsOf(at(this.source(), ['none'])));

  protected take(place: number, column: string): void {
    const levels = [...this.levels()];
    levels[place] = column;
    this.set(
      ['columns'],
      levels.filter((level) => level !== ''),
    );
  }
}
