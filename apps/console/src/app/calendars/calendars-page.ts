import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { CalendarOwner, DatedDayEntry } from '@forecall/contracts';
import { calendarOwners } from '@forecall/contracts';
import { hoursText } from '@forecall/domain';
import { type PickedStaff, StaffPicker } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Field } from '../ui/field/field.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { CalendarsClient, type Owned } from './calendars-client.js';
import { CalendarsTabs } from './calendars-tabs.js';
import { DayForm } from './day-form.js';
import { HolidaysForm } from './holidays-form.js';
import { WeekForm } from './week-form.js';
import { YearView } from './year-view.js';

type Task = 'look' | 'week' | 'new-day' | 'holidays';

/** When work is done: hours, holidays and other days of the organisation, a department or a person, and why. */
@Component({
  selector: 'fc-calendars-page',
  imports: [
    CalendarsTabs,
    DayForm,
    Empty,
    Field,
    HolidaysForm,
    Icon,
    KeyCaps,
    Load,
    Ready,
    Shape,
    Skeleton,
    StaffPicker,
    WeekForm,
    YearView,
  ],
  templateUrl: './calendars-page.html',
  styleUrl: './calendars-page.css',
})
export class CalendarsPage {
  protected readonly t = injectTexts();
  private readonly departmentName = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Locale).name;
  private readonly client = inject(CalendarsClient);
  private readonly router = inject(Router);
  /** From the address: whose calendar, which year, which day. */
  readonly owner = input<string>();
  readonly of = input<string>();
  readonly name = input<string>();
  readonly in = input<string>();
  readonly day = input<string>();

  protected readonly task = signal<Task>('look');
  protected readonly isPicking = signal(false);
  protected readonly owned = computed((): Owned => {
    const owner = calendarOwners.find((one) => one === this.owner()) ?? 'organisation';
    const ownerId = this.of() ?? null;
    return owner === 'organisation' || ownerId === null ? { owner: 'organisation', ownerId: null } : { owner, ownerId };
  });
  protected readonly year = computed(() => Number(this.in() ?? this.format.today().slice(0, 4)));
  protected readonly list = kept(resource({ loader: () => this.client.list() }));
  protected readonly loaded = kept(
    resource({
      params: () => ({ owned: this.owned(), year: this.year() }),
      loader: ({ params: { owned, year } }) => this.client.year(owned, year),
    }),
  );
  protected readonly shown = computed(() => this.loaded.value());
  protected readonly calendar = computed(() => this.shown()?.calendar ?? null);
  protected readonly days = computed(() => this.shown()?.days ?? []);
  protected readonly dated = computed(() => this.shown()?.dated ?? []);
  /** A list of one or none: another day is another form. */
  protected readonly opened = computed(() => this.days().filter(({ day }) => day === this.day()));
  protected readonly own = computed(() => this.dated().find(({ day }) => day === this.day()));
  /** Departments, and people with hours of their own; with the one that is shown. */
  protected readonly departments = computed(() =>
    (this.list.value()?.departments ?? []).map(({ department }) => ({
      id: department.id,
      name: this.departmentName(department),
    })),
  );
  protected readonly people = computed(() => {
    const people = (this.list.value()?.staff ?? []).map(({ staff }) => staff);
    const { owner, ownerId } = this.owned();
    const isMissing = owner === 'staff' && ownerId !== null && !people.some(({ id }) => id === ownerId);
    return isMissing ? [...people, { id: ownerId, name: this.name() ?? '' }] : people;
  });
  protected readonly ownerName = computed(() => {
    const { owner, ownerId } = this.owned();
    const among = owner === 'department' ? this.departments() : this.people();
    return among.find(({ id }) => id === ownerId)?.name ?? this.t('calendars.owner.organisation');
  });
  protected readonly chosen = computed(() => `${this.owned().owner} ${this.owned().ownerId ?? ''}`.trim());
  /** The hours of each weekday that hold for the owner, and whether they are its own. */
  protected readonly week = computed(() => {
    const { owner } = this.owned();
    const set = owner === 'organisation' ? this.calendar()?.week : (this.calendar()?.week ?? this.inheritedWeek());
    return (set ?? []).map((hours, n) => ({
      label: this.format.weekday(n + 1),
      lines: hours.map((interval) => hoursText([interval])),
    }));
  });
  protected readonly isInherited = computed(() => !this.calendar()?.week && this.week().length > 0);
  protected readonly inheritedWeek = computed(() => this.list.value()?.organisation?.week ?? []);
  protected readonly isOpen = computed(() => this.task() !== 'look' || this.opened().length > 0);

  constructor() {
    useKeys('page.calendars', [
      { press: 'n', name: 'calendars.day.new', act: () => this.begin('new-day') },
      { press: 'h', name: 'calendars.holidays.act-short', act: () => this.begin('holidays') },
      { press: 'w', name: 'calendars.week.change', act: () => this.begin('week') },
    ]);
  }

  protected begin(task: Task): void {
    void this.go({ day: null });
    this.task.set(task);
  }

  protected open(day: string | null): void {
    this.task.set('look');
    void this.go({ day });
  }

  protected close(): void {
    this.task.set('look');
    if (this.day() !== undefined) void this.go({ day: null });
  }

  protected choose(value: string): void {
    this.task.set('look');
    this.isPicking.set(value === 'somebody');
    if (value === 'somebody') return;
    const [owner = '', of = null] = value.split(' ');
    void this.go({ owner: owner === 'organisation' ? null : owner, of, name: null, day: null });
  }

  protected pick(person: PickedStaff | null): void {
    if (!person) return;
    this.isPicking.set(false);
    const owner: CalendarOwner = 'staff';
    void this.go({ owner, of: person.id, name: person.name, day: null });
  }

  protected turn(years: number): void {
    this.task.set('look');
    void this.go({ in: this.year() + years, day: null });
  }

  protected readonly changed = (): void => {
    this.list.reload();
    this.loaded.reload();
  };

  protected nameOf({ nameEn, nameZh }: DatedDayEntry): string {
    return this.locale() === 'zh' ? nameZh : nameEn;
  }

  protected hoursOf({ hours }: DatedDayEntry): string {
    return hours ? hoursText(hours) : '';
  }

  private go(queryParams: Record<string, string | number | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
