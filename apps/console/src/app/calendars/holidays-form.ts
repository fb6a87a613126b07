import { Component, computed, effect, inject, input, output, resource, signal, untracked } from '@angular/core';
import type { CalendarEntry, HolidayChange } from '@forecall/contracts';
import { Undoable } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
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
  readonly owned = input.required<Owned>();
  readonly year = input.required<number>();
  readonly calendar = input.required<CalendarEntry | null>();
  readonly closed = output();
  readonly changed = input.required<() => void>();

  protected readonly country = signal('CN');
  protected readonly region = signal('');
  protected readonly failure = signal<unknown>(null);
  protected readonly isSending = signal(false);
  private readonly known = kept(resource({ loader: () => this.client.countries() }));
  protected readonly countries = computed(() => {
    const names = new Intl.DisplayNames([this.locale() === 'zh' ? 'zh-Hans' : 'en'], { type: 'region' });
    return (this.known.value()?.countries ?? [])
      .map(({ code, regions }) => ({ code, regions, name: names.of(code) ?? code }))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.locale()));
  });
  protected readonly regions = computed(
    () => this.countries().find(({ code }) => code === this.country())?.regions ?? [],
  );
  private readonly wanted = computed(() => ({
    ...this.owned(),
    country: this.country(),
    region: this.region() || null,
    year: this.year(),
  }));
  protected readonly preview = kept(
    resource({ params: this.wanted, loader: ({ params }) => this.client.preview(params) }),
  );
  protected readonly days = computed(() => this.preview.value()?.days ?? []);
  protected readonly count = computed(
    () => this.days().filter(({ change }) => ['new', 'changed', 'gone'].includes(change)).length,
  );

  constructor() {
    effect(() => {
      const calendar = this.calendar();
      untracked(() => {
        if (!calendar?.country) return;
        this.country.set(calendar.country);
        this.region.set(calendar.region ?? '');
      });
    });
  }

  protected choose(country: string): void {
    this.country.set(country);
    this.region.set('');
  }

  protected nameOf({ nameEn, nameZh }: HolidayChange): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }

  protected async send(): Promise<void> {
    this.failure.set(null);
    this.isSending.set(true);
    try {
      const values = { count: this.count(), year: String(this.year()) };
      await this.undoable.does(this.client.import(this.wanted()), 'calendars.done.imported', values, this.changed());
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
