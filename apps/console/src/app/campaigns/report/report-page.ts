import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamReport } from '@forecall/contracts';
import { itemsOf } from '@forecall/domain';
import { injectSaid } from '../../exam-papers/index.js';
import { FigureCell, FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed } from '../../platform/format/rate.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { describePage } from '../../platform/page/page-head.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { toCsv } from '../../ui/table/csv.js';
import { CampaignsClient } from '../campaigns-client.js';
import { ItemLosses } from './item-losses.js';
import { type RateRow, RateRows } from './rate-rows.js';
import { RatesTrend } from './rates-trend.js';
import { reportFacts } from './report-facts.js';
import { countOf } from './score-bars.js';
import { ScorePlot } from './score-plot.js';

/** How a campaign went: who passed at which attempt, by how much, at what points were lost, and whether that gets better. */
@Component({
  selector: 'fc-exam-report-page',
  imports: [
    ...[ChartCard, FigureCell, ItemLosses, Load, Plot, PlotTable, RateRows, RatesTrend, Ready, RouterLink, ScorePlot],
    ...[Shape, Skeleton],
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ExamReportPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly texts = inject(FigureTexts);
  private readonly client = inject(CampaignsClient);
  readonly campaign = input.required<string>();

  protected readonly found = resource({
    params: this.campaign,
    loader: ({ params }) => this.client.report(params),
  });
  protected readonly report = computed(() => (this.found.hasValue() ? this.found.value() : null));
  protected readonly countOf = countOf;
  protected readonly facts = computed(() => {
    const report = this.report();
    return report ? reportFacts(report, this.t, this.format) : [];
  });

  protected readonly teams = computed((): RateRow[] => {
    const report = this.report();
    return (report?.teams ?? []).map(({ id, name, nameZh, firstAttempt, byNow }) => ({
      ...{ id, note: '', firstAttempt, byNow, name: this.nameOf({ name, nameZh }) },
      question: { ...this.asked(), scope: [...this.asked().scope, `team:${id}`] },
    }));
  });
  protected readonly trend = computed((): RateRow[] =>
    (this.report()?.trend ?? []).map(({ campaign, n, passMark, from, firstAttempt, byNow }) => ({
      ...{ id: campaign.id, name: this.said(campaign.name), firstAttempt, byNow },
      note: this.t('campaigns.report.by-version', { day: this.format.day(campaign.opensOn), n, mark: passMark }),
      question: { scope: [`campaign:${campaign.id}`], from, to: this.asked().to },
    })),
  );
  private readonly asked = computed(() => this.report()?.question ?? { scope: [], from: '', to: '' });

  constructor() {
    describePage(() => {
      const one = this.report()?.campaign;
      const parent = {
        title: one ? this.said(one.name) : this.t('page.exam-campaign'),
        link: `/exams/${this.campaign()}`,
      };
      return { title: this.t('page.exam-report'), parent };
    });
    useKeys('page.exam-report', [
      { press: '.', name: 'keys.receipts', when: () => focused() !== null, act: () => focused()?.click() },
    ]);
  }

  protected left({ excluded }: ExamReport['byNow']): string {
    const said = Object.entries(excluded).map(([reason, count]) =>
      this.t(`campaigns.report.left.${reason}`, { count }),
    );
    return said.join(this.t('ui.list-comma'));
  }

  /** "Scores of 58 exams: 41 reach 80, 3 of them failed on a critical item" */
  protected spread({ bins, rubric }: ExamReport): string {
    const reach = bins.filter(({ from }) => from >= rubric.passMark);
    const count = bins.reduce((sum, bin) => sum + countOf(bin), 0);
    return this.t('campaigns.report.spread', {
      ...{ count, mark: rubric.passMark },
      reach: reach.reduce((sum, bin) => sum + countOf(bin), 0),
      critical: reach.reduce((sum, bin) => sum + bin.critical, 0),
    });
  }

  protected trendFinding(): string {
    const said = this.trend().map(({ name, firstAttempt, byNow }) =>
      this.t('campaigns.report.trend-one', {
        ...{ name, first: this.format.rate(firstAttempt.value), now: this.format.rate(byNow.value) },
      }),
    );
    return said.join(this.t('ui.list-comma'));
  }

  protected print(): void {
    window.print();
  }

  protected readonly binsCsv = (): string =>
    toCsv([
      ['from', 'to', 'passed', 'failed', 'critical'].map((head) => this.t(`campaigns.report.csv.${head}`)),
      ...(this.report()?.bins ?? []).map(({ from, to, passed, failed, critical }) => [
        from,
        to,
        passed,
        failed,
        critical,
      ]),
    ]);

  protected readonly itemsCsv = (): string => {
    const heads = ['item', 'critical-item', 'share', 'lost-points', 'most', 'of-all', 'exams', 'failed-on'];
    const report = this.report();
    const items = new Map(report ? itemsOf(report.rubric).map((item) => [item.id, item]) : []);
    return toCsv([
      heads.map((head) => this.t(`campaigns.report.csv.${head}`)),
      ...(report?.items ?? []).map(({ itemId, share, lost, most, ofAllLost, n, failed }) => {
        const item = items.get(itemId);
        return [
          item ? this.said(item.text) : itemId,
          item?.isCritical ? 1 : 0,
          share,
          lost,
          most,
          ofAllLost,
          n,
          failed,
        ];
      }),
    ]);
  };

  protected readonly ratesCsv = (rows: readonly RateRow[]) => (): string =>
    toCsv([
      ['name', 'first-passed', 'first-of', 'first-rate', 'now-passed', 'now-of', 'now-rate'].map((head) =>
        this.t(`campaigns.report.csv.${head}`),
      ),
      ...rows.map(({ name, firstAttempt: a, byNow: b }) => [
        ...[name, a.numerator, a.denominator, a.value, b.numerator, b.denominator, b.value],
      ]),
    ]);

  protected score(value: number): string {
    return Number.isInteger(value) ? String(value) : formatFixed(value, 2);
  }
}

/** The figure with the focus, which a press opens to its rows. */
const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement && document.activeElement.matches('[data-receipts]')
    ? document.activeElement
    : null;
