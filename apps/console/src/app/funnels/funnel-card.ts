import { Component, computed, inject, input, model } from '@angular/core';
import type { FunnelReply } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { Empty } from '../ui/feedback/empty.js';
import { FunnelPlot } from '../ui/chart/funnel-plot.js';
import { injectFunnelMarks } from './funnel-marks.js';
import { byName, funnelCsv, type KeyedUnit } from './funnel-rows.js';
import { FunnelTable } from './funnel-table.js';
import type { FunnelWords } from './funnel-words.js';

/** The funnel as a plot and as a table, with what it says in a line above and what it leaves out below. */
@Component({
  selector: 'fc-funnel-card',
  imports: [ChartCard, Empty, FunnelPlot, FunnelTable, Plot, PlotTable],
  template: `
    <fc-chart-card main [heading]="heading()" [note]="period()" [csv]="csv">
      <ng-template fcPlot>
        @if (reply().target === null) {
          <fc-empty icon="people" [heading]="t('funnels.alone.heading')" [text]="t('funnels.alone.text')" />
        } @else {
          <p class="finding">{{ finding() }}</p>
          @if (isAlike()) {
            <p class="small faint">{{ t('funnels.as-all') }}</p>
          }
          <fc-funnel-plot
            [curve]="reply().curve"
            [target]="reply().target?.value ?? null"
            [marks]="marks()"
            [fromZero]="reply().definition.kind === 'ratio'"
            [labels]="labels()"
            [tick]="tick"
            [count]="format.axisCount"
            [finding]="heading() + ' ' + finding()"
            [chosen]="chosen()"
            (picked)="chosen.set($event)"
          />
        }
      </ng-template>
      <ng-template fcPlotTable>
        <fc-funnel-table [label]="heading()" [units]="rows()" [words]="words()" [below]="below()" [(chosen)]="chosen" />
      </ng-template>
      <span fcLegend>{{ legend() }}</span>
    </fc-chart-card>
    @for (note of notes(); track note) {
      <p class="note small quiet">{{ note }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      min-width: 0;
      --rows-height: none;
    }
    .finding {
      margin-bottom: 8px;
      color: var(--fc-text-2);
      text-wrap: pretty;
    }
    .note {
      max-width: 76ch;
      padding-inline: 14px;
    }
  `,
})
export class FunnelCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly figures = inject(FigureTexts);
  private readonly locale = inject(Locale).name;
  private readonly nameOf = injectNameOf();
  readonly reply = input.required<FunnelReply>();
  readonly units = input.required<readonly KeyedUnit[]>();
  readonly words = input.required<FunnelWords>();
  readonly chosen = model<string | null>(null);

  protected readonly heading = computed(() =>
    this.t('funnels.heading', { metric: this.figures.name()(this.reply().metric) }),
  );
  protected readonly isAlike = computed(() => this.reply().judged === 'like-for-like');
  protected readonly below = computed(() => this.t(`funnels.below.${this.reply().metric}`));
  protected readonly period = computed(() => {
    const { from, to } = this.reply();
    return `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
  });
  protected readonly rows = computed(() => byName(this.units(), this.locale()));

  private readonly areSomeNameless = computed(() => this.units().some(({ name }) => name === null));
  private readonly drawn = injectFunnelMarks(this.reply, this.units, this.words);
  protected readonly marks = this.drawn.marks;
  protected readonly labels = this.drawn.labels;

  protected readonly tick = (rate: number): string => this.format.rate(rate).replace('.0%', '%');

  /** "48 people of Billing, 86.0% in all: nobody lies beyond what chance gives." */
  protected readonly finding = computed(() => {
    const { by, of, target, units, unshown } = this.reply();
    if (!target) return '';
    const beyond = units.filter(({ standing }) => standing === 'look-better' || standing === 'look-worse').length;
    const whole = this.t(`funnels.finding.${by}`, {
      count: units.length + unshown,
      of: of ? this.nameOf(of) : this.t('funnels.whole-company'),
      rate: this.format.rate(target.value),
    });
    const among = unshown > 0 ? 'shown' : 'all';
    return `${whole}${this.t(`funnels.finding.${among}.${beyond === 0 ? 'none' : 'beyond'}`, { count: beyond })}`;
  });

  protected readonly legend = computed(() =>
    this.reply().target ? this.t('funnels.legend', { fewest: this.reply().fewest }) : '',
  );

  /** Who has no name here, who was left out, and how much people differ anyway. */
  protected readonly notes = computed((): string[] => {
    const { by, leftOut, dispersion, unshown } = this.reply();
    return [
      ...(leftOut ? [this.t(`funnels.left-out.${leftOut.why}.${by}`, { count: leftOut.units })] : []),
      ...(unshown > 0 ? [this.t(`funnels.unshown.${by}`, { count: unshown })] : []),
      ...(this.areSomeNameless() ? [this.t(`funnels.nameless.${by}`)] : []),
      ...(this.marks().some(({ isKnown, isOwn }) => isKnown && !isOwn) ? [this.t('funnels.known')] : []),
      ...(dispersion
        ? [
            this.t(`funnels.spread.${dispersion.between > 0 ? 'more' : 'chance'}.${by}`, {
              phi: dispersion.phi.toFixed(1),
            }),
          ]
        : []),
      ...(this.reply().target ? [this.t(this.isAlike() ? 'funnels.alike.no-verdict' : 'funnels.no-verdict')] : []),
    ];
  });

  protected readonly csv = (): string => funnelCsv(this.units(), this.locale(), this.t);
}
