import { Component, computed, inject, input, type OnInit, output, resource, signal } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import type { CampaignDetail, ExamEntry } from '@forecall/contracts';
import { localInstant, minuteOfTime } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { State } from '../../ui/state/state.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { BookingClient } from './booking-client.js';

const timeOfDay = /^([01]?\d|2[0-3]):[0-5]\d$/;
const names = { startsAt: 'day' };

interface Entry {
  readonly day: string | null;
  readonly time: string;
  readonly assessorId: string;
  readonly secondId: string;
}

/** One exam of one person, booked by hand or moved: day, time, who examines. What speaks against it is said before it is sent. */
@Component({
  selector: 'fc-slot-form',
  imports: [DayInput, Field, FormField, Input, PanelForm, State],
  template: `
    <fc-panel-form
      [act]="t(exam() ? 'booking.slot.move' : 'booking.slot.book')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <div class="pair">
        <fc-field [label]="t('booking.slot.day')">
          <fc-day [notBefore]="first()" [formField]="form.day" />
        </fc-field>
        <fc-field [label]="t('booking.slot.time')" [hint]="t('booking.slot.minutes', { count: minutes() })">
          <input
            fcInput
            type="text"
            inputmode="numeric"
            autocomplete="off"
            placeholder="10:40"
            [formField]="form.time"
          />
        </fc-field>
      </div>
      <fc-field [label]="t('booking.slot.assessor')">
        <select fcInput [formField]="form.assessorId">
          <option value=""></option>
          @for (one of campaign().assessors; track one.id) {
            <option [value]="one.id">{{ one.name }}</option>
          }
        </select>
      </fc-field>
      <fc-field [label]="t('booking.slot.second')" [optional]="true">
        <select fcInput [formField]="form.secondId">
          <option value=""></option>
          @for (one of campaign().assessors; track one.id) {
            <option [value]="one.id">{{ one.name }}</option>
          }
        </select>
      </fc-field>
      <p role="status" class="check">
        @if (fault(); as text) {
          <fc-state state="watch" [label]="text" />
        } @else if (isFree()) {
          <fc-state state="usual" [label]="t('booking.free')" />
        }
      </p>
    </fc-panel-form>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 12px;
    }
    .check {
      min-height: 20px;
    }
  `,
})
export class SlotForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly problems = inject(ProblemTexts);
  private readonly client = inject(BookingClient);
  private readonly toasts = inject(Toasts);
  readonly campaign = input.required<CampaignDetail>();
  readonly candidate = input.required<{ readonly id: string; readonly name: string }>();
  /** That is moved; null: a new one. */
  readonly exam = input<ExamEntry | null>(null);
  /** Of a resit: the first day. */
  readonly from = input<string | null>(null);
  readonly cancelled = output();
  readonly done = output();

  protected readonly minutes = computed(() => this.exam()?.minutes ?? this.campaign().minutes);
  protected readonly first = computed(() =>
    [this.format.today(), this.campaign().opensOn, this.from() ?? ''].reduce((a, b) => (a > b ? a : b)),
  );
  private readonly entry = signal<Entry>({ day: null, time: '', assessorId: '', secondId: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.day);
    required(path.time);
    pattern(path.time, timeOfDay);
    required(path.assessorId);
  });
  private readonly check = resource({
    params: () => {
      const { day, time, assessorId, secondId } = this.entry();
      if (day === null || !timeOfDay.test(time) || !assessorId) return undefined;
      const exam = this.exam();
      return {
        ...{ candidateId: this.candidate().id, startsAt: this.startsAt(day, time), assessorId },
        ...(secondId && { secondId }),
        ...(exam && { examId: exam.id }),
      };
    },
    loader: ({ params }) => this.client.check(this.campaign().id, params),
  });
  private readonly checked = computed(() =>
    this.check.status() === 'resolved' && this.check.hasValue() ? this.check.value() : undefined,
  );
  protected readonly isFree = computed(() => this.checked()?.fault === null && this.failure() === null);
  protected readonly fault = computed(() => {
    const found = this.failure() === null ? this.checked()?.fault : null;
    if (!found) return '';
    return this.problems.sentence(new ProblemError({ type: 'about:blank', title: found.code, status: 409, ...found }));
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ day, time, assessorId, secondId }) => {
    if (day === null) return;
    const slot = { startsAt: this.startsAt(day, time), assessorId, secondId: secondId || null };
    const exam = this.exam();
    const { id: candidateId, name } = this.candidate();
    try {
      const booked = exam
        ? await this.client.move(exam.id, { revision: exam.revision, ...slot })
        : await this.client.bookOne(this.campaign().id, { candidateId, ...slot });
      this.toasts.show({
        text: exam ? 'booking.moved' : 'booking.booked-one',
        values: { name, when: this.format.dateTime(booked.startsAt), assessor: booked.assessor.name },
      });
    } catch (error) {
      throw problemOfForm(error, names);
    }
    this.done.emit();
  });

  ngOnInit(): void {
    const exam = this.exam();
    if (exam)
      this.entry.set({
        ...{ day: this.format.dayOf(exam.startsAt), time: this.format.time(exam.startsAt) },
        ...{ assessorId: exam.assessor.id, secondId: exam.second?.id ?? '' },
      });
  }

  private startsAt(day: string, time: string): string {
    return new Date(localInstant(day, minuteOfTime(time) ?? 0, this.format.zone())).toISOString();
  }
}
