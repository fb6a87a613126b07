import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { addDays, periodOf } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Icon } from '../../ui/icon/icon.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { injectPeriodText } from './period-text.js';

const presets = [
  ...['this-day', 'last-7-days', 'last-28-days', 'this-week', 'last-week', 'last-12-weeks'],
  ...['this-month', 'last-month', 'last-3-months', 'last-12-months'],
  ...['this-quarter', 'last-quarter', 'this-year', 'last-year', 'last-2-years'],
];

/** The period of a report: one of the usual, or two days of one's own. */
@Component({
  selector: 'fc-period-chip',
  imports: [DayInput, Field, Icon, Inside, PopoverChip],
  template: `
    <fc-popover-chip [name]="t('reports.period')" [word]="text()(period())">
      <ng-template fcInside>
        <div class="own">
          <b>{{ t('reports.own-days') }}</b>
          <fc-field [label]="t('reports.from')">
            <fc-day [value]="days().from" (valueChange)="from.set($event)" />
          </fc-field>
          <fc-field [label]="t('reports.to')" [error]="isWrong() ? t('reports.ends-before') : undefined">
            <fc-day [value]="days().to" (valueChange)="to.set($event)" />
          </fc-field>
          <button type="button" class="button" [attr.aria-disabled]="isWrong() ? true : null" (click)="take()">
            {{ t('reports.take-days') }}
          </button>
        </div>
        <ul>
          @for (one of presets; track one) {
            <li>
              <button type="button" class="menu-item" [attr.aria-pressed]="one === period()" (click)="choose(one)">
                <span class="grow">{{ text()(one) }}</span>
                @if (one === period()) {
                  <fc-icon name="check" />
                }
              </button>
            </li>
          }
        </ul>
      </ng-template>
    </fc-popover-chip>
  `,
  styles: `
    .own {
      display: grid;
      gap: 10px;
      margin-bottom: 6px;
      border-bottom: 1px solid var(--fc-line);
      padding: 4px 4px 10px;
    }
  `,
})
export class PeriodChip {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  protected readonly text = injectPeriodText();
  private readonly chip = viewChild.required(PopoverChip);
  protected readonly presets = presets;
  readonly period = input.required<string>();
  readonly chosen = output<string>();

  protected readonly from = signal<string | null>(null);
  protected readonly to = signal<string | null>(null);
  private readonly asked = computed(() => periodOf(this.period(), this.format.today()));
  protected readonly days = computed(() => {
    const asked = this.asked();
    return {
      from: this.from() ?? asked?.from ?? null,
      to: this.to() ?? (asked ? addDays(asked.to, -1) : null),
    };
  });
  protected readonly isWrong = computed(() => (this.days().from ?? '') > (this.days().to ?? ''));

  protected choose(period: string): void {
    this.from.set(null);
    this.to.set(null);
    this.chip().close();
    this.chosen.emit(period);
  }

  protected take(): void {
    const { from, to } = this.days();
    if (from !== null && to !== null && !this.isWrong()) this.choose(`${from}..${to}`);
  }
}
