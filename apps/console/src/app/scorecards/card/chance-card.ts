import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CardLine, FunnelReply, Scorecard } from '@forecall/contracts';
import { type FunnelMetric, funnelMetrics, type MetricId } from '@forecall/domain';
import { FunnelsClient, injectFunnelMarks, injectFunnelWords, keyed } from '../../funnels/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { FunnelPlot } from '../../ui/chart/funnel-plot.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';

const nothing: FunnelReply = {
  ...{ asOf: '', zone: '', from: '', to: '', metric: 'csat', by: 'rep', of: null, fewest: 20, target: null },
  ...{ judged: 'as-counted', unshown: 0 },
  definition: { version: 1, kind: 'proportion', direction: '' },
  ...{ groups: { departments: [], company: false }, dispersion: null, curve: [], units: [], leftOut: null },
};

/** Of which figures there is a funnel of people and teams. */
export const funnelOf = (metric: MetricId): FunnelMetric | undefined => funnelMetrics.find((one) => one === metric);

/** Whether the chosen figure differs from the others by more than chance: its place in the funnel, in plain words. */
@Component({
  selector: 'fc-chance-card',
  imports: [FunnelPlot, Load, Ready, RouterLink, Shape, Skeleton, State],
  template: `
    <section class="card" [attr.aria-label]="t('scorecards.chance.heading')">
      <div class="card-head">
        <h2 class="clip">{{ t('scorecards.chance.heading') }}</h2>
        @if (metric(); as one) {
          <a
            class="small push-end nowrap"
            routerLink="/funnels"
            [queryParams]="{ metric: one, of: group(), by: by(), period: period(), judged: 'as-counted' }"
            >{{ t('scorecards.chance.funnel') }}</a
          >
        }
      </div>
      <div class="card-body stack">
        @if (metric() === undefined) {
          <p class="quiet">{{ t('scorecards.chance.none') }}</p>
          <fc-state [state]="state()" [label]="reading()" />
        } @else {
          <fc-load [of]="found" [failed]="t('scorecards.chance.failed')">
            <ng-template fcShape><fc-skeleton [height]="260" /></ng-template>
            <ng-template fcReady>
              @if (unit(); as one) {
                <div class="told">
                  <fc-state [state]="words().state(one)" [label]="words().standing(one)" />
                  <p>{{ words().said(one) }}</p>
                  @if (words().more(one); as more) {
                    <p class="small quiet">{{ more }}</p>
                  }
                  @if (reply().target !== null) {
                    <fc-funnel-plot
                      [curve]="reply().curve"
                      [target]="reply().target?.value ?? null"
                      [marks]="drawn.marks()"
                      [fromZero]="reply().definition.kind === 'ratio'"
                      [labels]="drawn.labels()"
                      [tick]="tick"
                      [count]="format.axisCount"
                      [finding]="words().said(one)"
                      [chosen]="one.key"
                    />
                  }
                  @if (words().shrunk(one); as shrunk) {
                    <p class="small quiet">{{ shrunk }}</p>
                  }
                  <p class="small faint">{{ t('scorecards.chance.limits') }}</p>
                </div>
              } @else {
                <p class="quiet">{{ t('scorecards.chance.not-there') }}</p>
              }
            </ng-template>
          </fc-load>
        }
      </div>
    </section>
  `,
  styles: `
    .told {
      display: grid;
      gap: 4px;
    }
    fc-funnel-plot {
      margin-block: 6px;
    }
  `,
})
export class ChanceCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(FunnelsClient);
  readonly card = input.required<Scorecard>();
  readonly line = input.required<CardLine>();
  readonly period = input.required<string>();
  /** What is read of the line, for where there is no funnel. */
  readonly reading = input.required<string>();
  readonly state = input.required<'usual' | 'watch' | 'alarm' | 'stale' | 'none' | 'close'>();

  protected readonly by = computed(() => (this.card().subject.kind === 'team' ? ('team' as const) : ('rep' as const)));
  protected readonly group = computed(() => this.card().subject.department?.id);
  /** Heads and supervisors are in no funnel; nor is who was in no department. */
  protected readonly metric = computed(() => {
    const { kind } = this.card().subject;
    const isUnit = (kind === 'rep' || kind === 'team') && this.group() !== undefined;
    return isUnit ? funnelOf(this.line().indicator.metric) : undefined;
  });
  protected readonly found = resource({
    params: () => {
      const [metric, of] = [this.metric(), this.group()];
      const { from, to } = this.card();
      return metric && of ? { metric, of, by: this.by(), judged: 'as-counted' as const, from, to } : undefined;
    },
    loader: ({ params }) => this.client.funnel(params),
  });
  protected readonly reply = computed(() => (this.found.hasValue() ? this.found.value() : nothing));
  private readonly units = computed(() => keyed(this.reply()));
  protected readonly words = injectFunnelWords(this.reply);
  protected readonly drawn = injectFunnelMarks(this.reply, this.units, this.words);
  protected readonly unit = computed(() => this.units().find(({ id }) => id === this.card().subject.id) ?? null);
  protected readonly tick = (rate: number): string => this.format.rate(rate).replace('.0%', '%');
}
