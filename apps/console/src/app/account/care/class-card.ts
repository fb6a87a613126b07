import { Component, computed, inject } from '@angular/core';
import { careStrategies } from '@forecall/domain';
import { injectPeriodText, phaseOf } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { AccountFile } from '../account-file.js';
import { CadenceLines } from '../cadence/cadence-lines.js';

/** What we want with the account, why, and who sees to it; for those inside also what was before. */
@Component({
  selector: 'fc-class-card',
  imports: [CadenceLines],
  templateUrl: './class-card.html',
  styleUrl: './class-card.css',
})
export class ClassCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly periodText = injectPeriodText();
  private readonly clock = inject(ServerClock);
  protected readonly file = inject(AccountFile);

  protected readonly careClass = computed(() => this.file.account()?.careClass ?? null);
  protected readonly strategy = computed(() => {
    const careClass = this.careClass();
    return careClass && careStrategies[careClass];
  });
  protected readonly figures = computed(() =>
    (this.strategy()?.figures ?? []).map((id) => this.t(`account.figure.${id}`)).join(this.t('ui.list-comma')),
  );
  /** Set for a later day. */
  protected readonly coming = computed(() => this.classesIn('coming'));
  protected readonly past = computed(() => this.classesIn('past'));

  protected isComing(period: { from: string; to: string | null }): boolean {
    return phaseOf(period, this.clock.now()) === 'coming';
  }

  private classesIn(phase: ReturnType<typeof phaseOf>) {
    const now = this.clock.now();
    return (this.file.inside()?.classes ?? []).filter((one) => phaseOf(one, now) === phase);
  }
}
