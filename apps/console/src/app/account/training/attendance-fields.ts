import { Component, computed, inject, input, model } from '@angular/core';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Formats } from '../../platform/format/formats.js';
import type { Attending } from './attendance.js';

const scores = ['5', '4', '3', '2', '1'] as const;

/** Who is asked to come; once it has been held also who came and what they thought of it. */
@Component({
  selector: 'fc-attendance-fields',
  templateUrl: './attendance-fields.html',
  styleUrl: './attendance-fields.css',
})
export class AttendanceFields {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  readonly value = model.required<readonly Attending[]>();
  readonly isAhead = input.required<boolean>();
  protected readonly scores = scores;
  protected readonly untaught = computed(() => this.value().filter((one) => one.isUntaught && !one.isAsked).length);
  protected readonly open = computed(() => this.value().filter((one) => one.isAsked && one.came === '').length);

  protected cameOf(value: string): Attending['came'] {
    return value === 'yes' || value === 'no' ? value : '';
  }

  protected put(id: string, change: Partial<Attending>): void {
    this.value.update((all) => all.map((one) => (one.person.id === id ? { ...one, ...change } : one)));
  }

  protected askUntaught(): void {
    this.value.update((all) => all.map((one) => (one.isUntaught ? { ...one, isAsked: true } : one)));
  }

  protected allCame(): void {
    this.value.update((all) => all.map((one) => (one.isAsked && one.came === '' ? { ...one, came: 'yes' } : one)));
  }
}
