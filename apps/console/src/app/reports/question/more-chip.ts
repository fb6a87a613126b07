import { Component, computed, input, output } from '@angular/core';
import type { AttributeInUse } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import type { Asked } from './asked.js';
import { DimensionChip } from './dimension-chip.js';

/** What is seldom asked otherwise: which moment counts, the threshold of the service levels, capitals, the spread. */
@Component({
  selector: 'fc-more-chip',
  imports: [DimensionChip, Field, Inside, PlainInput, PopoverChip],
  template: `
    <fc-dimension-chip
      [label]="t('reports.spread')"
      [value]="asked().spread"
      [metrics]="asked().metrics.slice(0, 1)"
      [attributes]="attributes()"
      (chosen)="spread($event)"
    />
    <fc-popover-chip [name]="t('reports.more')" [word]="word()">
      <ng-template fcInside>
        <div class="fields">
          <fc-field [label]="t('reports.clock')">
            <select
              fcPlainInput
              [value]="asked().clock"
              (change)="set({ clock: value($event) === 'end' ? 'end' : 'arrival' })"
            >
              <option value="end" [selected]="asked().clock === 'end'">{{ t('reports.clock-end') }}</option>
              <option value="arrival" [selected]="asked().clock === 'arrival'">{{ t('reports.clock-arrival') }}</option>
            </select>
          </fc-field>
          <fc-field [label]="t('reports.threshold')" [hint]="t('reports.threshold-hint')">
            <input
              fcPlainInput
              type="number"
              min="1"
              max="3600"
              [value]="asked().threshold"
              (change)="threshold(value($event))"
            />
          </fc-field>
          <fc-field [label]="t('reports.letters')" [hint]="t('reports.letters-hint')">
            <select fcPlainInput (change)="set({ letters: value($event) === 'small' ? 'small' : 'as-recorded' })">
              <option value="as-recorded" [selected]="asked().letters === 'as-recorded'">
                {{ t('reports.letters-as-recorded') }}
              </option>
              <option value="small" [selected]="asked().letters === 'small'">{{ t('reports.letters-small') }}</option>
            </select>
          </fc-field>
        </div>
      </ng-template>
    </fc-popover-chip>
  `,
  styles: `
    :host {
      display: contents;
    }
    .fields {
      display: grid;
      gap: 12px;
      padding: 6px 4px;
    }
  `,
})
export class MoreChip {
  protected readonly t = injectTexts();
  readonly asked = input.required<Asked>();
  readonly attributes = input.required<readonly AttributeInUse[]>();
  readonly changed = output<Partial<Asked>>();

  protected readonly word = computed(() => {
    const { clock, threshold, letters } = this.asked();
    return clock === 'end' && threshold === 20 && letters === 'as-recorded'
      ? this.t('reports.as-usual')
      : this.t('reports.not-as-usual');
  });

  protected value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

  protected set(change: Partial<Asked>): void {
    this.changed.emit(change);
  }

  protected spread(dimension: string | null): void {
    this.set({ spread: dimension ?? undefined });
  }

  /** What is no whole number of seconds is not taken. */
  protected threshold(text: string): void {
    const threshold = Number(text);
    if (Number.isInteger(threshold) && threshold >= 1 && threshold <= 3600) this.set({ threshold });
  }
}
