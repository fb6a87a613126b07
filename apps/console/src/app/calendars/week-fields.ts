import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree, type SchemaPathTree, validate } from '@angular/forms/signals';
import { readHours } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { dayKeys, type DayKey, type WeekEntry } from './week-entry.js';

/** In a form's schema: each day has hours, or none. */
export function validateWeek(path: SchemaPathTree<WeekEntry>): void {
  for (const key of dayKeys) validate(path[key], ({ value }) => (readHours(value()) ? undefined : { kind: 'hours' }));
}

/** The hours of a week, typed as one says them. Needs the texts `calendars`. */
@Component({
  selector: 'fc-week-fields',
  imports: [Field, FormField, Input],
  template: `
    @for (day of shown(); track day.key) {
      <fc-field [label]="day.label">
        <input
          fcInput
          type="text"
          autocomplete="off"
          [attr.placeholder]="t('calendars.week.off')"
          [formField]="day.field"
        />
      </fc-field>
      @if ($first) {
        <p class="row between small quiet">
          <span>{{ t('calendars.week.hint') }}</span>
          <button type="button" class="button small" (click)="likeMonday()">
            {{ t('calendars.week.like-monday') }}
          </button>
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class WeekFields {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  readonly days = input.required<Readonly<Record<DayKey, FieldTree<string>>>>();
  protected readonly shown = computed(() =>
    dayKeys.map((key, n) => ({ key, label: this.format.weekday(n + 1), field: this.days()[key] })),
  );

  /** Monday's hours for Tuesday to Friday too. */
  protected likeMonday(): void {
    const [monday, ...rest] = dayKeys.slice(0, 5).map((key) => this.days()[key]());
    for (const day of rest) {
      if (monday) day.value.set(monday.value());
      day.markAsDirty();
    }
  }
}
