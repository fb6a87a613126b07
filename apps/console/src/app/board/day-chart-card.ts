import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import type { BoardSide, BoardTile } from '@forecall/contracts';
import { addDays, wilsonInterval } from '@forecall/domain';
import { FiguresClient } from '../figures/figures-client.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { toCsv } from '../ui/table/csv.js';
import { type Column, Table } from '../ui/table/table.js';
import { DayChart } from './day-chart.js';
import { onDay, type Quarter, quarterRate, quartersOf, withLive } from './quarters.js';

/** The chosen department's day: what was loaded, with the running quarter-hour as it comes live. */
@Component({
  selector: 'fc-day-chart-card',
  imports: [ChartCard, DayChart, Load, Plot, PlotTable, Ready, Shape, Skeleton, Table],
  templateUrl: './day-chart-card.html',
  styleUrl: './day-chart-card.css',
})
export class DayChartCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(FiguresClient);
  readonly tile = input.required<BoardTile>();
  readonly name = input.required<string>();
  readonly side = input.required<BoardSide>();
  readonly receipts = output();

  private readonly day = computed(() => this.format.today());
  private readonly asked = computed(
    () => ({ department: this.tile().departmentId, metric: this.tile().figure.definition.id, day: this.day() }),
    { equal: (a, b) => a.department === b.department && a.metric === b.metric && a.day === b.day },
  );
  protected readonly loaded = resource({
    params: () => this.asked(),
    loader: async ({ params: { department, metric, day } }) => {
      const on = (date: string) =>
        this.client.figure(metric, {
          scope: [`department:${department}`],
          from: date,
          to: addDays(date, 1),
          by: ['quarter-hour'],
        });
      const [today, before] = await Promise.all([on(day), on(addDays(day, -7))]);
      return { today: quartersOf(today), weekBefore: onDay(quartersOf(before), before.from, today.from) };
    },
  });
  /** The quarter-hours that came live since the day was loaded. */
  private readonly live = linkedSignal<{ asked: object; quarter: BoardTile['quarter'] }, ReadonlyMap<string, Quarter>>({
    source: () => ({ asked: this.asked(), quarter: this.tile().quarter }),
    computation: ({ asked, quarter }, previous) =>
      new Map([...(previous?.source.asked === asked ? previous.value : []), [quarter.from, quarter]]),
  });

  protected readonly today = computed(() =>
    withLive(this.loaded.hasValue() ? this.loaded.value().today : [], this.live()),
  );
  protected readonly weekBefore = computed(() => (this.loaded.hasValue() ? this.loaded.value().weekBefore : []));
  protected readonly isTable = signal(false);
  private readonly limits = resource({
    params: () => this.isTable() || undefined,
    loader: () => import('./limits.js'),
  });
  protected readonly usual = computed(() => this.tile().usual?.value ?? null);

  protected readonly finding = computed(() => {
    const { numerator, denominator } = this.today().reduce(
      (sum, quarter) => ({
        numerator: sum.numerator + quarter.numerator,
        denominator: sum.denominator + quarter.denominator,
      }),
      { numerator: 0, denominator: 0 },
    );
    return this.t('board.chart-finding', {
      department: this.name(),
      counts: this.format.countOver(numerator, denominator),
      usual: this.format.rate(this.usual()),
    });
  });

  protected readonly newestFirst = computed(() => this.today().toReversed());
  protected readonly columns = computed((): Column<Quarter>[] => [
    { id: 'from', label: this.t('board.table-from'), text: ({ from }) => this.format.time(from) },
    {
      id: 'complaints',
      label: this.t('board.table-complaints'),
      isNumber: true,
      text: ({ numerator }) => this.format.count(numerator),
    },
    {
      id: 'contacts',
      label: this.t('board.table-contacts'),
      isNumber: true,
      text: ({ denominator }) => this.format.count(denominator),
    },
    {
      id: 'rate',
      label: this.t('board.table-rate'),
      isNumber: true,
      text: (quarter) => this.format.rate(quarterRate(quarter)),
    },
    {
      id: 'interval',
      label: this.t('board.table-interval'),
      isNumber: true,
      isWideOnly: true,
      text: (quarter) => this.interval(quarter),
    },
    {
      id: 'limit',
      label: this.t('board.table-limit'),
      isNumber: true,
      isWideOnly: true,
      text: (quarter) => this.limit(quarter),
    },
  ]);
  protected readonly idOf = ({ from }: Quarter): string => from;

  protected readonly csv = (): string =>
    toCsv([
      ['from', 'complaints', 'contacts', 'rate'],
      ...this.today().map((quarter) => [
        quarter.from,
        quarter.numerator,
        quarter.denominator,
        quarterRate(quarter) ?? '',
      ]),
    ]);

  private interval(quarter: Quarter): string {
    if (quarterRate(quarter) === null) return '';
    const { low, high } = wilsonInterval(quarter.numerator, quarter.denominator);
    return this.format.interval(low, high);
  }

  private limit({ denominator }: Quarter): string {
    const usual = this.usual();
    if (usual === null || !this.limits.hasValue()) return '';
    return this.format.rate(this.limits.value().limitsAround(usual, denominator).high);
  }
}
