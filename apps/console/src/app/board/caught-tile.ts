import { Component, computed, inject, input, output } from '@angular/core';
import { minimumContacts } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';

/** The mission in one line: of the problems at key accounts, those that our calls found first. Opens the receipts. */
@Component({
  selector: 'fc-caught-tile',
  template: `
    <button type="button" class="card" [class.stale]="isStale()" (click)="receipts.emit()">
      <span>{{ t('board.caught') }}</span>
      <b>{{ format.countOver(caught().numerator, caught().denominator) }}</b>
      @if (rate(); as shown) {
        <span class="quiet">{{ shown }}</span>
      }
      <span class="small quiet days">{{
        caught().denominator === 0 ? t('board.caught-none') : t('board.caught-of')
      }}</span>
    </button>
  `,
  styleUrl: './caught-tile.css',
})
export class CaughtTile {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly caught = input.required<{ numerator: number; denominator: number }>();
  readonly isStale = input(false, { alias: 'stale' });
  readonly receipts = output();

  /** Of too few problems there is no rate, only how many. */
  protected readonly rate = computed(() => {
    const { numerator, denominator } = this.caught();
    return denominator >= minimumContacts ? this.format.rate(numerator / denominator) : null;
  });
}
