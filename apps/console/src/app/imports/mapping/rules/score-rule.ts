import { Component, computed, input } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { sourceFrom } from '../defaults.js';
import { at, columnsIn } from '../definition.js';
import { targets } from '../targets.js';
import { ColumnSelect } from './column-select.js';
import { MomentRule } from './moment-rule.js';
import { Rule } from './rule.js';

const anyMoment = targets.find(({ kind }) => kind === 'moment');

/** An answer's scale, what words count, and the columns of its comment and of its day. */
@Component({
  selector: 'fc-score-rule',
  imports: [ColumnSelect, Field, MomentRule, PlainInput],
  template: `
    <fc-field [label]="t('mapping.score.scale')">
      <select fcPlainInput #scale (change)="set(['scale'], +scale.value)">
        @for (one of scales; track one) {
          <option [value]="one" [selected]="one === scaleNow()">
            {{ one === 11 ? t('mapping.score.zero-to-ten') : t('mapping.score.one-to', { highest: one }) }}
          </option>
        }
      </select>
    </fc-field>
    @for (word of words(); track word) {
      <fc-field [label]="t('mapping.score.word', { word })">
        <input
          fcPlainInput
          type="number"
          step="1"
          #number
          [value]="scoreOf(word)"
          (change)="set(['score', 'words', word], number.value === '' ? '' : +number.value)"
        />
      </fc-field>
    }
    <fc-column-select
      [label]="t('mapping.score.text')"
      [columns]="columns()"
      [value]="textColumn()"
      (changed)="set(['text'], $event === '' ? '' : { column: $event })"
    />
    <fc-column-select
      [label]="t(needsDay() ? 'mapping.score.at' : 'mapping.score.at-else')"
      [columns]="columns()"
      [value]="dayColumn()?.name ?? ''"
      (changed)="takeDay($event)"
    />
    @if (dayColumn(); as day) {
      <fc-moment-rule
        [source]="day.source"
        [column]="day.column"
        [columns]="columns()"
        (changed)="set(['at'], $event)"
      />
    }
  `,
})
export class ScoreRule extends Rule {
  protected readonly scales = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  /** An answer about a customer as a whole has no contact to take the day from. */
  readonly needsDay = input(false);
  protected readonly scaleNow = computed(() => at(this.source(), ['scale']));
  protected readonly words = computed(() =>
    this.column().words.some(({ word }) => Number.isNaN(Number(word)))
      ? this.column().words.map(({ word }) => word)
      : [],
  );
  protected readonly textColumn = computed(() => columnsIn(at(this.source(), ['text']))[0] ?? '');
  protected readonly dayColumn = computed(() => {
    const source = at(this.source(), ['at']);
    const name = columnsIn(source)[0];
    const column = this.columns().find((one) => one.name === name);
    return column && { name: column.name, column, source };
  });

  protected scoreOf(word: string): string {
    const score = at(this.source(), ['score', 'words', word]);
    return typeof score === 'number' ? String(score) : '';
  }

  protected takeDay(name: string): void {
    const column: ImportColumn | undefined = this.columns().find((one) => one.name === name);
    this.set(['at'], column && anyMoment ? sourceFrom(anyMoment, column) : '');
  }
}
