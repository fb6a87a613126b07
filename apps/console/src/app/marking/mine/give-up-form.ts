import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { ExamResult } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ExamsClient } from '../exams-client.js';

interface Told {
  readonly kind: 'absent' | 'cancelled';
  readonly why: string;
}

/** An exam is given up, or nobody came to it: not assessed, never failed. It is said why. */
@Component({
  selector: 'fc-give-up-form',
  imports: [Choices, Field, FormField, Input, PanelForm],
  template: `
    <fc-panel-form
      [act]="t('marking.give-up.act.' + entry().kind)"
      [keep]="t('marking.give-up.keep')"
      [isSending]="form().submitting()"
      [failure]="failure()"
      (sent)="send()"
      (cancelled)="cancelled.emit()"
    >
      @if (isBegun()) {
        <fc-choices [label]="t('marking.give-up.what')" [options]="options()" [formField]="form.kind" />
      }
      <p class="small quiet">{{ t('marking.give-up.note.' + entry().kind) }}</p>
      <fc-field [label]="t('marking.give-up.why')">
        <input fcInput type="text" autocomplete="off" [formField]="form.why" />
      </fc-field>
    </fc-panel-form>
  `,
})
export class GiveUpForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly client = inject(ExamsClient);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ServerClock);
  readonly exam = input.required<{
    readonly id: string;
    readonly revision: number;
    readonly startsAt: string;
    readonly staff: { readonly name: string };
  }>();
  readonly cancelled = output();
  readonly done = output<ExamResult>();

  /** Nobody can be absent before it. */
  protected readonly isBegun = computed(() => new Date(this.exam().startsAt) <= this.clock.now());
  protected readonly options = computed(() =>
    (['absent', 'cancelled'] as const).map((value, nth) => ({
      value,
      label: this.t(`marking.give-up.kind.${value}`),
      press: String(nth + 1),
    })),
  );
  protected readonly entry = signal<Told>({ kind: 'cancelled', why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    maxLength(path.why, 500);
  });

  ngOnInit(): void {
    if (this.isBegun()) this.entry.set({ kind: 'absent', why: '' });
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ kind, why }) => {
    const { id, revision, staff } = this.exam();
    const result = await this.client.miss(id, { revision, kind, why });
    this.toasts.show({ text: `marking.did.${kind}`, values: { name: staff.name } });
    this.done.emit(result);
  });
}
