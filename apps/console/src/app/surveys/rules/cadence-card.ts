import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { applyEach, form, FormField, max, min, required, validate } from '@angular/forms/signals';
import type { SurveyCadence } from '@forecall/contracts';
import type { CareClass } from '@forecall/domain';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectSaid } from '../../platform/i18n/said.js';
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
import { SurveysClient } from '../surveys-client.js';
import { cadenceEntryOf, cadenceToldOf, cadenceWillHappen, type CadenceEntry } from './cadence-entry.js';
import { FurtherRulesClient } from './further-rules-client.js';

/** How often key accounts are asked about the relationship, by class; said in sentences while it is filled in. */
@Component({
  selector: 'fc-cadence-card',
  imports: [CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './cadence-card.html',
  styleUrl: './further-rules.css',
})
export class CadenceCard {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly client = inject(FurtherRulesClient);
  private readonly surveys = inject(SurveysClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly maySet = input.required<boolean>();

  protected readonly read = kept(resource({ loader: () => this.client.cadence() }));
  private readonly published = kept(resource({ loader: () => this.surveys.published() }));
  /** Those that can be chosen, and the one that is, though it was put away since. */
  protected readonly forms = computed(() => {
    const found = (this.published.value() ?? []).map(({ id, name }) => ({ id, name }));
    const held = this.read.value()?.form;
    const isThere = !held || found.some(({ id }) => id === held.id);
    return isThere ? found : [...found, { id: held.id, name: { en: held.nameEn, zh: held.nameZh } }];
  });
  private readonly entry = signal<CadenceEntry>({ isOn: false, formId: '', classes: [] });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    validate(path.formId, ({ value, valueOf }) =>
      valueOf(path.isOn) && value() === '' ? { kind: 'survey-without-form' } : undefined,
    );
    validate(path.isOn, ({ value, valueOf }) =>
      value() && !valueOf(path.classes).some(({ isAsked }) => isAsked) ? { kind: 'cadence-of-none' } : undefined,
    );
    applyEach(path.classes, (one) => {
      required(one.days);
      min(one.days, 14);
      max(one.days, 730);
      validate(one.days, ({ value }) => (Number.isInteger(value()) ? undefined : { kind: 'invalid' }));
    });
  });
  protected readonly sentences = computed(() => {
    const chosen = this.forms().find(({ id }) => id === this.entry().formId);
    return cadenceWillHappen(this.entry(), chosen ? this.said(chosen.name) : null, (name) => this.className(name));
  });
  protected readonly ofNone = computed(() => {
    const state = this.form.isOn();
    const isNone = state.touched() && state.errors().some(({ kind }) => kind === 'cadence-of-none');
    return isNone ? this.t('problem.field.cadence-of-none') : '';
  });
  protected readonly send = sendsForm(this.form, this.failure, () => this.save());

  constructor() {
    effect(() => {
      const read = this.read.value();
      if (!read) return;
      untracked(() => {
        if (!this.form().dirty()) this.entry.set(cadenceEntryOf(read));
      });
    });
  }

  protected className(name: CareClass): string {
    return this.t(`desk.class.${name}`);
  }

  private async save(): Promise<void> {
    const before = this.read.value();
    if (!before) return;
    try {
      const after = await this.client.setCadence(cadenceToldOf(this.entry(), before.revision));
      this.toasts.show({ text: 'surveys.cadence.was-set', undo: () => this.undo(before, after.revision) });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.read.reload();
      throw error;
    }
    this.form().reset();
    this.read.reload();
  }

  private async undo(before: SurveyCadence, revision: number): Promise<void> {
    await this.faults.heed(this.client.setCadence(cadenceToldOf(cadenceEntryOf(before), revision)));
    this.read.reload();
  }
}
