import { Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { PlannedDay } from '@forecall/contracts';
import { hoursText } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { dayBeside, type DayLook, lookOf, monthsOf } from './year-months.js';

const marked = ['holiday', 'make-up', 'closed', 'open', 'leave'] as const satisfies readonly DayLook[];

/** A year at a glance: which day is worked and why. One stop for Tab, arrows walk through the days. */
@Component({
  selector: 'fc-year-view',
  templateUrl: './year-view.html',
  styleUrl: './year-view.css',
})
export class YearView {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly days = input.required<readonly PlannedDay[]>();
  /** The day that is open beside. */
  readonly open = input<string>();
  readonly picked = output<string>();

  protected readonly today = this.format.today();
  protected readonly lookOf = lookOf;
  protected readonly months = computed(() => monthsOf(this.days()));
  protected readonly legend = computed(() => {
    const there = new Set(this.days().map(lookOf));
    return marked.filter((look) => there.has(look));
  });
  /** The one that Tab reaches. */
  protected readonly current = linkedSignal({
    source: this.days,
    computation: (days): string | undefined => (days.find(({ day }) => day === this.today) ?? days[0])?.day,
  });
  protected readonly weekdays = computed(() => [1, 2, 3, 4, 5, 6, 7].map((weekday) => this.format.weekday(weekday)));

  protected markOf(day: PlannedDay): string {
    const look = lookOf(day);
    return look === 'work' || look === 'off' ? '' : this.t(`calendars.mark.${look}`);
  }

  /** "Mon 16 Feb: Spring Festival, holiday" */
  protected nameOf(day: PlannedDay): string {
    const name = day.dated && (this.locale() === 'zh' ? day.dated.nameZh : day.dated.nameEn);
    const look = this.t(`calendars.look.${lookOf(day)}`);
    const what = [name, look, hoursText(day.hours)].filter(Boolean).join(this.t('ui.list-comma'));
    return this.t('calendars.day-name', { day: this.format.day(day.day), what });
  }

  protected walk(event: KeyboardEvent, from: string): void {
    const next = dayBeside(this.days(), from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.current.set(next);
    this.host.querySelector<HTMLElement>(`[data-day='${next}']`)?.focus();
  }

  protected pick(day: string): void {
    this.current.set(day);
    this.picked.emit(day);
  }
}
