import { Component, computed, inject, resource } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { State } from '../ui/state/state.js';
import { ChecksClient } from './checks-client.js';

/** Is every signed appraisal as it was signed? The answer of the last night, and the first that is not. */
@Component({
  selector: 'fc-chain-card',
  imports: [Load, Ready, Shape, Skeleton, State],
  template: `
    <section class="card" aria-labelledby="chain-heading">
      <div class="card-head">
        <h2 id="chain-heading">{{ t('checks.chain.heading') }}</h2>
      </div>
      <fc-load [of]="found" [failed]="t('checks.failed')">
        <ng-template fcShape>
          <div class="card-body stack"><fc-skeleton width="40%" [height]="20" /></div>
        </ng-template>
        <ng-template fcReady>
          @let last = found.value();
          <div class="card-body said">
            <fc-state [state]="state()" [label]="sentence()" />
            @if (last?.first; as broken) {
              <p class="why">
                {{ t('checks.chain.fault.' + broken.fault) }}
                <b>{{
                  t('checks.chain.which', { n: broken.n, subject: broken.subject ?? '–', cycle: broken.cycle ?? '–' })
                }}</b>
              </p>
            }
            <p class="why quiet">{{ t('checks.chain.what') }}</p>
            @if (last?.startedAt; as startedAt) {
              <dl class="facts">
                <dt>{{ t('checks.began') }}</dt>
                <dd>{{ format.dayTime(startedAt) }}</dd>
                @if (last?.head; as head) {
                  <dt>{{ t('checks.chain.head') }}</dt>
                  <dd>
                    <code>{{ head }}</code>
                  </dd>
                }
              </dl>
            }
            <p class="why quiet">{{ t('checks.chain.by-hand') }} <code>npm run verify</code></p>
          </div>
        </ng-template>
      </fc-load>
    </section>
  `,
  styleUrl: './checks-page.css',
  styles: 'dd code { overflow-wrap: anywhere; white-space: normal; }',
})
export class ChainCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ChecksClient);

  protected readonly found = kept(resource({ loader: () => this.client.chain() }));
  private readonly standing = computed(() => {
    const { finishedAt = null, first = null } = this.found.value() ?? {};
    if (finishedAt === null) return 'never';
    return first === null ? 'whole' : 'broken';
  });
  protected readonly state = computed(
    () => (({ never: 'none', whole: 'usual', broken: 'alarm' }) as const)[this.standing()],
  );
  protected readonly sentence = computed(() =>
    this.t(`checks.chain.${this.standing()}`, { count: this.found.value()?.signed ?? 0 }),
  );
}
