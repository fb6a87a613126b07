import { Component, computed, inject, input, output } from '@angular/core';
import { chartGrains, metricNames, ruleSets } from '@forecall/contracts';
import { chartedMetrics, chartsOf, type CountedChart } from '@forecall/domain';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Filter } from '../ui/choice/filter.js';
import type { Option } from '../ui/choice/segment.js';
import type { ChartAsked } from './asked.js';
import { ChartPeriodChip } from './period-chip.js';

/** What the chart is asked, as chips; each change is a new question. */
@Component({
  selector: 'fc-chart-question-bar',
  imports: [ChartPeriodChip, Filter],
  template: `
    @let one = asked();
    <fc-filter
      [name]="t('control-charts.metric')"
      [options]="metrics()"
      [value]="one.metric"
      (valueChange)="changed.emit({ metric: $event })"
    />
    <fc-filter
      [name]="t('control-charts.department')"
      [options]="departments()"
      [value]="department()"
      (valueChange)="moved.emit($event)"
    />
    <fc-chart-period-chip [asked]="one" (chosen)="changed.emit($event)" />
    <fc-filter
      [name]="t('control-charts.by')"
      [options]="grains()"
      [value]="one.by"
      (valueChange)="changed.emit({ by: $event })"
    />
    <fc-filter
      [name]="t('control-charts.kind')"
      [options]="kinds()"
      [value]="kind()"
      (valueChange)="changed.emit({ kind: $event })"
    />
    <fc-filter
      [name]="t('control-charts.rules')"
      [options]="sets()"
      [value]="one.rules"
      (valueChange)="changed.emit({ rules: $event })"
    />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }
  `,
})
export class ChartQuestionBar {
  protected readonly t = injectTexts();
  private readonly locale = inject(Texts).locale;
  readonly asked = input.required<ChartAsked>();
  readonly department = input.required<string>();
  readonly departments = input.required<readonly Option[]>();
  readonly changed = output<Partial<ChartAsked>>();
  readonly moved = output<string>();

  protected readonly metrics = computed(() =>
    chartedMetrics.map((value) => ({ value, label: metricNames[value][this.locale()] })),
  );
  protected readonly grains = computed(() =>
    chartGrains.map((value) => ({ value, label: this.t(`control-charts.grain.${value}`) })),
  );
  protected readonly kinds = computed(() =>
    chartsOf(this.asked().metric).map((value) => ({ value, label: this.t(`control-charts.chart.${value}`) })),
  );
  protected readonly kind = computed((): CountedChart => this.asked().kind ?? chartsOf(this.asked().metric)[0] ?? 'p');
  protected readonly sets = computed(() =>
    ruleSets.map((value) => ({ value, label: this.t(`control-charts.set.${value}`) })),
  );
}
