import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FORM_FIELD, transformedValue, type FormValueControl } from '@angular/forms/signals';
import { DateAdapter, MAT_DATE_FORMATS, MAT_NATIVE_DATE_FORMATS } from '@angular/material/core';
import { MatCalendar } from '@angular/material/datepicker';
import { Formats } from '../../platform/format/formats.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';
import { CalendarHead } from './calendar-head.js';
import { dateOf, DayAdapter, isoOf } from './day-adapter.js';
import { dayText, readDay } from '../../platform/format/day-text.js';
import { Field } from './field.js';

/** A day in the organisation's zone, typed in one of many forms or picked from a calendar. Stands in an `fc-field`. */
@Component({
  selector: 'fc-day',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon, MatCalendar],
  templateUrl: './day-input.html',
  styleUrl: './day-input.css',
  providers: [
    { provide: DateAdapter, useClass: DayAdapter },
    { provide: MAT_DATE_FORMATS, useValue: MAT_NATIVE_DATE_FORMATS },
  ],
})
export class DayInput implements FormValueControl<string | null> {
  protected readonly t = injectTexts();
  protected readonly field = inject(Field);
  private readonly locale = inject(Locale).name;
  private readonly format = inject(Formats);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly value = model<string | null>(null);
  readonly touch = output();
  /** The first day that can be picked. */
  readonly notBefore = input<string | null>(null);

  protected readonly isOpen = signal(false);
  protected readonly head = CalendarHead;
  private readonly calendar = viewChild<MatCalendar<Date>>('calendar');
  protected readonly chosen = computed(() => {
    const day = this.value();
    return day === null ? null : dateOf(day);
  });
  protected readonly startAt = computed(() => this.chosen() ?? dateOf(this.format.today()));
  protected readonly first = computed(() => {
    const day = this.notBefore();
    return day === null ? null : dateOf(day);
  });
  private readonly isBound = inject(FORM_FIELD, { optional: true, self: true }) !== null;
  /** What was typed and is no day, for a field without a form. */
  readonly misread = computed(() => this.text.parseErrors());
  protected readonly text = transformedValue(this.value, {
    parse: (typed: string) => {
      if (typed.trim() === '') return { value: null };
      const day = readDay(typed, this.format.today());
      if (day !== undefined) return { value: day };
      // Where no form holds the error back, what stood there before must not go out in its place.
      return { error: { kind: 'day' }, ...(!this.isBound && { value: null }) };
    },
    format: (day) => dayText(day, this.locale()),
  });

  constructor() {
    this.field.formField.set(inject(FORM_FIELD, { optional: true, self: true }));
    const adapter = inject<DateAdapter<Date>>(DateAdapter);
    effect(() => this.calendar()?.focusActiveCell());
    effect(() => adapter.setLocale(this.locale() === 'zh' ? 'zh-CN' : 'en-GB'));
  }

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected leave(): void {
    this.touch.emit();
    if (this.text.parseErrors().length === 0) this.text.set(dayText(this.value(), this.locale()));
  }

  protected pick(date: Date | null): void {
    if (date) this.value.set(isoOf(date));
    this.close();
  }

  protected close(): void {
    this.isOpen.set(false);
    this.focus();
  }
}
