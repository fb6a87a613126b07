import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import type { LocaleName, ReportMailing, SavedReport } from '@forecall/contracts';
import { StaffClient } from '../../organisation/staff-client.js';
import { Formats } from '../../platform/format/formats.js';
import { Locale, localeNames } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { TypeAhead } from '../../ui/choice/type-ahead.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Icon } from '../../ui/icon/icon.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ReportsClient } from '../reports-client.js';

type Recipient = ReportMailing['recipients'][number];

const pauseMilliseconds = 120;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When a report is mailed and to whom; each gets the figures of their own reach, in their language. */
@Component({
  selector: 'fc-mail-form',
  imports: [Banner, Field, FormField, Icon, Input, Panel, PanelForm, TypeAhead],
  templateUrl: './mail-form.html',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 112px;
      gap: 12px;
    }
    li {
      gap: 8px;
      min-height: 36px;
    }
    li select.input {
      width: auto;
    }
  `,
})
export class MailForm {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ReportsClient);
  private readonly staff = inject(StaffClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly session = inject(Session);
  private readonly ownLocale = inject(Locale).name;
  protected readonly locales = localeNames;
  readonly report = input.required<SavedReport>();
  readonly closed = output();
  readonly done = output<SavedReport>();

  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  protected readonly days = Array.from({ length: 31 }, (_, index) => index + 1);
  private readonly entry = linkedSignal(() => {
    const mailing = this.report().mailing;
    return { when: mailing ? whenOf(mailing) : 'weekday:1', time: mailing?.time ?? '07:30' };
  });
  protected readonly recipients = linkedSignal<readonly Recipient[]>(() => {
    const { staffId = '', name = '' } = this.session.me() ?? {};
    return this.report().mailing?.recipients ?? [{ staffId, name, locale: this.ownLocale() }];
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly isNobody = signal(false);
  protected readonly form = form(this.entry, (path) => {
    required(path.time);
    pattern(path.time, timeOfDay);
  });

  private readonly mail = resource({ loader: () => this.client.isMailOn() });
  protected readonly isMailOff = computed(() => this.mail.hasValue() && !this.mail.value());

  protected readonly typed = signal('');
  protected readonly found = resource({
    params: () => this.typed().trim() || undefined,
    loader: async ({ params: search, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      return abortSignal.aborted ? [] : (await this.staff.page({ search, limit: 8 })).staff;
    },
  });
  protected readonly suggestions = computed(() => {
    const taken = new Set(this.recipients().map(({ staffId }) => staffId));
    const staff = this.found.hasValue() ? this.found.value() : [];
    return staff
      .filter(({ id }) => !taken.has(id))
      .map(({ id, name, externalId }) => ({ id, label: name, aside: externalId ?? '' }));
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ when, time }) => {
    this.isNobody.set(this.recipients().length === 0);
    if (this.isNobody()) return;
    const [kind, number] = when.split(':');
    const changed = await this.client.change(this.report().id, {
      revision: this.report().revision,
      mailing: {
        weekday: kind === 'weekday' ? Number(number) : null,
        dayOfMonth: kind === 'day' ? Number(number) : null,
        time,
        recipients: this.recipients().map(({ staffId, locale }) => ({ staffId, locale })),
      },
    });
    this.toasts.show({ text: 'reports.done.mailing', values: { name: changed.name } });
    this.done.emit(changed);
  });

  protected add(id: string): void {
    const one = this.suggestions().find((suggestion) => suggestion.id === id);
    if (one) this.recipients.update((all) => [...all, { staffId: id, name: one.label, locale: this.ownLocale() }]);
    this.typed.set('');
  }

  protected remove(staffId: string): void {
    this.recipients.update((all) => all.filter((one) => one.staffId !== staffId));
  }

  protected setLocale(staffId: string, event: Event): void {
    const locale = (event.target as HTMLSelectElement).value as LocaleName;
    this.recipients.update((all) => all.map((one) => (one.staffId === staffId ? { ...one, locale } : one)));
  }

  protected stop(): Promise<void> {
    const { id, revision, name } = this.report();
    return this.faults.heed(
      this.client.change(id, { revision, mailing: null }).then((changed) => {
        this.toasts.show({ text: 'reports.done.mailing-ended', values: { name } });
        this.done.emit(changed);
      }),
    );
  }
}

const whenOf = ({ weekday, dayOfMonth }: ReportMailing): string =>
  weekday !== null ? `weekday:${weekday}` : dayOfMonth !== null ? `day:${dayOfMonth}` : 'daily';
