import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import type { CalendarEntry, HolidayChange } from '@forecall/contracts';
import { Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { countryOf } from '../platform/format/zones.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Banner } from '../ui/feedback/banner.js';
import { kept } from '../ui/feedback/kept.js';
import { Field } from '../ui/field/field.js';
import { PlainInput } from '../ui/field/plain-input.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { CalendarsClient, type Owned } from './calendars-client.js';

/** A country's holidays for a year: what would change is shown before it does. */
@Component({
  selector: 'fc-holidays-form',
  imports: [Banner, Field, Panel, PanelForm, PlainInput],
  templateUrl: './holidays-form.html',
  styleUrl: './holidays-form.css',
})
export class HolidaysForm {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly client = inject(CalendarsClient);
  private readonly undoable = inject(Undoable);
  private readonly session = inject(Session);
  readonly owned = input.required<Owned>();
  readonly year = input.required<number>();
  readonly calendar = input.required<CalendarEntry | null>();
  readonly closed = output();
  readonly changed = input.required<() => void>();

  private readonly zone = computed(() => this.calendar()?.zone ?? this.session.me()?.organisation.zone ?? '');
  protected readonly failure = signal<unknown>(null);
  protected readonly isSending = signal(false);
  private readonly known = kept(resource({ loader: () => this.client.countries() }));
  protected readonly countries = computed(() => {
    const names = new Intl.DisplayNames([this.locale() === 'zh' ? 'zh-Hans' : 'en'], { type: 'region' });
    return (this.known.value()?.countries ?? [])
      .map(({ code, regions }) => ({ code, regions, name: names.of(code) ?? code }))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.locale()));
  });
  /** That of the calendar, else the one whose zone is kept; none where that is not plain. */
  protected readonly country = linkedSignal(() => {
    const codes = this.countries().map(({ code }) => code);
    return this.calendar()?.country ?? countryOf(this.zone(), codes) ?? '';
  });
  protected readonly region = linkedSignal(() => this.calendar()?.region ?? '');
  protected readonly regions = computed(
    () => this.countries().find(({ code }) => code === this.country())?.regions ?? [],
  );
  private readonly wanted = computed(() => {
    if (this.country() === '') return undefined;
    return { ...this.owned(), country: this.country(), region: this.region() || null, year: this.year() };
  });
  protected readonly preview = kept(
    resource({ params: this.wanted, loader: ({ params }) => this.client.preview(params) }),
  );
  protected readonly days = computed(() => (this.wanted() && this.preview.value()?.days) ?? []);
  protected readonly count = computed(
    () => this.days().filter(({ change }) => ['new', 'changed', 'gone'].includes(change)).length,
  );

  protected choose(country: string): void {
    this.country.set(country);
    this.region.set('');
  }

  protected nameOf({ nameEn, nameZh }: HolidayChange): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }

  protected async send(): Promise<void> {
    const wanted = this.wanted();
    if (!wanted) return;
    this.failure.set(null);
    this.isSending.set(true);
    try {
      const values = { count: this.count(), year: String(this.year()) };
      await this.undoable.does(this.client.import(wanted), 'calendars.done.imported', values, this.changed());
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
