import { Component, computed, inject, input } from '@angular/core';
import type { BoardTile } from '@forecall/contracts';
import { minimumContacts } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Figure } from '../ui/figure/figure.js';
import type { Scale } from '../ui/figure/whisker-geometry.js';
import { Whisker } from '../ui/figure/whisker.js';
import { Glyph, type StateName } from '../ui/state/glyph.js';

/** A department on the wall: nothing on it is smaller than 26 px. */
@Component({
  selector: 'fc-wall-tile',
  imports: [Figure, Glyph, Whisker],
  template: `
    <h2>
      <span class="clip">{{ name() }}</span>
      <fc-glyph [state]="state()" />
      <span class="visually-hidden">{{ t('wallboard.standing.' + state()) }}</span>
    </h2>
    <fc-figure [rate]="isTooFew() ? null : tile().figure.value" [faded]="state() === 'stale'" />
    @if (!isTooFew()) {
      <fc-whisker
        [value]="tile().figure.value"
        [low]="tile().figure.interval?.low ?? null"
        [high]="tile().figure.interval?.high ?? null"
        [mark]="tile().usual?.value ?? null"
        [scale]="scale()"
        [state]="state()"
      />
    }
    <p>
      <span>{{ isTooFew() ? t('wallboard.too-few') : counts() }}</span>
      <span>{{ aside() }}</span>
    </p>
  `,
  styleUrl: './wall-tile.css',
  host: { '[class]': 'state()', '[class.roomy]': 'isRoomy()' },
})
export class WallTile {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly tile = input.required<BoardTile>();
  readonly name = input.required<string>();
  readonly state = input.required<StateName>();
  readonly scale = input.required<Scale>();
  /** The tiles are few, and large. */
  readonly isRoomy = input(false, { alias: 'roomy' });
  readonly ageSeconds = input.required<number>();

  protected readonly isTooFew = computed(() => this.tile().standing === 'too-few');
  protected readonly counts = computed(() => {
    const { numerator, denominator } = this.tile().figure;
    return this.t('wallboard.counts', {
      complaints: this.format.count(numerator),
      contacts: this.format.count(denominator ?? 0),
    });
  });
  /** What is old says how old; else why there is no rate, or how it has changed. */
  protected readonly aside = computed(() => {
    if (this.state() === 'stale') return this.format.old(this.ageSeconds());
    return this.isTooFew() ? this.t('wallboard.n', { n: this.tile().figure.n }) : this.change();
  });
  private readonly change = computed(() => {
    const { figure, weekBefore } = this.tile();
    if (figure.value === null || weekBefore.denominator < minimumContacts) return '';
    return this.format.points(figure.value - weekBefore.numerator / weekBefore.denominator);
  });
}
