import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';
import { State } from '../state/state.js';
import type { StateName } from '../state/glyph.js';
import { Figure } from './figure.js';
import { Sparkline } from './sparkline.js';
import { Whisker } from './whisker.js';
import type { Scale } from './whisker-geometry.js';

/** A rate as a tile shows it; shares are 0..1. */
export interface TileFigure {
  rate: number | null;
  numerator: number;
  denominator: number;
  interval: { low: number; high: number } | null;
  usual: number | null;
  /** The last values, oldest first. */
  recent: readonly (number | null)[];
  /** Against the same time a week ago, as a difference of shares. */
  change: number | null;
}

let count = 0;

/**
 * A rate with everything that makes it readable. The whole tile is the link, but for the counts, which open the receipts;
 * put it in a grid of `fcTileGrid`.
 */
@Component({
  selector: 'fc-tile',
  imports: [RouterLink, Icon, State, Figure, Sparkline, Whisker],
  templateUrl: './tile.html',
  styleUrl: './tile.css',
  host: { '[class]': 'state()' },
})
export class Tile {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly name = input.required<string>();
  readonly link = input.required<string | readonly unknown[]>();
  readonly query = input<Record<string, string>>();
  readonly figure = input.required<TileFigure>();
  readonly state = input.required<StateName>();
  /** In place of the state's word: the age of a stale figure, "n = 4". */
  readonly stateLabel = input<string>();
  readonly scale = input.required<Scale>();
  /** "against last Mon" */
  readonly changeLabel = input.required<string>();
  /** Why there is no rate and when there will be one; shown in its place. */
  readonly missing = input<string>();
  /** What bar and tick mean, in words. */
  readonly hint = input('');
  readonly receipts = output();
  readonly isCurrent = input(false, { alias: 'current' });

  protected readonly title = computed(() => [this.name(), this.hint()].filter(Boolean).join('\n'));
  protected readonly describedBy = `tile-${++count}`;
  protected readonly isFaded = computed(() => this.state() === 'stale');
  protected readonly counts = computed(() => {
    const { numerator, denominator } = this.figure();
    return this.format.countOver(numerator, denominator);
  });
}
