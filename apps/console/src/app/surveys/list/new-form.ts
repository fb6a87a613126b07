import { Component, computed, effect, inject, input, output, resource, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { MakeSurveyForm, SurveyForm, SurveyFormDetail } from '@forecall/contracts';
import { type SurveyFormKind, surveyFormKinds } from '@forecall/domain';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { SurveysClient } from '../surveys-client.js';
import { freeName } from './free-name.js';

/** How an empty one is told from the ready-made ones among the beginnings. */
const emptyOf = 'empty:';

/** A new form: as a ready-made one, as another, or empty. */
@Component({
  selector: 'fc-new-survey-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('surveys.new')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('drafts.make')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        @if (copied(); as one) {
          <p class="small quiet">{{ t('drafts.copies', { name: said(one.name) }) }}</p>
        } @else {
          <fc-field [label]="t('drafts.from')" [hint]="t('drafts.from-hint')">
            <select fcInput [formField]="form.from">
              <optgroup [label]="t('surveys.ready-made')">
                @for (one of ready(); track one.key) {
                  <option [value]="one.key">{{ said(one.name) }}</option>
                }
              </optgroup>
              <optgroup [label]="t('surveys.from-nothing')">
                @for (kind of kinds; track kind) {
                  <option [value]="empty + kind">
                    {{ t('surveys.empty-of', { kind: t('surveys.kind.' + kind) }) }}
                  </option>
                }
              </optgroup>
            </select>
          </fc-field>
        }
        <fc-field [label]="t('drafts.name-en')" [hint]="t('surveys.name-hint')">
          <input fcInput type="text" autocomplete="off" lang="en" [formField]="form.en" />
        </fc-field>
        <fc-field [label]="t('drafts.name-zh')">
          <input fcInput type="text" autocomplete="off" lang="zh-CN" [formField]="form.zh" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class NewForm {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly client = inject(SurveysClient);
  readonly copied = input.required<SurveyForm | null>();
  /** Those in use, as far as they are shown: their names are taken. */
  readonly others = input.required<readonly Pick<SurveyForm, 'name'>[]>();
  readonly closed = output();
  readonly made = output<SurveyFormDetail>();

  protected readonly kinds = surveyFormKinds;
  protected readonly empty = emptyOf;
  private readonly readyMade = kept(resource({ loader: () => this.client.readyMade() }));
  protected readonly ready = computed(() => this.readyMade.value()?.forms ?? []);

  private readonly entry = signal({ from: '', en: '', zh: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.en);
    required(path.zh);
    maxLength(path.en, 120);
    maxLength(path.zh, 120);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ from, en, zh }) => {
    this.made.emit(await this.client.make({ ...this.beginning(from), name: { en: en.trim(), zh: zh.trim() } }));
  });

  constructor() {
    // The likeliest: the first of the ready-made ones.
    effect(() => {
      const [first] = this.ready();
      if (first) untracked(() => this.form.from().value.set(first.key));
    });
    // Its name follows what it begins as, until somebody names it.
    effect(() => {
      const from = this.form.from().value();
      const name = this.copied()?.name ?? this.ready().find(({ key }) => key === from)?.name ?? { en: '', zh: '' };
      const taken = this.others().map((one) => one.name);
      untracked(() => {
        if (this.form.en().dirty() || this.form.zh().dirty()) return;
        const { en, zh } = name.en === '' ? name : freeName(name, taken);
        this.entry.update((entry) => ({ ...entry, en, zh }));
      });
    });
  }

  private beginning(from: string): Pick<MakeSurveyForm, 'kind' | 'from'> {
    const copied = this.copied();
    if (copied) return { kind: copied.kind, from: { formId: copied.id } };
    const ready = this.ready().find(({ key }) => key === from);
    if (ready) return { kind: ready.kind, from: { readyMade: ready.key } };
    const kind = surveyFormKinds.find((one): one is SurveyFormKind => `${emptyOf}${one}` === from) ?? 'csat';
    return { kind, from: null };
  }
}
