import { Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import type { CalendarEntry } from '@forecall/contracts';
import type { LocalInterval } from '@forecall/domain';
import { Undoable } from '../organisation/index.js';
import { zonesFor } from '../platform/format/zones.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { CalendarsClient, type Owned } from './calendars-client.js';
import { officeWeek, type WeekEntry, weekEntryOf, weekOf } from './week-entry.js';
import { validateWeek, WeekFields } from './week-fields.js';

type Entry = WeekEntry & { own: 'yes' | 'no'; zone: string; keepsHolidays: '' | 'yes' | 'no' };

/** The hours of a week, typed as one says them; for a department or a person also the zone and the holidays. */
@Component({
  selector: 'fc-week-form',
  imports: [Field, FormField, Input, Panel, PanelForm, WeekFields],
  templateUrl: './week-form.html',
})
export class WeekForm implements OnInit {
  protected readonly t = injectTexts();
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
    ...officeWeek,
    ...{ own: 'yes', zone: '', keepsHolidays: '' },
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, validateWeek);
  protected readonly hasOwnWeek = computed(() => this.isOrganisation() || this.entry().own === 'yes');

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const week = this.hasOwnWeek() ? weekOf(entry) : null;
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
    this.entry.update((entry) => ({
      ...entry,
      ...weekEntryOf(week),
      own: calendar === null || calendar.week !== null ? 'yes' : 'no',
      zone: calendar?.zone ?? '',
      keepsHolidays: answerOf(calendar?.keepsHolidays ?? null),
    }));
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
