import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { MetricId } from '@forecall/domain';
import { metricNames } from '@forecall/contracts';
import { FigureTexts } from '../../figures/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type Suggestion, TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { groupedMetrics, groupOfMetric, metricGroups } from './metric-groups.js';

/** A metric, found by typing its name in either language, with what it means in plain words. Without one: to add one. */
@Component({
  selector: 'fc-metric-chip',
  imports: [Field, Inside, PopoverChip, TypeAhead],
  template: `
    <fc-popover-chip
      [name]="metric() ? t('reports.metric') : t('reports.add-metric')"
      [word]="word()"
      [icon]="metric() ? undefined : 'plus'"
    >
      <ng-template fcInside>
        <fc-field [label]="t('reports.metric')" [hint]="t('reports.metric-hint')">
          <fc-type-ahead
            [suggestions]="suggestions()"
            [picked]="word()"
            [nothing]="t('reports.no-metric')"
            (typed)="typed.set($event)"
            (pick)="choose($event)"
          />
        </fc-field>
        @if (metric(); as one) {
          <p class="small meaning">{{ t('figures.meaning.' + one) }}</p>
          @if (isRemovable()) {
            <button type="button" class="menu-item" (click)="remove()">{{ t('reports.remove-metric') }}</button>
          }
        }
        @for (one of groups(); track one.group) {
          <section class="small quiet all" [attr.aria-label]="one.name">
            <h3 class="faint">{{ one.name }}</h3>
            <ul>
              @for (metric of one.metrics; track metric.id) {
                <li>
                  <button type="button" class="menu-item" (click)="choose(metric.id)">
                    <span class="grow"
                      ><b>{{ metric.label }}</b>
                      <span class="faint meaning-line">{{ t('figures.meaning.' + metric.id) }}</span></span
                    >
                  </button>
                </li>
              }
            </ul>
          </section>
        }
      </ng-template>
    </fc-popover-chip>
  `,
  styles: `
    .meaning {
      padding: 6px 4px;
      text-wrap: pretty;
    }
    .all {
      margin-top: 6px;
      border-top: 1px solid var(--fc-line);
      padding-top: 6px;
    }
    h3 {
      padding: 4px;
      font-size: inherit;
      font-weight: var(--fc-weight-medium);
    }
    .menu-item {
      height: auto;
      min-height: 32px;
      padding-block: 5px;
      white-space: normal;
      text-align: start;
    }
    .meaning-line {
      display: block;
    }
  `,
})
export class MetricChip {
  protected readonly t = injectTexts();
  protected readonly names = inject(FigureTexts);
  private readonly chip = viewChild.required(PopoverChip);
  readonly metric = input<MetricId>();
  readonly isRemovable = input(false, { alias: 'removable' });
  readonly chosen = output<MetricId>();
  readonly removed = output();

  protected readonly word = computed(() => {
    const metric = this.metric();
    return metric === undefined ? '' : this.names.name()(metric);
  });
  protected readonly typed = signal('');
  protected readonly suggestions = computed((): Suggestion[] => {
    const words = this.typed().toLowerCase().split(/\s+/).filter(Boolean);
    const name = this.names.name();
    return groupedMetrics
      .filter((id) => {
        const text = `${metricNames[id].en} ${metricNames[id].zh} ${id}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map((id) => ({ id, label: name(id) }));
  });

  protected readonly groups = computed(() =>
    metricGroups
      .map((group) => ({
        ...{ group, name: this.t(`reports.metric-group.${group}`) },
        metrics: this.suggestions().filter(({ id }) => groupOfMetric(id as MetricId) === group),
      }))
      .filter(({ metrics }) => metrics.length > 0),
  );

  protected choose(id: string): void {
    this.typed.set('');
    this.chip().close();
    this.chosen.emit(id as MetricId);
  }

  protected remove(): void {
    this.chip().close();
    this.removed.emit();
  }
}
