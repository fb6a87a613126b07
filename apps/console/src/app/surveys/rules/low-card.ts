import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { form, FormField, max, min, required, validate } from '@angular/forms/signals';
import type { RecoverySetting } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { FurtherRulesClient } from './further-rules-client.js';
import { lowEntryOf, lowKinds, type LowKind, lowScores, lowToldOf, type LowEntry } from './low-entry.js';

/** Which answers are low, so that somebody sees to them at once, and how much time there is. */
@Component({
  selector: 'fc-low-card',
  imports: [CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './low-card.html',
  styleUrl: './further-rules.css',
})
export class LowCard {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(FurtherRulesClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly maySet = input.required<boolean>();

  protected readonly kinds = lowKinds;
  protected readonly read = kept(resource({ loader: () => this.client.low() }));
  private readonly entry = signal<LowEntry>({ csat: '', nps: '', ces: '', dueMinutes: 240 });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.dueMinutes);
    min(path.dueMinutes, 15);
    max(path.dueMinutes, 14_400);
    validate(path.dueMinutes, ({ value }) => (Number.isInteger(value()) ? undefined : { kind: 'invalid' }));
  });
  /** What is low and what follows; nothing where nothing is. */
  protected readonly sentences = computed(() => {
    const entry = this.entry();
    const low = lowKinds
      .filter((kind) => entry[kind] !== '')
      .map((kind) => this.t(`surveys.low.is.${kind}`, { score: entry[kind] }));
    if (low.length === 0) return [this.t('surveys.low.none')];
    const time = this.format.duration(entry.dueMinutes * 60);
    return [
      this.t('surveys.low.are', { list: low.join(this.t('ui.list-comma')) }),
      this.t('surveys.low.duty', { time }),
      this.t('surveys.low.never'),
    ];
  });
  protected readonly send = sendsForm(this.form, this.failure, () => this.save());

  constructor() {
    effect(() => {
      const read = this.read.value();
      if (!read) return;
      untracked(() => {
        if (!this.form().dirty()) this.entry.set(lowEntryOf(read));
      });
    });
  }

  protected scoresOf(kind: LowKind): { value: string; label: string }[] {
    return lowScores(kind).map((score) => ({
      value: String(score),
      label: this.t('surveys.low.up-to', { score }),
    }));
  }

  private async save(): Promise<void> {
    const before = this.read.value();
    if (!before) return;
    try {
      const after = await this.client.setLow(lowToldOf(this.entry(), before.revision));
      this.toasts.show({ text: 'surveys.low.was-set', undo: () => this.undo(before, after.revision) });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.read.reload();
      throw error;
    }
    this.form().reset();
    this.read.reload();
  }

  private async undo(before: RecoverySetting, revision: number): Promise<void> {
    await this.faults.heed(this.client.setLow({ ...before, revision }));
    this.read.reload();
  }
}
