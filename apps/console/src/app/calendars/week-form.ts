import { Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import type { CalendarEntry } from '@forecall/contracts';
import { hoursText, type LocalInterval, readHours } from '@forecall/domain';
import { Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { zonesFor } from '../platform/format/zones.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { CalendarsClient, type Owned } from './calendars-client.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const dayKeys = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type DayKey = (typeof dayKeys)[number];
type Entry = Record<DayKey, string> & { own: 'yes' | 'no'; zone: string; keepsHolidays: '' | 'yes' | 'no' };

const office = '09:00–12:00, 13:00–18:00';

/** The hours of a week, typed as one says them; for a department or a person also the zone and the holidays. */
@Component({
  selector: 'fc-week-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  templateUrl: './week-form.html',
})
export class WeekForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(CalendarsClient);
  private readonly undoable = inject(Undoable);
  readonly owned = input.required<Owned>();
  readonly name = input.required<string>();
  readonly calendar = input.required<CalendarEntry | null>();
  /** The week that holds without one's own. */
  readonly inherited = input<readonly (readonly LocalInterval[])[]>([]);
  readonly closed = output();
  readonly changed = input.required<() => void>();

  protected readonly zones = computed(() => zonesFor(this.calendar()?.zone ?? ''));
  protected readonly isOrganisation = computed(() => this.owned().owner === 'organisation');
  private readonly entry = signal<Entry>({
    ...{ monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
    ...{ saturday: '', sunday: '', own: 'yes', zone: '', keepsHolidays: '' },
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    for (const key of dayKeys) validate(path[key], ({ value }) => (readHours(value()) ? undefined : { kind: 'hours' }));
  });
  protected readonly days = computed(() =>
    weekdays.map((weekday, n) => ({ label: this.format.weekday(weekday), field: this.form[dayKeys[n] ?? 'monday'] })),
  );
  protected readonly hasOwnWeek = computed(() => this.isOrganisation() || this.entry().own === 'yes');

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const week = this.hasOwnWeek() ? dayKeys.map((key) => readHours(entry[key]) ?? []) : null;
    const acting = this.client.set({
      ...this.owned(),
      week,
      zone: entry.zone || null,
      keepsHolidays: entry.keepsHolidays === '' ? null : entry.keepsHolidays === 'yes',
      revision: this.calendar()?.revision ?? null,
    });
    await this.undoable.does(acting, 'calendars.done.hours', { name: this.name() }, this.changed());
    this.closed.emit();
  });

  ngOnInit(): void {
    const calendar = this.calendar();
    const week = calendar?.week ?? this.inherited();
    const hours = week.length === 7 ? week.map(hoursText) : undefined;
    this.entry.update((entry) => ({
      ...entry,
      ...(hours ? (Object.fromEntries(dayKeys.map((key, n) => [key, hours[n] ?? ''])) as Record<DayKey, string>) : {}),
      own: calendar === null || calendar.week !== null ? 'yes' : 'no',
      zone: calendar?.zone ?? '',
      keepsHolidays: answerOf(calendar?.keepsHolidays ?? null),
    }));
  }

  /** Monday's hours for Tuesday to Friday too. */
  protected likeMonday(): void {
    this.entry.update((entry) => {
      const { monday } = entry;
      return { ...entry, tuesday: monday, wednesday: monday, thursday: monday, friday: monday };
    });
  }

  protected async remove(): Promise<void> {
    const calendar = this.calendar();
    if (!calendar) return;
    this.failure.set(null);
    try {
      const acting = this.client.remove(calendar.id, calendar.revision);
      await this.undoable.does(acting, 'calendars.done.removed', { name: this.name() }, this.changed());
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}

const answerOf = (told: boolean | null): Entry['keepsHolidays'] => (told === null ? '' : told ? 'yes' : 'no');
