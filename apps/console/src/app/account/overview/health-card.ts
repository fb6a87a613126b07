import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccountHealthReply } from '@forecall/contracts';
import { type HealthBand, healthBands, shownHealth } from '@forecall/domain';
import { healthSum, injectEvidenceWords, takenPoints } from '../../health/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Sparkline } from '../../ui/figure/sparkline.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { AccountClient } from '../account-client.js';
import { AccountFile } from '../account-file.js';

type Signal = AccountHealthReply['signals'][number];

const states: Readonly<Record<HealthBand, StateName>> = { good: 'usual', watch: 'watch', 'at-risk': 'alarm' };
/** So many points fill the bar of a signal. */
const fullBar = 30;
/** As many values as a tile's line has. */
const lineValues = 9;

/** How the account is, from which evidence, and what such an index was worth. */
@Component({
  selector: 'fc-health-card',
  imports: [Load, Ready, RouterLink, Shape, Skeleton, Sparkline, State],
  templateUrl: './health-card.html',
  styleUrl: './health-card.css',
})
export class HealthCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly evidence = injectEvidenceWords();
  private readonly client = inject(AccountClient);
  private readonly file = inject(AccountFile);

  protected readonly health = kept(
    resource({
      params: () => ({ id: this.file.id(), version: this.file.version() }),
      loader: ({ params: { id } }) => this.client.health(id),
    }),
  );
  protected readonly line = computed(() => this.health.value()?.line.slice(-lineValues) ?? []);
  /** What it was at the beginning of the line. */
  protected readonly first = computed(() => (this.line().length > 1 ? this.line()[0] : undefined));
  protected readonly values = computed(() => this.line().map(({ health }) => health / 100));
  /** What the lists of accounts and calls show, where that is another than now's. */
  protected readonly elsewhere = computed(() => {
    const [now, kept] = [this.health.value(), this.line().at(-1)];
    return now && kept && shownHealth(kept.health) !== shownHealth(now.health) ? kept : undefined;
  });
  /** The worst band first. */
  protected readonly worth = computed(() => {
    const told = this.health.value()?.calibration ?? [];
    return healthBands.flatMap((band) => told.find((one) => one.band === band) ?? []);
  });

  protected readonly stateOf = (band: HealthBand): StateName => states[band];
  protected readonly shown = shownHealth;
  protected readonly points = takenPoints;
  protected readonly sumOf = healthSum;
  protected readonly widthOf = ({ points }: Signal): string => `${Math.min(100, (points / fullBar) * 100)}%`;
}
