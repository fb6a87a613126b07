import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { Alarm } from '@forecall/contracts';
import { type CauseKind, causeKinds } from '@forecall/domain';
import { AlarmWords } from '../../alarms/index.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AlarmsClient } from '../../alarms/alarms-client.js';

const courses = ['passes', 'lasts'] as const;
type Course = (typeof courses)[number];

/** What was behind an alarm, and what follows from saying so. */
@Component({
  selector: 'fc-explain-form',
  imports: [Choices, Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('alarm-work.explain.act')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      <fc-choices
        [label]="t('alarm-work.explain.cause')"
        [options]="causes()"
        [error]="causeError()"
        [formField]="form.cause"
      />
      @if (mayLast()) {
        <fc-choices [label]="t('alarm-work.explain.goes-on')" [options]="courses()" [formField]="form.course" />
      }
      <fc-field optional [label]="t('alarm-work.explain.note')">
        <textarea fcInput rows="4" [formField]="form.note"></textarea>
      </fc-field>
      <p class="small quiet">{{ does() }}</p>
    </fc-panel-form>
  `,
})
export class ExplainForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly words = inject(AlarmWords);
  private readonly client = inject(AlarmsClient);
  private readonly toasts = inject(Toasts);
  readonly alarm = input.required<Alarm>();
  readonly cancelled = output();
  readonly done = output();
  /** Somebody else acted meanwhile: it is to be read anew; what is typed stays. */
  readonly stale = output();

  protected readonly failure = signal<unknown>(null);
  private readonly entry = linkedSignal<string, { cause: CauseKind | null; course: Course; note: string }>({
    source: () => this.alarm().id,
    computation: () => {
      const { cause, lasts, note } = this.alarm();
      return { cause, course: lasts ? 'lasts' : 'passes', note: cause === null ? '' : note };
    },
  });
  /** Of what is told now, so that what is pressed twice is done once. */
  private readonly key = computed(() => `${this.alarm().id}-${this.alarm().revision}-${crypto.randomUUID()}`);
  protected readonly form = form(this.entry, (path) => {
    required(path.cause);
    maxLength(path.note, 1000);
  });
  protected readonly causes = computed(() =>
    causeKinds.map((value, index) => ({ value, label: this.t(`alarm-work.of.${value}`), press: String(index + 1) })),
  );
  /** What is usual is for heads and executives to say; what is over left nothing that could stay. */
  protected readonly mayLast = computed(() => this.alarm().mayRestart && this.alarm().ebbedAt === null);
  protected readonly courses = computed(() =>
    courses.map((value) => ({ value, label: this.t(`alarm-work.explain.course.${value}`) })),
  );
  protected readonly causeError = computed(() => {
    const state = this.form.cause();
    return state.touched() && state.invalid() ? this.t('problem.field.required') : undefined;
  });
  protected readonly does = computed(() => {
    const { ebbedAt, since, department } = this.alarm();
    const values = { since: this.words.at(since), department: this.nameOf(department) };
    const course = ebbedAt !== null ? 'ebbed' : this.form.course().value();
    return this.t(`alarm-work.explain.does.${course}`, values);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ cause, course, note }) => {
    const { id, revision, department } = this.alarm();
    if (cause === null) return;
    try {
      await this.client.explain(id, { revision, cause, lasts: this.mayLast() && course === 'lasts', note }, this.key());
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.stale.emit();
      throw error;
    }
    this.toasts.show({ text: 'alarms.was.explained', values: { department: this.nameOf(department) } });
    this.done.emit();
  });
}
