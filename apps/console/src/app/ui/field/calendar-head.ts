import { Component, computed, inject, signal } from '@angular/core';
import { MatCalendar } from '@angular/material/datepicker';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';

const steps = { month: 1, year: 12, 'multi-year': 24 * 12 };

/** Above the days: the month, which leads to the years, and the ways to the ones beside it. In our own words. */
@Component({
  selector: 'fc-calendar-head',
  imports: [Icon],
  template: `
    <button type="button" class="button small quiet" (click)="switchView()">
      {{ title() }}
      <fc-icon [name]="isMonth() ? 'down' : 'up'" />
    </button>
    <button type="button" class="button icon push-end" [attr.aria-label]="t('ui.day-back')" (click)="go(-1)">
      <fc-icon name="left" />
    </button>
    <button type="button" class="button icon" [attr.aria-label]="t('ui.day-on')" (click)="go(1)">
      <fc-icon name="right" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      padding: 8px 8px 0 10px;
    }
    .button.small {
      font-size: var(--fc-text-body);
      font-weight: var(--fc-weight-strong);
      color: var(--fc-text);
    }
  `,
})
export class CalendarHead {
  protected readonly t = injectTexts();
  private readonly locale = inject(Locale).name;
  private readonly calendar = inject<MatCalendar<Date>>(MatCalendar);
  /** The calendar's own state is no signal; this counts its changes. */
  private readonly changes = signal(0);

  protected readonly isMonth = computed(() => {
    this.changes();
    return this.calendar.currentView === 'month';
  });
  protected readonly title = computed(() => {
    this.changes();
    const { activeDate, currentView } = this.calendar;
    const month = currentView === 'month' ? ({ month: 'long' } as const) : {};
    const language = this.locale() === 'zh' ? 'zh-CN' : 'en-GB';
    return new Intl.DateTimeFormat(language, { year: 'numeric', ...month }).format(activeDate);
  });

  constructor() {
    this.calendar.stateChanges.pipe(takeUntilDestroyed()).subscribe(() => this.count());
  }

  protected switchView(): void {
    this.calendar.currentView = this.isMonth() ? 'multi-year' : 'month';
    this.count();
  }

  protected go(direction: 1 | -1): void {
    const { activeDate, currentView } = this.calendar;
    const months = direction * steps[currentView];
    this.calendar.activeDate = new Date(activeDate.getFullYear(), activeDate.getMonth() + months, 1);
    this.count();
  }

  private count(): void {
    this.changes.update((count) => count + 1);
  }
}
