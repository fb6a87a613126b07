import { Component, computed, inject, input, OnInit, output, signal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import type { DatedDayEntry, PlannedDay } from '@forecall/contracts';
import { type DayKind, dayKinds, hoursText, readHours } from '@forecall/domain';
import { Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { CalendarsClient, type Owned } from './calendars-client.js';
import { lookOf } from './year-months.js';

interface Entry {
  day: string | null;
  kind: DayKind;
  nameEn: string;
  nameZh: string;
  hours: string;
}

/** One day: what it is and why, and what it is set to. */
@Component({
  selector: 'fc-day-form',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  templateUrl: './day-form.html',
})
export class DayForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly client = inject(CalendarsClient);
  private readonly undoable = inject(Undoable);
  readonly owned = input.required<Owned>();
  /** The day in the year shown; without it one is chosen. */
  readonly planned = input<PlannedDay>();
  /** What the owner itself set for that day. */
  readonly own = input<DatedDayEntry>();
  readonly closed = output();
  readonly changed = input.required<() => void>();

  protected readonly kinds = dayKinds;
  private readonly entry = signal<Entry>({ day: null, kind: 'closed', nameEn: '', nameZh: '', hours: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly isWorked = computed(() => ['open', 'make-up'].includes(this.entry().kind));
  protected readonly form = form(this.entry, (path) => {
    required(path.day);
    required(path.nameEn);
    required(path.nameZh);
    maxLength(path.nameEn, 120);
    maxLength(path.nameZh, 120);
    validate(path.hours, ({ value }) => (readHours(value()) ? undefined : { kind: 'hours' }));
  });
  protected readonly heading = computed(() => {
    const planned = this.planned();
    return planned ? this.format.day(planned.day) : this.t('calendars.day.new');
  });
  /** "Day off: Spring Festival, set by the organisation" */
  protected readonly why = computed(() => {
    const planned = this.planned();
    if (!planned) return '';
    const look = lookOf(planned);
    const name = planned.dated && this.nameOf(planned.dated);
    const by = planned.by === null ? '' : this.t(`calendars.by.${planned.by}`);
    const parts = [this.t(`calendars.look.${look}`), name, hoursText(planned.hours), by];
    return parts.filter(Boolean).join(this.t('ui.list-comma'));
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ day, kind, nameEn, nameZh, hours }) => {
    if (day === null) return;
    const told = this.isWorked() ? (readHours(hours) ?? []) : [];
    const written = { day, kind, nameEn, nameZh, hours: told.length > 0 ? told : null };
    const own = this.own();
    const acting = own
      ? this.client.changeDay(own.id, { ...written, revision: own.revision })
      : this.client.addDay({ ...this.owned(), ...written });
    await this.undoable.does(acting, 'calendars.done.day', { day: this.format.day(day) }, this.changed());
    this.closed.emit();
  });

  ngOnInit(): void {
    const own = this.own();
    const day = this.planned()?.day ?? null;
    if (!own) {
      this.entry.update((entry) => ({ ...entry, day }));
      return;
    }
    const { kind, nameEn, nameZh, hours } = own;
    this.entry.set({ day: own.day, kind, nameEn, nameZh, hours: hours ? hoursText(hours) : '' });
  }

  protected async remove(): Promise<void> {
    const own = this.own();
    if (!own) return;
    this.failure.set(null);
    try {
      const values = { day: this.format.day(own.day) };
      const acting = this.client.removeDay(own.id, own.revision);
      await this.undoable.does(acting, 'calendars.done.day-removed', values, this.changed());
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }

  private nameOf({ nameEn, nameZh }: DatedDayEntry): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }
}
