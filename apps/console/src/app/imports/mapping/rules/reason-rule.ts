import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, isRecord, wordsOf } from '../definition.js';
import { ColumnSelect } from './column-select.js';
import { Rule } from './rule.js';
import { WordsInput } from './words-input.js';

const mostLevels = 3;

/** The columns of a reason from the widest to the narrowest; new ones are made. */
@Component({
  selector: 'fc-reason-rule',
  imports: [ColumnSelect, Field, PlainInput, WordsInput],
  template: `
    <p class="small quiet">{{ t('mapping.reason.made') }}</p>
    @if (text('split') === '') {
      @for (level of narrower(); track $index) {
        <fc-column-select
          [label]="t('mapping.reason.narrower')"
          [columns]="columns()"
          [value]="level"
          (changed)="take($index + 1, $event)"
        />
      }
    }
    @if (levels().length < 2) {
      <fc-field optional [label]="t('mapping.split.at')" [hint]="t('mapping.reason.split')">
        <input
          fcPlainInput
          type="text"
          autocomplete="off"
          #sign
          [value]="text('split')"
          (change)="partAt(sign.value)"
        />
      </fc-field>
    }
    <fc-words-input [label]="t('mapping.reason.none')" [words]="none()" (changed)="set(['none'], $event)" />
  `,
})
export class ReasonRule extends Rule {
  protected readonly levels = computed(() => wordsOf(at(this.source(), ['columns'])));
  /** The last one is for another to be chosen. */
  protected readonly narrower = computed(() => [...this.levels().slice(1), ''].slice(0, mostLevels - 1));
  protected readonly none = computed(() => wordsOf(at(this.source(), ['none'])));

  protected partAt(split: string): void {
    const { split: _, ...rest } = isRecord(this.source()) ? (this.source() as Record<string, unknown>) : {};
    this.changed.emit(split === '' ? rest : { ...rest, split });
  }

  protected take(place: number, column: string): void {
    const levels = [...this.levels()];
    levels[place] = column;
    this.set(
      ['columns'],
      levels.filter((level) => level !== ''),
    );
  }
}
