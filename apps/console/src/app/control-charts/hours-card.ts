import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { FigureReply } from '@forecall/contracts';
import { definitionOf, insteadOf, limitsAround, type MetricId } from '@forecall/domain';
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

/** So many hours are named. */
const mostNamed = 4;

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
  /** The ratio of sums: what each hour is compared with. */
  private readonly whole = computed(() => {
    const sum = (of: (group: Group) => number) => this.groups().reduce((total, group) => total + of(group), 0);
    return sum(({ figure }) => figure.numerator) / (sum(({ figure }) => figure.n) || 1);
  });
  protected readonly cells = computed((): HeatCell[] => {
    const groups = this.groups();
    const values = groups.flatMap((group) => this.valueOf(group) ?? []);
    const isOfEvents = definitionOf(this.metric()).direction === 'lower is better';
    const least = isOfEvents ? 0 : Math.min(...values);
    const range = Math.max(...values, 0) - least || 1;
    return groups.map((group) => {
      const { keys, figure } = group;
      const value = this.valueOf(group);
      const text = this.figures.value(this.metric(), value);
      const side = this.sideOf(group);
      return {
        ...{ row: keys[0] ?? '', column: keys[1] ?? '', share: value === null ? null : (value - least) / range },
        ...{ text: text.replace('%', '').replace('100.0', '100'), note: this.format.axisCount(figure.n) },
        isBeyond: side !== null,
        reading: `${this.nameOf(group)}${this.t('control-charts.colon')}${[text, ...this.saidOf(group)].join(this.t('ui.list-comma'))}`,
      };
    });
  });
  /** Which hours differ from the whole by more than chance. */
  protected readonly finding = computed(() => {
    const whole = this.figures.value(this.metric(), this.whole());
    const beyond = this.groups().filter((group) => this.sideOf(group) !== null);
    if (beyond.length === 0) return this.t('control-charts.hours-chance', { whole });
    const named = beyond.slice(0, mostNamed).map((group) => {
      const value = this.figures.value(this.metric(), this.valueOf(group));
      return `${this.nameOf(group)} (${value})`;
    });
    return this.t('control-charts.hours-finding', {
      ...{ whole, count: beyond.length, hours: named.join(this.t('ui.list-comma')) },
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

  /** The counts, and what there is to say besides. */
  private saidOf(group: Group): string[] {
    const { numerator, n } = group.figure;
    const side = this.sideOf(group);
    return [
      this.format.countOver(numerator, n),
      ...(this.valueOf(group) === null ? [this.t('control-charts.too-few', { n })] : []),
      ...(side === null ? [] : [this.t(`control-charts.hour-${side}`)]),
    ];
  }

  private sideOf(group: Group): 'above' | 'below' | null {
    const value = this.valueOf(group);
    if (value === null) return null;
    const { low, high } = limitsAround(Math.min(1, this.whole()), group.figure.n);
    return value > high ? 'above' : low !== null && value < low ? 'below' : null;
  }

  /** Null where it rests on too few. */
  private valueOf({ figure }: Group): number | null {
    return figure.n >= definitionOf(this.metric()).minimumN ? figure.value : null;
  }
}
