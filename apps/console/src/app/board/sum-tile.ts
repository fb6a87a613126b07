import { Component, computed, inject, input, output } from '@angular/core';
import { minimumContacts } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';

/** One figure of all departments, as the ratio of sums, and of what it is. Opens the receipts. */
@Component({
  selector: 'fc-sum-tile',
  template: `
    <button type="button" class="card" [class.stale]="isStale()" (click)="receipts.emit()">
      <span class="head">
        <span>{{ name() }}</span>
        <b>{{ format.countOver(sum().numerator, sum().denominator) }}</b>
        @if (rate(); as shown) {
          <span class="quiet">{{ shown }}</span>
        }
      </span>
      <span class="small quiet">{{ sum().denominator === 0 ? none() : note() }}</span>
    </button>
  `,
  styleUrl: './sum-tile.css',
})
export class SumTile {
  protected readonly format = inject(Formats);
  readonly name = input.required<string>();
  readonly sum = input.required<{ numerator: number; denominator: number }>();
  /** Of what, and when; and what to say where there is nothing. */
  readonly note = input.required<string>();
  readonly none = input.required<string>();
  readonly isStale = input(false, { alias: 'stale' });
  readonly receipts = output();

  /** Of too few there is no rate, only how many. */
  protected readonly rate = computed(() => {
    const { numerator, denominator } = this.sum();
    return denominator >= minimumContacts ? this.format.rate(numerator / denominator) : null;
  });
}
