import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { FigureReply } from '@forecall/contracts';
import { definitionOf, insteadOf, type MetricId } from '@forecall/domain';
import { FiguresClient, FigureTexts } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../ui/chart/chart-card.js';
import { type HeatCell, HeatMap } from '../ui/chart/heat-map.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { toCsv } from '../ui/table/csv.js';
import { type Column, Table } from '../ui/table/table.js';

type Group = FigureReply['groups'][number];

interface Asked {
  readonly metric: MetricId;
  readonly department: string;
  readonly from: string;
  readonly to: string;
}

/** The same figure by weekday and hour, over the days of the chart: at which times it is high. */
@Component({
  selector: 'fc-chart-hours-card',
  imports: [ChartCard, HeatMap, Load, Plot, PlotTable, Ready, Shape, Skeleton, Table],
  templateUrl: './hours-card.html',
  styles: `
    :host {
      display: block;
      min-width: 0;
      --rows-height: 360px;
    }
    p {
      padding: 26px 0;
      text-align: center;
    }
    .shape {
      height: 290px;
    }
  `,
})
export class ChartHoursCard {
  protected readonly t = injectTexts();
  private readonly client = inject(FiguresClient);
  private readonly figures = inject(FigureTexts);
  private readonly format = inject(Formats);
  readonly asked = input.required<Asked>();
  /** "Complaint rate, Billing" */
  readonly heading = input.required<string>();

  /** What falls due on a day has no hour. */
  protected readonly hasHours = computed(() => insteadOf(this.asked().metric, 'hour') === null);
  protected readonly loaded = kept(
    resource({
      params: () => (this.hasHours() ? this.asked() : undefined),
      loader: async ({ params: { metric, department, from, to } }) => ({
        metric,
        groups: (
          await this.client.figure(metric, {
            ...{ scope: [`department:${department}`], by: ['weekday', 'hour'], from, to, limit: 200 },
          })
        ).groups,
      }),
    }),
  );
  protected readonly isTable = signal(false);
  protected readonly groups = computed(() => (this.loaded.value()?.groups ?? []).filter(({ figure }) => figure.n > 0));
  private readonly metric = computed(() => this.loaded.value()?.metric ?? this.asked().metric);

  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => String(day));
  protected readonly rows = computed(() =>
    this.weekdays.map((key) => ({ key, name: this.format.weekday(Number(key)) })),
  );
  /** From the first hour with anything to the last. */
  protected readonly hours = computed(() => {
    const found = this.groups().map(({ keys }) => Number(keys[1]));
    const [first, last] = [Math.min(...found), Math.max(...found)];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
      const key = String(first + n).padStart(2, '0');
      return { key, name: key };
    });
  });
  protected readonly cells = computed((): HeatCell[] => {
    const groups = this.groups();
    const most = Math.max(...groups.map((group) => this.valueOf(group) ?? 0), 0) || 1;
    return groups.map((group) => {
      const { keys, figure } = group;
      const value = this.valueOf(group);
      const text = this.figures.value(this.metric(), value);
      const counts = this.format.countOver(figure.numerator, figure.denominator ?? 0);
      const said = value === null ? this.t('control-charts.too-few', { n: figure.n }) : `${text}, ${counts}`;
      return {
        ...{ row: keys[0] ?? '', column: keys[1] ?? '', share: value === null ? null : value / most },
        ...{ text: text.replace('%', ''), note: this.format.axisCount(figure.n) },
        reading: `${this.nameOf(group)}${this.t('control-charts.colon')}${said}`,
      };
    });
  });
  /** The highest of those that have enough. */
  protected readonly finding = computed(() => {
    const high = this.groups().reduce<Group | null>((best, group) => {
      const value = this.valueOf(group);
      return value !== null && value > (best ? (this.valueOf(best) ?? 0) : -1) ? group : best;
    }, null);
    if (!high) return this.t('control-charts.hours-too-few');
    return this.t('control-charts.hours-finding', {
      ...{ when: this.nameOf(high), value: this.figures.value(this.metric(), this.valueOf(high)) },
      counts: this.format.countOver(high.figure.numerator, high.figure.denominator ?? 0),
    });
  });

  protected readonly columns = computed((): Column<Group>[] => [
    { id: 'when', label: this.t('control-charts.hour'), text: (group) => this.nameOf(group) },
    {
      ...{ id: 'k', label: this.t('control-charts.numerator'), isNumber: true },
      ...{ text: ({ figure }) => this.format.count(figure.numerator), sortBy: ({ figure }) => figure.numerator },
    },
    {
      ...{ id: 'n', label: 'n', isNumber: true },
      ...{ text: ({ figure }) => this.format.count(figure.n), sortBy: ({ figure }) => figure.n },
    },
    {
      ...{ id: 'value', label: this.t('control-charts.value'), isNumber: true },
      text: (group) => this.figures.value(this.metric(), this.valueOf(group)),
      sortBy: (group) => this.valueOf(group),
    },
    {
      ...{ id: 'reading', label: this.t('control-charts.reading'), isWideOnly: true },
      text: (group) => (this.valueOf(group) === null ? this.t('control-charts.too-few', { n: group.figure.n }) : ''),
    },
  ]);
  protected readonly idOf = ({ keys }: Group): string => keys.join('/');
  protected readonly csv = (): string =>
    toCsv([
      ['weekday', 'hour', 'numerator', 'denominator', 'value'],
      ...this.groups().map(({ keys, figure }) => [
        ...[keys[0] ?? '', keys[1] ?? '', figure.numerator, figure.denominator, figure.value],
      ]),
    ]);

  private nameOf({ keys: [day = '', hour = ''] }: Group): string {
    return `${this.format.weekday(Number(day))} ${hour}:00`;
  }

  /** Null where it rests on too few. */
  private valueOf({ figure }: Group): number | null {
    return figure.n >= definitionOf(this.metric()).minimumN ? figure.value : null;
  }
}
