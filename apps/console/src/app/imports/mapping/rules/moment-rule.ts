import { Component, computed } from '@angular/core';
import { Field } from '../../../ui/field/field.js';
import { PlainInput } from '../../../ui/field/plain-input.js';
import { hasDate, hasTime } from '../defaults.js';
import { isRecord } from '../definition.js';
import { ColumnSelect } from './column-select.js';
import { Rule } from './rule.js';

const modes = ['both', 'date', 'time'] as const;
type Mode = (typeof modes)[number];

/** In which form a column has date, time or both, and where the time is if it stands in another. */
@Component({
  selector: 'fc-moment-rule',
  imports: [ColumnSelect, Field, PlainInput],
  template: `
    <fc-field [label]="t('mapping.moment.mode')">
      <select fcPlainInput #how (change)="write({ mode: modeOf(how.value) })">
        @for (one of modes; track one) {
          <option [value]="one" [selected]="one === mode()">{{ t('mapping.moment.' + one) }}</option>
        }
      </select>
    </fc-field>
    <fc-field [label]="t('mapping.moment.format')" [hint]="t('mapping.moment.format-hint')">
      <input
        fcPlainInput
        type="text"
        autocomplete="off"
        spellcheck="false"
        #box
        [value]="format()"
        (change)="write({ format: box.value })"
      />
    </fc-field>
    @if (column().isAmbiguous) {
      <div class="row wrap small">
        <span>{{ t('mapping.moment.ambiguous', { sample: column().samples[0] ?? '' }) }}</span>
        @for (one of column().momentFormats; track one) {
          <button
            type="button"
            class="button small"
            [attr.aria-pressed]="one === format()"
            (click)="write({ format: one })"
          >
            {{ one }}
          </button>
        }
      </div>
    }
    @if (mode() === 'date') {
      <fc-column-select
        [label]="t('mapping.moment.time-column')"
        [columns]="columns()"
        [value]="timeColumn()"
        (changed)="takeTime($event)"
      />
      @if (timeColumn() !== '') {
        <fc-field [label]="t('mapping.moment.time-format')">
          <input
            fcPlainInput
            type="text"
            autocomplete="off"
            spellcheck="false"
            #time
            [value]="timeFormat()"
            (change)="write({ timeFormat: time.value })"
          />
        </fc-field>
      }
    }
  `,
})
export class MomentRule extends Rule {
  protected readonly modes = modes;
  protected readonly mode = computed((): Mode => {
    const source = this.source();
    if (!isRecord(source) || 'column' in source) return 'both';
    return 'date' in source ? 'date' : 'time';
  });
  private readonly place = computed(() => (this.mode() === 'both' ? [] : [this.mode()]));
  protected readonly format = computed(() => this.text(...this.place(), 'format'));
  protected readonly timeColumn = computed(() => (this.mode() === 'date' ? this.text('time', 'column') : ''));
  protected readonly timeFormat = computed(() => this.text('time', 'format'));

  protected modeOf(value: string): Mode {
    return modes.find((mode) => mode === value) ?? 'both';
  }

  protected takeTime(timeColumn: string): void {
    const formats = this.columns().find(({ name }) => name === timeColumn)?.momentFormats ?? [];
    const timeFormat = formats.find((format) => hasTime(format) && !hasDate(format)) ?? 'HH:mm:ss';
    this.write({ timeColumn, timeFormat });
  }

  protected write(change: { mode?: Mode; format?: string; timeColumn?: string; timeFormat?: string }): void {
    const { mode, format, timeColumn, timeFormat } = {
      ...{ mode: this.mode(), format: this.format(), timeColumn: this.timeColumn(), timeFormat: this.timeFormat() },
      ...change,
    };
    const main = { column: this.column().name, format };
    const time = timeColumn === '' ? {} : { time: { column: timeColumn, format: timeFormat } };
    this.changed.emit(mode === 'both' ? main : mode === 'date' ? { date: main, ...time } : { time: main });
  }
}
