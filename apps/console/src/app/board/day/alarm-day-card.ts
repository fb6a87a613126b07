import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { partLoader } from '../../platform/page/load-part.js';
import type { Alarm } from '@forecall/contracts';
import { addDays, startOfDay } from '@forecall/domain';
import { AlarmWords } from '../../alarms/index.js';
import { DayChart } from '../day-chart.js';
import { dayColumns, dayCsv } from '../day-table.js';
import { gathered, grainOf, onDay, quartersOf, type Stretch, stretchMilliseconds } from '../stretches.js';
import { FiguresClient } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Table } from '../../ui/table/table.js';

/** The day on which an alarm was raised: the rate, what is usual, and the stretch that the alarm covers. */
@Component({
  selector: 'fc-alarm-day-card',
  imports: [ChartCard, DayChart, Load, Plot, PlotTable, Ready, Shape, Skeleton, Table],
  template: `
    <fc-chart-card
      [hasReceipts]="true"
      [heading]="heading()"
      [note]="t('board.chart-note-' + grain())"
      [(table)]="isTable"
      [csv]="csv"
      (receipts)="receipts.emit()"
    >
      <ng-template fcPlot>
        <fc-load [of]="loaded" [failed]="t('board.chart-failed')">
          <ng-template fcShape><fc-skeleton [height]="310" /></ng-template>
          <ng-template fcReady>
            <fc-day-chart
              [today]="shown()"
              [weekBefore]="weekBefore()"
              [span]="span()"
              [usual]="alarm().usual"
              [limits]="limits()"
              [now]="now()"
              [day]="day()"
              [finding]="finding()"
              [alarm]="alarm()"
            />
          </ng-template>
        </fc-load>
      </ng-template>
      <ng-template fcPlotTable>
        <fc-table [label]="heading()" [columns]="columns()" [rows]="newestFirst()" [rowId]="idOf" />
      </ng-template>
    </fc-chart-card>
  `,
})
export class AlarmDayCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly words = inject(AlarmWords);
  private readonly nameOf = injectNameOf();
  private readonly client = inject(FiguresClient);
  private readonly clock = inject(ServerClock);
  readonly alarm = input.required<Alarm>();
  readonly receipts = output();

  protected readonly day = computed(() => this.format.dayOf(this.alarm().raisedAt));
  private readonly asked = computed(
    () => ({ department: this.alarm().department.id, day: this.day(), until: this.alarm().until }),
    { equal: (a, b) => a.department === b.department && a.day === b.day && a.until === b.until },
  );
  protected readonly loaded = kept(
    resource({
      params: this.asked,
      loader: async ({ params: { department, day } }) => {
        const of = (from: string) =>
          this.client.figure('complaint-rate', {
            ...{ scope: [`department:${department}`], from, to: addDays(from, 1), by: ['quarter-hour'] },
          });
        const [today, before] = await Promise.all([of(day), of(addDays(day, -7))]);
        return { today: quartersOf(today), before: onDay(quartersOf(before), before.from, today.from) };
      },
    }),
  );
  private readonly limitsAround = resource({
    loader: partLoader(() => import('../limits.js')),
  });
  protected readonly span = computed(() => {
    const { today = [], before = [] } = this.loaded.value() ?? {};
    return stretchMilliseconds([...today, ...before]);
  });
  protected readonly grain = computed(() => grainOf(this.span()));
  protected readonly shown = computed(() => gathered(this.loaded.value()?.today ?? [], this.span()));
  protected readonly weekBefore = computed(() => gathered(this.loaded.value()?.before ?? [], this.span()));
  protected readonly limits = computed((): ReadonlyMap<number, number> => {
    if (!this.limitsAround.hasValue()) return new Map();
    const [around, { usual }] = [this.limitsAround.value().limitsAround, this.alarm()];
    const counts = new Set(this.shown().map(({ denominator }) => denominator));
    return new Map([...counts].map((count) => [count, around(usual, count).high]));
  });
  /** Of a day that is over its end. */
  protected readonly now = computed(() => {
    const end = startOfDay(addDays(this.day(), 1), this.format.zone());
    return new Date(Math.min(end.getTime(), this.clock.now().getTime())).toISOString();
  });
  protected readonly heading = computed(() =>
    this.t('alarm-work.day', {
      department: this.nameOf(this.alarm().department),
      day: this.format.date(this.alarm().raisedAt),
    }),
  );
  protected readonly finding = computed(() => {
    const alarm = this.alarm();
    const values = { time: this.words.at(alarm.raisedAt), since: this.words.at(alarm.since) };
    const said = { found: this.heading(), alarm: this.t('alarms.on-chart', values), why: this.words.explains(alarm) };
    return this.t('alarms.finding', said).trim();
  });
  protected readonly isTable = signal(false);
  private readonly since = computed(() => this.alarm().since);
  protected readonly columns = dayColumns(this.limits, this.grain, this.since);
  protected readonly newestFirst = computed(() => this.shown().toReversed());
  protected readonly idOf = ({ from }: Stretch): string => from;
  protected readonly csv = (): string => dayCsv(this.shown());
}
