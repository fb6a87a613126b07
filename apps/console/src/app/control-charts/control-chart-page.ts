import { Component, computed, effect, inject, input, resource, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { ChartBaseline, ControlChartPoint } from '@forecall/contracts';
import { FigureTexts, openReceipts } from '../figures/index.js';
import { injectUnitName } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { describePage } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { Empty } from '../ui/feedback/empty.js';
import { FiguresMoving } from '../ui/feedback/figures-moving.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Tabs } from '../ui/tabs/tabs.js';
import { type ChartAsked, askedIn, paramsOf } from './asked.js';
import { type BaselineAct, BaselineForm } from './baseline-form.js';
import { ChartHoursCard } from './hours-card.js';
import { ChartPhasesCard } from './phases-card.js';
import { ChartQuestionBar } from './question-bar.js';
import { ChartRulesCard } from './rules-card.js';
import { ChartWords } from './chart-words.js';
import { ControlChartCard } from './control-chart-card.js';
import { chartFinding } from './finding.js';
import { ControlChartsClient } from './control-charts-client.js';

/** Does a department's figure vary by chance alone, since when does it not, and what is it judged by? */
@Component({
  selector: 'fc-control-chart-page',
  imports: [
    ...[BaselineForm, ChartHoursCard, ChartPhasesCard, ChartQuestionBar, ChartRulesCard, ControlChartCard, Empty],
    ...[FiguresMoving, Load, Ready, Shape, Skeleton, Tabs],
  ],
  templateUrl: './control-chart-page.html',
  styleUrl: './control-chart-page.css',
})
export class ControlChartPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly organisation = inject(OrganisationClient);
  private readonly client = inject(ControlChartsClient);
  private readonly figures = inject(FigureTexts);
  private readonly words = inject(ChartWords);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly unitName = injectUnitName();
  private readonly receipts = openReceipts();

  readonly department = input<string>();
  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  protected readonly asked = computed((): ChartAsked => askedIn(this.address(), this.format.today()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });

  protected readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  protected readonly departments = computed(() =>
    (this.structure.value()?.departments ?? [])
      .filter(({ id, to }) => to === null || id === this.department())
      .map((one) => ({ value: one.id, label: this.unitName(one) })),
  );

  private readonly loading = resource({
    params: () => {
      const department = this.department();
      return department === undefined ? undefined : { department, asked: this.asked() };
    },
    loader: ({ params }) => this.client.chart(params.department, params.asked),
  });
  protected readonly shown = kept(this.loading);
  protected readonly chart = this.shown.value;
  protected readonly isStale = computed(() => this.loading.isLoading() && this.chart() !== undefined);
  protected readonly isEmpty = computed(() => this.chart()?.points.every(({ value }) => value === null) === true);
  protected readonly act = signal<BaselineAct | null>(null);
  private readonly card = viewChild(ControlChartCard);
  /** The day that a restart is proposed from: that of the point one reads, else since when all lies on one side. */
  protected readonly proposedDay = computed(() => {
    const chart = this.chart();
    const run = chart ? chartFinding(chart.points, chart.rules).run : null;
    return this.card()?.read() ?? (run?.isOn ? run.from : null);
  });

  protected readonly heading = computed(() => {
    const chart = this.chart();
    return chart
      ? this.t('control-charts.heading', {
          ...{ metric: this.figures.name()(chart.metric), department: chart.department[this.locale()] },
        })
      : '';
  });
  /** The days of the chart, as the figures by the hour are asked. */
  protected readonly period = computed(() => {
    const chart = this.chart();
    return chart && { metric: chart.metric, department: chart.department.id, from: chart.from, to: chart.to };
  });
  protected readonly tabs = computed(() => [
    { label: this.t('page.reports'), link: '/reports' },
    { label: this.t('page.control-charts'), link: `/control-charts/${this.department() ?? ''}` },
  ]);

  constructor() {
    effect(() => {
      const [department, all] = [this.department(), this.departments()];
      if (department !== undefined || all.length === 0) return;
      untracked(() => this.goTo(this.ownAmong(all.map(({ value }) => value)), true));
    });
    describePage(() => ({ crumb: this.heading() }));
    useKeys('page.control-charts', [
      {
        press: '.',
        name: 'control-charts.receipts-key',
        when: () => this.chart() !== undefined && !this.isEmpty(),
        act: () => this.openRows(this.card()?.chosen() ?? null),
      },
      { press: 'r', name: 'control-charts.restart', when: () => this.mayChange(), act: () => this.act.set('restart') },
      { press: 'f', name: 'control-charts.freeze', when: () => this.mayChange(), act: () => this.act.set('freeze') },
    ]);
  }

  protected ask(change: Partial<ChartAsked>): void {
    const queryParams = paramsOf({ ...this.asked(), ...change });
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected goTo(department: string, isFirst = false): void {
    this.act.set(null);
    void this.router.navigate(['/control-charts', department], {
      ...{ queryParamsHandling: 'merge', replaceUrl: isFirst },
    });
  }

  protected readonly changed = (): void => {
    this.shown.reload();
  };

  protected undo({ id, from }: ChartBaseline): Promise<void> {
    return this.faults.heed(
      this.client.undo(id).then(() => {
        this.toasts.show({ text: 'control-charts.done-undo', values: { day: this.format.day(from) } });
        this.changed();
      }),
    );
  }

  /** The rows behind a point, or behind all of them. */
  protected openRows(point: ControlChartPoint | null): void {
    const chart = this.chart();
    if (!chart) return;
    const { metric, department } = chart;
    this.receipts({
      metric,
      heading: point ? `${this.heading()}${this.t('ui.list-comma')}${this.words.name(chart, point)}` : this.heading(),
      question: { scope: [`department:${department.id}`], from: (point ?? chart).from, to: (point ?? chart).to },
    });
  }

  private mayChange(): boolean {
    return this.chart()?.mayChange === true;
  }

  /** One's own department, else the first. */
  private ownAmong(all: readonly string[]): string {
    const led = this.session.me()?.grants.find(({ unitId }) => unitId !== null && all.includes(unitId))?.unitId;
    return led ?? all[0] ?? '';
  }
}
