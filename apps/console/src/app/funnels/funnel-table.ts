import { Component, computed, inject, input, model } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Cell, type Column, Table } from '../ui/table/table.js';
import type { KeyedUnit } from './funnel-rows.js';
import { type FunnelWords, rateOrNone } from './funnel-words.js';

const number = { isNumber: true, isTight: true };

/** The numbers of a funnel by name. It sorts by nothing else: this is no table of who is best. */
@Component({
  selector: 'fc-funnel-table',
  imports: [Cell, Table],
  template: `
    <fc-table [label]="label()" [columns]="columns()" [rows]="units()" [rowId]="keyOf">
      <ng-template fcCell="name" [fcCellOf]="units()" let-unit>
        <button
          type="button"
          class="link-button"
          [attr.aria-pressed]="unit.key === chosen()"
          (click)="chosen.set(unit.key)"
        >
          {{ words().name(unit) }}
        </button>
      </ng-template>
    </fc-table>
  `,
})
export class FunnelTable {
  private readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly label = input.required<string>();
  /** In the order in which they are to stand. */
  readonly units = input.required<readonly KeyedUnit[]>();
  readonly words = input.required<FunnelWords>();
  /** "answers" */
  readonly below = input.required<string>();
  /** The key of the one that is spoken of beside the table. */
  readonly chosen = model<string | null>(null);

  protected readonly keyOf = ({ key }: KeyedUnit): string => key;
  protected readonly columns = computed((): Column<KeyedUnit>[] => {
    const words = this.words();
    const isAlike = this.units().some(({ alike }) => alike !== null);
    const interval = (of: { low: number; high: number } | null | undefined) =>
      of ? this.format.interval(of.low, of.high) : '–';
    return [
      { id: 'name', label: this.t('funnels.csv.name'), isTight: true },
      { id: 'counts', label: this.below(), ...number, text: ({ numerator, n }) => this.format.countOver(numerator, n) },
      {
        // A narrow table has room for the counts, which tell it too, and for what is said of them.
        ...{ id: 'raw', label: this.t('funnels.csv.raw'), ...number, isWideOnly: true },
        text: ({ raw }) => rateOrNone(this.format, raw),
      },
      {
        ...{ id: 'interval', label: this.t('funnels.csv.interval'), ...number, isWideOnly: true },
        text: (unit) => interval(unit.interval),
      },
      ...(isAlike ? this.alike() : []),
      {
        ...{ id: 'shrunk', label: this.t('funnels.csv.shrunk'), ...number, isWideOnly: true },
        text: ({ shrunk }) => rateOrNone(this.format, shrunk?.value),
      },
      {
        ...{ id: 'limits', label: this.t('funnels.csv.limits'), ...number, isWideOnly: true },
        text: ({ limits }) => interval(limits?.outer),
      },
      { id: 'standing', label: this.t('funnels.csv.standing'), isTight: true, text: (unit) => words.standing(unit) },
    ];
  });

  private alike(): Column<KeyedUnit>[] {
    return [
      {
        ...{ id: 'expected', label: this.t('funnels.csv.expected'), ...number, isWideOnly: true },
        text: ({ alike }) => (alike ? this.words().expected(alike.expected) : '–'),
      },
      {
        ...{ id: 'alike', label: this.t('funnels.csv.alike'), ...number, isWideOnly: true },
        text: ({ alike }) => rateOrNone(this.format, alike?.rate),
      },
    ];
  }
}
