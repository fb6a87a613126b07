import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { ComplaintDetail } from '@forecall/contracts';
import {
  causeKinds,
  type ComplaintStep,
  contactChannels,
  impacts,
  needsForAction,
  needsOf,
  skippedBy,
  type StepSaying,
  type WorkStep,
} from '@forecall/domain';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Choices } from '../../ui/choice/choices.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';
import { StaleChoice } from './stale-choice.js';
import { entryFor, type StepEntry, tellingOf } from './step-entry.js';

/** Takes one step, with what it has to say and why others are passed over. */
@Component({
  selector: 'fc-step-form',
  imports: [Choices, Field, FormField, Input, PanelForm, StaleChoice],
  templateUrl: './step-form.html',
  styleUrl: './step-form.css',
})
export class StepForm {
  protected readonly t = injectTexts();
  private readonly client = inject(ComplaintClient);
  readonly complaint = input.required<ComplaintDetail>();
  readonly step = input.required<ComplaintStep>();
  readonly cancelled = output();
  readonly taken = output();
  /** Given up for what somebody else has saved. */
  readonly outdated = output();

  /** As it was when the form was opened: what comes in later is compared with this. */
  protected readonly base = linkedSignal<ComplaintStep, ComplaintDetail>({
    source: this.step,
    computation: () => untracked(this.complaint),
  });
  /** What somebody else has made of it meanwhile. */
  protected readonly theirs = signal<ComplaintDetail | null>(null);
  private readonly entry = linkedSignal<ComplaintStep, StepEntry>({
    source: this.step,
    computation: (step) => entryFor(untracked(this.complaint), step),
  });
  protected readonly failure = signal<unknown>(null);

  private readonly between = computed((): WorkStep[] => {
    const course = this.base().steps.map(({ step, at, isSkipped }) => ({ step, at: Date.parse(at), isSkipped }));
    return skippedBy(course, this.step());
  });
  /** What needs a reason: all that lies between, unless it is decided with the closing. */
  protected readonly passed = computed(() => {
    const isDecidedNow = this.step() === 'closed' && this.entry().decision !== null;
    return this.between().filter((one) => one !== 'decided' || !isDecidedNow);
  });
  private readonly needs = computed(() => new Set<StepSaying>(needsOf(this.step(), { closing: this.entry().closing })));

  protected readonly form = form(this.entry, (path) => {
    const needed = (saying: StepSaying) => ({ when: () => this.needs().has(saying) });
    required(path.severity, needed('severity'));
    required(path.impact, needed('impact'));
    required(path.needForAction, needed('needForAction'));
    required(path.channel, { when: () => this.needs().has('answer') || this.entry().answer.trim() !== '' });
    required(path.answer, needed('answer'));
    required(path.decision, needed('decision'));
    required(path.closing, needed('closing'));
    required(path.furtherOptions, needed('furtherOptions'));
    required(path.causeKind, needed('cause'));
    required(path.cause, needed('cause'));
    for (const step of ['assessed', 'investigated', 'answered', 'decided'] as const) {
      required(path.skipped[step], { when: () => this.passed()[0] === step });
      minLength(path.skipped[step], 3);
    }
  });

  protected readonly has = computed(() => {
    const step = this.step();
    return {
      assessment: step === 'assessed',
      telling: ['acknowledged', 'answered'].includes(step),
      decision: step === 'decided' || (step === 'closed' && this.between().includes('decided')),
      remedy: step === 'decided' || step === 'closed',
      closing: step === 'closed',
      analysis: step === 'analysed',
    };
  });

  protected readonly choices = computed(() => ({
    severity: this.options('severity', ['small', 'money', 'stopped-work'] as const),
    impact: this.options('impact', impacts),
    need: this.options('need', needsForAction),
    decision: this.options('decision', ['upheld', 'partly', 'not'] as const),
    closing: this.options('closing', ['accepted', 'rejected', 'withdrawn', 'no-reply'] as const),
    cause: this.options('cause', causeKinds),
  }));
  protected readonly channels = contactChannels;

  protected readonly act = computed(() => this.t(`complaint-page.act.${this.step()}`));

  /** A group says what is missing once it was left or the form was sent. */
  protected missing(field: 'severity' | 'impact' | 'needForAction' | 'decision' | 'closing' | 'causeKind') {
    const state = this.form[field]();
    return state.touched() && state.errors().length > 0 ? this.t('problem.field.required') : undefined;
  }

  protected readonly send = sendsForm(this.form, this.failure, (entry) => this.sendOn(entry, this.base().revision));

  /** Mine goes over what somebody else has saved. */
  protected async keepMine(theirs: ComplaintDetail): Promise<void> {
    this.base.set(theirs);
    this.theirs.set(null);
    await this.send();
  }

  private async sendOn(entry: StepEntry, revision: number): Promise<void> {
    const { id } = this.complaint();
    try {
      await this.client.take(id, this.step(), tellingOf(this.step(), entry, { revision, passed: this.passed() }));
    } catch (error) {
      if (problemOf(error).code !== 'revised-meanwhile') throw error;
      this.theirs.set(await this.client.one(id));
      return;
    }
    this.taken.emit();
  }

  private options<T extends string>(name: string, values: readonly T[]) {
    return values.map((value, index) => ({
      value,
      label: this.t(`complaint-page.${name}.${value}`),
      press: String(index + 1),
    }));
  }
}
