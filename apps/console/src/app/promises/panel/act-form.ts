import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, minLength, pattern, required, validate } from '@angular/forms/signals';
import type { PromiseDetail } from '@forecall/contracts';
import { localInstant, minuteOfTime } from '@forecall/domain';
import { type PickedStaff, StaffPicker } from '../../organisation/index.js';
import { Formats } from '../../platform/format/formats.js';
import { wallTime } from '../../platform/format/moment.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import type { Toast } from '../../platform/notice/toasts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { timeOfDay } from '../line/promise-draft.js';
import { PromisesClient } from '../promises-client.js';
import type { FormAct } from './acts.js';

interface Told {
  readonly note: string;
  readonly day: string | null;
  readonly time: string;
  readonly why: string;
  readonly owner: PickedStaff | null;
}

export interface ActDone {
  readonly toast: Toast;
  readonly undo?: () => Promise<unknown>;
}

const needsWhy: ReadonlySet<FormAct> = new Set(['renegotiate', 'break', 'void'] as const);
/** Fields of the form by what the server calls them. */
const fieldNames = { dueAt: 'day', ownerId: 'owner' };

/** What an act on a promise needs to be told. */
@Component({
  selector: 'fc-promise-act-form',
  imports: [DayInput, Field, FormField, Input, PanelForm, StaffPicker],
  templateUrl: './act-form.html',
  styleUrl: './promise-panel.css',
})
export class ActForm {
  protected readonly t = injectTexts();
  private readonly client = inject(PromisesClient);
  private readonly format = inject(Formats);
  private readonly clock = inject(ServerClock);
  readonly promise = input.required<PromiseDetail>();
  readonly act = input.required<FormAct>();
  readonly cancelled = output();
  readonly done = output<ActDone>();
  /** Somebody else changed it: it is to be read anew; what is typed stays. */
  readonly stale = output();

  protected readonly today = this.format.today();
  protected readonly failure = signal<unknown>(null);
  private readonly entry = signal<Told>({ note: '', day: null, time: '17:00', why: '', owner: null });
  protected readonly form = form(this.entry, (path) => {
    const isMoved = () => this.act() === 'renegotiate';
    maxLength(path.note, 500);
    required(path.day, { when: isMoved });
    required(path.time, { when: isMoved });
    pattern(path.time, timeOfDay);
    validate(path.day, ({ value, valueOf }) => {
      const dueAt = this.instantOf(value(), valueOf(path.time));
      return dueAt !== null && dueAt <= this.clock.now() ? { kind: 'in-the-past' } : undefined;
    });
    required(path.why, { when: () => needsWhy.has(this.act()) });
    minLength(path.why, 3);
    maxLength(path.why, 500);
    validate(path.owner, ({ value }) => (this.act() === 'hand' && value() === null ? { kind: 'required' } : undefined));
  });
  protected readonly needsWhy = computed(() => needsWhy.has(this.act()));

  protected readonly send = sendsForm(this.form, this.failure, async (told) => {
    try {
      this.done.emit(await this.tell(told));
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.stale.emit();
      throw problemOfForm(error, fieldNames);
    }
  });

  constructor() {
    // The clock of the time before is the likeliest of the new one.
    effect(() => {
      const time = wallTime(this.promise().dueAt, this.format.zone()).time;
      untracked(() => {
        if (!this.form().dirty()) this.entry.update((entry) => ({ ...entry, time }));
      });
    });
  }

  private async tell({ note, day, time, why, owner }: Told): Promise<ActDone> {
    const { id, revision, dueAt: before, mayVoid } = this.promise();
    const again = (now: number) => (mayVoid ? { undo: () => this.client.reopen(id, now) } : {});
    switch (this.act()) {
      case 'keep': {
        const now = await this.client.keep(id, { revision, note });
        return { toast: { text: 'promises.was.kept' }, ...again(now.revision) };
      }
      case 'break': {
        const now = await this.client.break(id, { revision, why });
        return { toast: { text: 'promises.was.broken' }, ...again(now.revision) };
      }
      case 'void': {
        const now = await this.client.void(id, { revision, why });
        return { toast: { text: 'promises.was.void' }, ...again(now.revision) };
      }
      case 'hand': {
        const { owner: giver } = this.promise();
        const now = await this.client.hand(id, { revision, ownerId: owner?.id ?? '', why });
        const undo = () => this.client.hand(id, { revision: now.revision, ownerId: giver.id, why: '' });
        return { toast: { text: 'promises.was.handed', values: { name: owner?.name ?? '' } }, undo };
      }
      case 'renegotiate': {
        const dueAt = this.instantOf(day, time)?.toISOString() ?? '';
        const now = await this.client.renegotiate(id, { revision, dueAt, why });
        const taken = this.t('promises.taken-back');
        const undo = () => this.client.renegotiate(id, { revision: now.revision, dueAt: before, why: taken });
        return { toast: { text: 'promises.was.moved', values: { when: this.format.dayTime(dueAt) } }, undo };
      }
    }
  }

  private instantOf(day: string | null, time: string): Date | null {
    const minute = minuteOfTime(time);
    return day === null || minute === undefined ? null : new Date(localInstant(day, minute, this.format.zone()));
  }
}
