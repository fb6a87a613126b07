import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { at, isRecord } from '../definition.js';
import { Rule } from './rule.js';

/** One part of a cell: parted where this text stands, and which of the parts. */
@Component({
  selector: 'fc-split-fields',
  imports: [Field, PlainInput],
  template: `
    <fc-field optional [label]="t('mapping.split.at')" [hint]="t('mapping.split.hint')">
      <input
        fcPlainInput
        type="text"
        autocomplete="off"
        #sign
        [value]="text('split')"
        (change)="write(sign.value, part())"
      />
    </fc-field>
    @if (text('split') !== '') {
      <fc-field [label]="t('mapping.split.part')" [hint]="t('mapping.split.part-hint')">
        <input
          fcPlainInput
          type="number"
          step="1"
          #which
          [value]="part()"
          (change)="write(text('split'), +which.value || 1)"
        />
      </fc-field>
    }
  `,
  styles: `
    :host(.rule-fields) {
      display: contents;
    }
  `,
})
export class SplitFields extends Rule {
  protected readonly part = computed(() => Number(at(this.source(), ['part']) ?? 1));

  protected write(split: string, part: number): void {
    const { split: _, part: __, ...rest } = isRecord(this.source()) ? (this.source() as Record<string, unknown>) : {};
    this.changed.emit(split === '' ? rest : { ...rest, split, part });
  }
}
