import { Component, computed, inject, input } from '@angular/core';
import type { BoardTile } from '@forecall/contracts';
import { minimumContacts } from '@forecall/domain';
import { AlarmWords } from '../alarms/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Figure } from '../ui/figure/figure.js';
import type { Scale } from '../ui/figure/whisker-geometry.js';
import { Whisker } from '../ui/figure/whisker.js';
import { Glyph } from '../ui/state/glyph.js';

/** A department with an alarm on the wall, as large as four: how much, since when, why, and who has it. */
@Component({
  selector: 'fc-wall-alarm',
  imports: [Figure, Glyph, Whisker],
  templateUrl: './wall-alarm.html',
  styleUrl: './wall-alarm.css',
  host: { '[class.stale]': 'isStale()' },
})
export class WallAlarm {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly words = inject(AlarmWords);
  readonly tile = input.required<BoardTile>();
  readonly name = input.required<string>();
  readonly scale = input.required<Scale>();
  readonly zone = input.required<string>();
  readonly isStale = input(false, { alias: 'stale' });
  readonly ageSeconds = input.required<number>();

  protected readonly isTooFew = computed(() => this.tile().standing === 'too-few');
  protected readonly when = computed(() => {
    if (this.isStale()) return this.format.old(this.ageSeconds());
    const { alarm } = this.tile();
    return alarm ? this.t('alarms.on-chart-short', { time: this.words.at(alarm.raisedAt, this.zone()) }) : '';
  });
  protected readonly counts = computed(() => {
    const { numerator, denominator } = this.tile().figure;
    return this.t('wallboard.counts', {
      complaints: this.format.count(numerator),
      contacts: this.format.count(denominator ?? 0),
    });
  });
  protected readonly before = computed(() => {
    const { numerator, denominator } = this.tile().weekBefore;
    return denominator < minimumContacts ? '' : this.format.rate(numerator / denominator);
  });
  protected readonly why = computed(() => {
    const { alarm } = this.tile();
    if (!alarm) return { first: '', tail: '' };
    const first = this.words.explains(alarm, this.zone());
    if (!first) return { first: this.words.numbers(alarm), tail: '' };
    const within = alarm.factors[0]?.within;
    return {
      first,
      tail: within ? this.t('alarms.tail-within', { within: this.words.within(within) }) : this.t('alarms.tail'),
    };
  });
  protected readonly whose = computed(() => {
    const { alarm } = this.tile();
    return alarm ? this.words.whose(alarm, this.zone()) : '';
  });
}
