import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type Recovery, recoveryOutcomes } from '@forecall/contracts';
import { complaintNumber, highestScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ReplyLines } from '../../surveys/index.js';
import { RecoveryClient } from './recovery-client.js';

type Outcome = (typeof recoveryOutcomes)[number];

/** What a customer answered that is to be seen to, and what came of it. */
@Component({
  selector: 'fc-recovery-part',
  imports: [Choices, Field, FormField, Input, Load, PanelForm, Ready, ReplyLines, RouterLink, Shape, Skeleton],
  templateUrl: './recovery-part.html',
  styleUrl: './recovery-part.css',
})
export class RecoveryPart {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(RecoveryClient);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();
  /** Whether what came of it is to be told now. */
  readonly isEnding = input(false);
  /** It has ended, or goes on again. */
  readonly changed = output();
  readonly closed = output();

  protected readonly found = resource({ params: this.id, loader: ({ params }) => this.client.one(params) });
  protected readonly one = computed(() => (this.found.hasValue() ? this.found.value() : null));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(
    signal<{ outcome: Outcome | null; note: string }>({ outcome: null, note: '' }),
    (path) => {
      required(path.outcome);
      maxLength(path.note, 2000);
    },
  );
  readonly isDirty = computed(() => this.form().dirty());
  protected readonly outcomes = computed(() =>
    recoveryOutcomes.map((value, n) => ({ value, label: this.t(`my-day.recovery.of.${value}`), press: String(n + 1) })),
  );
  protected readonly outcomeError = computed(() => {
    const state = this.form.outcome();
    if (!state.touched() || !state.invalid()) return undefined;
    return state.errors().find(({ message }) => message)?.message ?? this.t('problem.field.required');
  });
  protected readonly number = computed(() => {
    const complaint = this.one()?.complaint;
    return complaint ? complaintNumber(complaint.number, complaint.year) : null;
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ outcome, note }) => {
    const one = this.one();
    if (!one || outcome === null) return;
    const { id, revision } = await this.client.end(one.id, { revision: one.revision, outcome, note });
    this.toasts.show({
      text: 'my-day.recovery.was-ended',
      values: { outcome: this.t(`my-day.recovery.of.${outcome}`) },
      undo: () => this.client.takeUp(id, revision).then(() => this.changed.emit()),
    });
    this.changed.emit();
    this.closed.emit();
  });

  /** The words stand among all that was told. */
  protected isAmongLines(text: string): boolean {
    return this.one()?.lines.some((line) => line.kind === 'text' && line.said === text) === true;
  }

  protected said({ kind, score, scale }: Recovery['answer']): string {
    return this.t(`my-day.recovery.kind.${kind}`, { score: `${score} / ${highestScore(kind, scale)}` });
  }
}
