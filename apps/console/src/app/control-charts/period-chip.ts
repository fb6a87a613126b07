import { Component, computed, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { addDays } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Icon } from '../ui/icon/icon.js';
import { Inside, PopoverChip } from '../ui/popover/popover-chip.js';
import { type ChartAsked, type Preset, presetOf, presetPeriod, presets } from './asked.js';

/** The days of a chart: one of the usual periods, or two days of one's own. */
@Component({
  selector: 'fc-chart-period-chip',
  imports: [DayInput, Field, Icon, Inside, PopoverChip],
  template: `
    <fc-popover-chip [name]="t('control-charts.period')" [word]="word()">
      <ng-template fcInside>
        <ul>
          @for (one of presets; track one) {
            <li>
              <button type="button" class="menu-item" [attr.aria-pressed]="one === preset()" (click)="choose(one)">
                <span class="grow">{{ t('control-charts.preset.' + one) }}</span>
                @if (one === preset()) {
                  <fc-icon name="check" />
                }
              </button>
            </li>
          }
        </ul>
        <form class="own" (submit)="$event.preventDefault(); take()">
          <b>{{ t('control-charts.own-days') }}</b>
          <fc-field [label]="t('control-charts.from')">
            <fc-day [value]="from()" (valueChange)="from.set($event)" />
          </fc-field>
          <fc-field
            [label]="t('control-charts.last-day')"
            [error]="isWrong() ? t('control-charts.ends-before') : undefined"
          >
            <fc-day [value]="last()" (valueChange)="last.set($event)" />
          </fc-field>
          <button type="submit" class="button" [attr.aria-disabled]="isWrong() ? true : null">
            {{ t('control-charts.take-days') }}
          </button>
        </form>
      </ng-template>
    </fc-popover-chip>
  `,
  styles: `
    .own {
      display: grid;
      gap: 10px;
      margin-top: 6px;
      border-top: 1px solid var(--fc-line);
      padding: 10px 4px 4px;
    }
  `,
})
export class ChartPeriodChip {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly chip = viewChild.required(PopoverChip);
  protected readonly presets = presets;
  readonly asked = input.required<ChartAsked>();
  readonly chosen = output<Partial<ChartAsked>>();

  protected readonly from = linkedSignal<string | null>(() => this.asked().from);
  protected readonly last = linkedSignal<string | null>(() => addDays(this.asked().to, -1));
  protected readonly preset = computed(() => presetOf(this.asked(), this.format.today()));
  protected readonly word = computed(() => {
    const preset = this.preset();
    if (preset) return this.t(`control-charts.preset.${preset}`);
    const { from, to } = this.asked();
    return this.t('control-charts.days', { from: this.format.day(from), to: this.format.day(addDays(to, -1)) });
  });
  protected readonly isWrong = computed(() => (this.from() ?? '9') > (this.last() ?? ''));

  protected choose(preset: Preset): void {
    this.chip().close();
    this.chosen.emit(presetPeriod(preset, this.format.today()));
  }

  protected take(): void {
    const [from, last] = [this.from(), this.last()];
    if (from === null || last === null || this.isWrong()) return;
    this.chip().close();
    this.chosen.emit({ from, to: addDays(last, 1) });
  }
}
