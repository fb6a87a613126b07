import { Component, inject, output, resource, signal } from '@angular/core';
import { form, FormField, maxLength, pattern, required } from '@angular/forms/signals';
import { dutySources, type MakeDuty } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { AboutPicker } from './about-picker.js';
import { DayClient } from './day-client.js';
import { timeOfDay } from './time-of-day.js';
import { instantAt } from './instant-at.js';

const minute = 60_000;

/** Something to be done: what, by when, by whom. */
@Component({
  selector: 'fc-make-duty-form',
  imports: [AboutPicker, DayInput, Field, FormField, Input, Panel, PanelForm],
  templateUrl: './make-duty-form.html',
  styleUrl: './duty-panel.css',
})
export class MakeDutyForm {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(DayClient);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  readonly closed = output();
  readonly made = output();

  protected readonly takers = resource({ loader: () => this.client.takers() });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(
    signal<{ what: string; about: string; day: string | null; time: string; remind: string; ownerId: string }>({
      ...{ what: '', about: '', day: this.format.today(), time: '', remind: '15', ownerId: '' },
    }),
    (path) => {
      required(path.what);
      maxLength(path.what, 200);
      required(path.day);
      required(path.time);
      pattern(path.time, timeOfDay);
    },
  );
  protected readonly reminders = ['', '15', '60', '1440'] as const;

  protected readonly send = sendsForm(this.form, this.failure, async ({ what, about, day, time, remind, ownerId }) => {
    if (day === null) return;
    const due = instantAt(day, time, this.format.zone());
    await this.client.make({
      ...{ what, dueAt: due.toISOString() },
      remindAt: remind === '' ? null : new Date(due.getTime() - Number(remind) * minute).toISOString(),
      ...(ownerId && { ownerId }),
      about: sourceOf(about),
    });
    this.toasts.show({ text: 'my-day.was-made' });
    this.made.emit();
    this.closed.emit();
  });
}

/** "account:" and an id, as it was found. */
function sourceOf(found: string): MakeDuty['about'] {
  const [entity, id] = found.split(':');
  const known = dutySources.find((source) => source === entity);
  return known && id !== undefined ? { entity: known, id } : null;
}
