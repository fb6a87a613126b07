import { Component, computed, inject, input, model, output } from '@angular/core';
import type { CardLine, Scorecard } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Whisker } from '../../ui/figure/whisker.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { type CardWords, orDash, scaleOf } from './card-words.js';

/** Every indicator with its value, interval, target and group, and what is read of it. The chosen one is spoken of beside. */
@Component({
  selector: 'fc-indicators-card',
  imports: [Empty, Icon, KeyCaps, State, Whisker],
  templateUrl: './indicators-card.html',
  styleUrl: './indicators-card.css',
})
export class IndicatorsCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly card = input.required<Scorecard>();
  readonly words = input.required<CardWords>();
  /** "1 – 22 Nov" */
  readonly period = input.required<string>();
  /** The id of the indicator that is spoken of. */
  readonly chosen = model<string | null>(null);
  readonly receipts = output();

  protected readonly scale = scaleOf;
  protected readonly orDash = orDash;
  protected readonly groupName = computed(() => this.t(`scorecards.group.${this.card().subject.kind}`));
  protected readonly hasGroup = computed(() => this.card().lines.some(({ group }) => group !== null));
  protected readonly hasShrunk = computed(() => this.card().lines.some(({ shrunk }) => shrunk !== null));

  protected shrunk({ shrunk, indicator }: CardLine): string {
    return shrunk === null ? '' : this.words().value(indicator.metric, shrunk);
  }
}
