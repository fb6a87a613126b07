import { Component, computed, inject, input, output } from '@angular/core';
import { type ComparisonName, mostReportMetrics } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { FilterBar, type FilterValues } from '../../lists/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import type { Asked } from './asked.js';
import { DimensionChip } from './dimension-chip.js';
import { MetricChip } from './metric-chip.js';
import { MoreChip } from './more-chip.js';
import { PeriodChip } from './period-chip.js';
import { scopeFilters, scopeOf, scopeValues } from './scope.js';

const compareChoices = ['none', 'period-before', 'year-before', 'both'] as const;
type CompareChoice = (typeof compareChoices)[number];

/** The whole question of a report as chips; each change is a new question. */
@Component({
  selector: 'fc-question-bar',
  imports: [DimensionChip, Filter, FilterBar, MetricChip, MoreChip, PeriodChip],
  template: `
    @for (metric of asked().metrics; track metric; let index = $index) {
      <fc-metric-chip
        [metric]="metric"
        [removable]="asked().metrics.length > 1"
        (chosen)="setMetric(index, $event)"
        (removed)="setMetric(index, null)"
      />
    }
    @if (asked().metrics.length < most) {
      <fc-metric-chip (chosen)="setMetric(asked().metrics.length, $event)" />
    }
    <fc-period-chip [period]="asked().period" (chosen)="change({ period: $event })" />
    <fc-dimension-chip [label]="t('reports.by')" [value]="asked().by[0]" (chosen)="setBy(0, $event)" />
    @if (asked().by.length > 0) {
      <fc-dimension-chip [label]="t('reports.and-by')" [value]="asked().by[1]" (chosen)="setBy(1, $event)" />
    }
    <fc-filter
      [name]="t('reports.compare.label')"
      [options]="comparisons()"
      [value]="compared()"
      (valueChange)="compare($event)"
    />
    <fc-filter-bar
      [filters]="filters()"
      [values]="scope()"
      (changed)="setScope($event)"
      (cleared)="change({ scope: [] })"
    />
    <fc-more-chip [asked]="asked()" (changed)="change($event)" />
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
export class QuestionBar {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  protected readonly most = mostReportMetrics;
  readonly asked = input.required<Asked>();
  readonly changed = output<Asked>();

  protected readonly comparisons = computed(() =>
    compareChoices.map((value) => ({ value, label: this.t(`reports.compare.${value}`) })),
  );
  protected readonly compared = computed((): CompareChoice => {
    const [first = 'none', second] = this.asked().compare;
    return second === undefined ? first : 'both';
  });
  /** Customers are found by those who work with them. */
  protected readonly filters = computed(() =>
    scopeFilters.filter(({ kind }) => kind !== 'account' || this.session.hasRole('rep', 'supervisor', 'head')),
  );
  protected readonly scope = computed(() => scopeValues(this.asked().scope));

  protected change(change: Partial<Asked>): void {
    this.changed.emit({ ...this.asked(), ...change });
  }

  protected compare(choice: CompareChoice): void {
    const compare: ComparisonName[] =
      choice === 'both' ? ['period-before', 'year-before'] : choice === 'none' ? [] : [choice];
    this.change({ compare });
  }

  protected setMetric(index: number, metric: MetricId | null): void {
    const others = this.asked().metrics.filter((one, at) => at !== index && one !== metric);
    this.change({ metrics: metric === null ? others : others.toSpliced(index, 0, metric) });
  }

  protected setBy(index: number, dimension: string | null): void {
    const others = this.asked().by.filter((one, at) => at !== index && one !== dimension);
    this.change({ by: dimension === null ? others : others.toSpliced(index, 0, dimension) });
  }

  protected setScope(change: Record<string, string | null>): void {
    const values: FilterValues = { ...this.scope(), ...(change as Record<string, string>) };
    this.change({ scope: scopeOf(this.asked().scope, values, this.session.me()?.staffId ?? '') });
  }
}
