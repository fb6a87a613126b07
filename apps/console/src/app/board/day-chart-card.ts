import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { NgComponentOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { BoardTile } from '@forecall/contracts';
import type { BoardWindow } from '@forecall/domain';
import { AlarmWords } from '../alarms/index.js';
import { chartLink } from '../control-charts/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { partLoader } from '../platform/page/load-part.js';
import { Table } from '../ui/table/table.js';
import { dayFigures, shownDays } from './day-figures.js';
import { dayColumns, dayCsv } from './day-table.js';
import { grainOf, type Stretch, stretchRate, sumOf } from './stretches.js';

/** The chosen department's day, or its days where the tiles show several, as chart or table. */
@Component({
  selector: 'fc-day-chart-card',
  imports: [ChartCard, NgComponentOutlet, Icon, Load, Plot, PlotTable, Ready, RouterLink, Shape, Skeleton, Table],
  templateUrl: './day-chart-card.html',
  styleUrl: './day-chart-card.css',
})
export class DayChartCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly alarmWords = inject(AlarmWords);
  readonly tile = input.required<BoardTile>();
  readonly name = input.required<string>();
  /** The board's own time. */
  readonly now = input.required<string>();
  readonly isStale = input(false, { alias: 'stale' });
  readonly receipts = output();

  readonly window = input.required<BoardWindow>();

  /** Asked for by hand, because @defer does not try again what could not be loaded; so it is put into place by hand. */
  protected readonly program = resource({ loader: partLoader(() => import('./day-chart.js')) });
  protected readonly day = dayFigures(this.tile, this.window);
  protected readonly grain = computed(() => grainOf(this.day.span()));
  protected readonly isTable = signal(false);
  protected readonly usual = computed(() => this.tile().usual?.value ?? null);
  /** The exact limits bring much code; chart and table are there without it, and take them when they come. */
  private readonly limitsAround = resource({
    params: () => (this.day.loaded.hasValue() && this.usual() !== null ? 'after the day' : undefined),
    loader: partLoader(() => import('./limits.js')),
  });
  /** The upper limit for each number of contacts that a stretch has. */
  protected readonly limits = computed((): ReadonlyMap<number, number> => {
    const usual = this.usual();
    if (usual === null || !this.limitsAround.hasValue()) return new Map();
    const around = this.limitsAround.value().limitsAround;
    const counts = new Set(this.day.shown().map(({ denominator }) => denominator));
    return new Map([...counts].map((count) => [count, around(usual, count).high]));
  });

  /** How many stretches have contacts, but too few for a rate: the chart has no point there. */
  protected readonly withoutRate = computed(
    () => this.day.shown().filter((one) => one.denominator > 0 && stretchRate(one) === null).length,
  );
  protected readonly shown = computed(() => ({
    ...{ today: this.day.shown(), weekBefore: this.day.weekBefore(), span: this.day.span() },
    ...{ usual: this.usual(), limits: this.limits(), now: this.now(), finding: this.finding() },
    ...{ alarm: this.tile().alarm, isStale: this.isStale() },
  }));
  protected readonly daysShown = computed(() => shownDays(this.window()));
  protected readonly ofDays = computed(() => this.daysShown() > 1);
  protected readonly heading = computed(() =>
    this.t(this.ofDays() ? 'board.chart-heading-days' : 'board.chart-heading', {
      department: this.name(),
      days: this.daysShown(),
    }),
  );
  protected readonly finding = computed(() => {
    const { numerator, denominator } = sumOf(this.day.shown());
    const { alarm } = this.tile();
    const found = this.t(this.ofDays() ? 'board.chart-finding-days' : 'board.chart-finding', {
      days: this.daysShown(),
      department: this.name(),
      counts: this.format.countOver(numerator, denominator),
      usual: this.format.rate(this.usual()),
    });
    if (!alarm) return found;
    const values = { time: this.alarmWords.at(alarm.raisedAt), since: this.alarmWords.at(alarm.since) };
    const said = { found, alarm: this.t('alarms.on-chart', values), why: this.alarmWords.explains(alarm) };
    return this.t('alarms.finding', said).trim();
  });

  /** The same figure over the days of weeks, between limits that can be set. */
  protected readonly chart = computed(() => chartLink(this.tile().departmentId, this.tile().figure.definition.id));
  private readonly alarmSince = computed(() => this.tile().alarm?.since ?? null);
  protected readonly columns = dayColumns(this.limits, this.grain, this.alarmSince);
  protected readonly newestFirst = computed(() => this.day.shown().toReversed());
  protected readonly idOf = ({ from }: Stretch): string => from;
  protected readonly csv = (): string => dayCsv(this.day.shown());
}
