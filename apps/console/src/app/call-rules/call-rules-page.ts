import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { form, FormField, max, min, required, validate } from '@angular/forms/signals';
import type { CallRules } from '@forecall/contracts';
import { usualCallRules } from '@forecall/domain';
import { problemOf } from '../platform/http/problem-error.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { CardForm } from '../ui/panel/card-form.js';
import { CadenceGrid } from './cadence-grid.js';
import { CapacityCard } from './capacity-card.js';
import { CallRulesClient } from './call-rules-client.js';

type Rules = Omit<CallRules, 'cadences' | 'revision'>;

const limits = {
  callsPerDay: [1, 60],
  earlyDays: [0, 10],
  graceDays: [0, 20],
  retryMinutes: [15, 2880],
  triesPerPerson: [1, 10],
} as const;
const slots = ['10', '15', '20', '30'] as const;

/** How often who is called, how many calls one makes, and what is done when nobody is reached. */
@Component({
  selector: 'fc-call-rules-page',
  imports: [CadenceGrid, CapacityCard, CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './call-rules-page.html',
})
export class CallRulesPage {
  protected readonly t = injectTexts();
  private readonly client = inject(CallRulesClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly session = inject(Session);

  protected readonly rules = kept(resource({ loader: () => this.client.read() }));
  /** Others read how often who is called. */
  protected readonly maySet = computed(() => this.session.hasRole('head', 'executive', 'admin'));
  protected readonly mayDirect = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));
  protected readonly slots = slots;
  private readonly entry = signal({
    ...usualCallRules,
    slotMinutes: String(usualCallRules.slotMinutes),
    namesInFeeds: false,
  });
  private meanwhile: CallRules | undefined;
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    for (const [name, [least, most]] of Object.entries(limits) as [keyof typeof limits, readonly [number, number]][]) {
      required(path[name]);
      min(path[name], least);
      max(path[name], most);
      validate(path[name], ({ value }) => (Number.isInteger(value()) ? undefined : { kind: 'invalid' }));
    }
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const before = this.newest();
    if (!before) return;
    const told = { ...entry, slotMinutes: Number(entry.slotMinutes) as Rules['slotMinutes'] };
    try {
      const after = await this.client.set({ ...told, revision: before.revision });
      this.toasts.show({ text: 'call-rules.rules.done', undo: () => this.undo(before, after.revision) });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') {
        this.meanwhile = await this.client.read();
        this.rules.reload();
      }
      throw error;
    }
    this.form().reset();
    this.rules.reload();
  });

  constructor() {
    effect(() => {
      const rules = this.rules.value();
      if (!rules) return;
      const { cadences: _cadences, revision: _revision, slotMinutes, ...rest } = rules;
      untracked(() => {
        if (!this.form().dirty()) this.entry.set({ ...rest, slotMinutes: String(slotMinutes) });
      });
    });
  }

  /** What it does, and whether it is as usual or somebody set it. */
  protected hintOf(key: string, name: keyof typeof usualCallRules): string {
    const usual = usualCallRules[name];
    const isUsual = String(this.entry()[name]) === String(usual);
    const from = this.t(isUsual ? 'call-rules.is-usual' : 'call-rules.is-set', { usual });
    return this.t('call-rules.hint', { hint: this.t(`call-rules.${key}-hint`), from });
  }

  /** What was saved meanwhile may come before the page has read it anew. */
  private newest(): CallRules | undefined {
    const [read, meanwhile] = [this.rules.value(), this.meanwhile];
    return meanwhile && meanwhile.revision > (read?.revision ?? 0) ? meanwhile : read;
  }

  private async undo(before: CallRules, revision: number): Promise<void> {
    const { cadences: _, ...rules } = before;
    await this.faults.heed(this.client.set({ ...rules, revision }));
    this.rules.reload();
  }
}
