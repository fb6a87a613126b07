import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccountHealthReply } from '@forecall/contracts';
import { type HealthBand, healthBands } from '@forecall/domain';
import { injectEvidenceWords } from '../../health/index.js';
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
  /** The worst band first. */
  protected readonly worth = computed(() => {
    const told = this.health.value()?.calibration ?? [];
    return healthBands.flatMap((band) => told.find((one) => one.band === band) ?? []);
  });

  protected readonly stateOf = (band: HealthBand): StateName => states[band];
  /** Whole points, downwards: what is shown as 80 is in the band of 80. */
  protected readonly whole = (points: number): string => this.format.count(Math.floor(points));
  protected readonly points = (points: number): string => (points === 0 ? '0' : `−${this.tenths(points)}`);
  protected readonly widthOf = ({ points }: Signal): string => `${Math.min(100, (points / fullBar) * 100)}%`;

  protected sumOf({ signals }: AccountHealthReply): string {
    const taken = signals.filter(({ points }) => points > 0).map(({ points }) => this.tenths(points));
    return taken.length === 0 ? '100' : this.t('account.health.sum', { points: taken.join(' + ') });
  }

  private tenths(points: number): string {
    return String(Math.round(points * 10) / 10);
  }
}
