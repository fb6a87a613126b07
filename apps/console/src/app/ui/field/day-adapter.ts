import { inject, Injectable } from '@angular/core';
import { NativeDateAdapter } from '@angular/material/core';
import { Formats } from '../../platform/format/formats.js';

/** The calendar of the organisation: its today, weeks from Monday, days as plain figures. */
@Injectable()
export class DayAdapter extends NativeDateAdapter {
  private readonly formats = inject(Formats);

  override today(): Date {
    return dateOf(this.formats.today());
  }

  override getFirstDayOfWeek(): number {
    return 1;
  }

  override getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, index) => String(index + 1));
  }
}

/** Material's calendar counts in dates of the browser's zone; only their day matters. */
export function dateOf(day: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

export const isoOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
