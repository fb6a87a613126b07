import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type AttributesInUse, type ComparisonName, mostReportMetrics } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { FilterBar, type FilterValues } from '../../lists/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import { type Asked, givenBy } from './asked.js';
import { AttributeChip } from './attribute-chip.js';
import { AttributeFilter } from './attribute-filter.js';
import { attributeOfScope, attributesFor, isOfAttribute, lacksAttribute } from './attributes.js';
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
  imports: [AttributeChip, AttributeFilter, DimensionChip, Filter, FilterBar, MetricChip, MoreChip, PeriodChip],
  template: `
    @for (metric of asked().metrics; track metric; let index = $index) {
      <fc-metric-chip
        [metric]="metric"
        [removable]="asked().metrics.length > 1"
        (chosen)="setMetric(index, $event)"
        (removed)="setMetric(index, null)"
      />
    }
    @if (isOfAttribute()) {
      <fc-attribute-chip
        [value]="asked().attribute"
        [attributes]="attributesOfMetric()"
        [(open)]="isAttributeAsked"
        (chosen)="change({ attribute: $event })"
      />
    }
    @if (asked().metrics.length < most) {
      <fc-metric-chip (chosen)="setMetric(asked().metrics.length, $event)" />
    }
    <fc-period-chip [period]="asked().period" (chosen)="change({ period: $event })" />
    <fc-dimension-chip
      [label]="t('reports.by')"
      [value]="asked().by[0]"
      [metrics]="asked().metrics"
      [attributes]="attributes()"
      (chosen)="setBy(0, $event)"
    />
    @if (asked().by.length > 0) {
      <fc-dimension-chip
        [label]="t('reports.and-by')"
        [value]="asked().by[1]"
        [metrics]="asked().metrics"
        [attributes]="attributes()"
        (chosen)="setBy(1, $event)"
      />
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
    @for (part of attributeParts(); track part) {
      <fc-attribute-filter [part]="part" [attributes]="attributes()" (chosen)="setPart(part, $event)" />
    }
    @if (asked().scope.length < 8 && attributes().length > 0) {
      <fc-attribute-filter [attributes]="attributes()" (chosen)="setPart(null, $event)" />
    }
    <fc-more-chip [asked]="asked()" [attributes]="attributes()" (changed)="change($event)" />
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
  /** What imports brought along; undefined until it is there. */
  readonly inUse = input<AttributesInUse>();
  readonly changed = output<Asked>();

  protected readonly isOfAttribute = computed(() => this.asked().metrics.some(isOfAttribute));
  /** Whoever chooses such a metric is asked at once of what. */
  protected readonly isAttributeAsked = signal(false);
  protected readonly attributes = computed(() => attributesFor(this.asked().metrics, this.inUse()));
  protected readonly attributesOfMetric = computed(() =>
    attributesFor(this.asked().metrics.filter(isOfAttribute), this.inUse()),
  );
  protected readonly attributeParts = computed(() => this.asked().scope.filter((part) => attributeOfScope(part)));

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
    const asked = givenBy({ ...this.asked(), metrics: metric === null ? others : others.toSpliced(index, 0, metric) });
    this.isAttributeAsked.set(lacksAttribute(asked));
    this.changed.emit(asked);
  }

  protected setBy(index: number, dimension: string | null): void {
    const others = this.asked().by.filter((one, at) => at !== index && one !== dimension);
    this.change({ by: dimension === null ? others : others.toSpliced(index, 0, dimension) });
  }

  protected setPart(old: string | null, part: string | null): void {
    const others = this.asked().scope.filter((one) => one !== old && one !== part);
    this.change({ scope: part === null ? others : [...others, part] });
  }

  protected setScope(change: Record<string, string | null>): void {
    const values: FilterValues = { ...this.scope(), ...(change as Record<string, string>) };
    this.change({ scope: scopeOf(this.asked().scope, values, this.session.me()?.staffId ?? '') });
  }
}
