import { Component, computed, effect, inject, output, resource, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import type { OpenSurveyLink } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { kept } from '../../ui/feedback/kept.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { SurveysClient } from '../surveys-client.js';
import { LinksClient } from './links-client.js';

/** A season: what is printed is forgotten on counters. */
const usualDays = 90;

/** A new standing link: what it is called, by which form, about which department, until when. */
@Component({
  selector: 'fc-new-survey-link',
  imports: [DayInput, Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('survey-links.new')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('survey-links.make')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('survey-links.name')" [hint]="t('survey-links.name-hint')">
          <input fcInput type="text" autocomplete="off" [formField]="form.name" />
        </fc-field>
        <fc-field [label]="t('survey-links.department')" [hint]="t('survey-links.department-hint')">
          <select fcInput [formField]="form.departmentId">
            @for (one of departments(); track one.id) {
              <option [value]="one.id">{{ nameOf(one) }}</option>
            }
          </select>
        </fc-field>
        <fc-field [label]="t('survey-links.form')" [hint]="t('surveys.form-asked-hint')">
          <select fcInput [formField]="form.formId">
            @for (one of forms(); track one.id) {
              <option [value]="one.id">{{ said(one.name) }}</option>
            }
          </select>
        </fc-field>
        <fc-field [label]="t('survey-links.ends-on')" [hint]="t('survey-links.ends-hint')">
          <fc-day [notBefore]="today" [formField]="form.endsOn" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class NewLink {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  private readonly client = inject(LinksClient);
  private readonly surveys = inject(SurveysClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly session = inject(Session);
  readonly closed = output();
  readonly made = output<OpenSurveyLink>();

  protected readonly today = inject(Formats).today();
  private readonly published = kept(resource({ loader: () => this.surveys.published() }));
  private readonly structure = kept(resource({ loader: () => this.organisation.structure() }));
  protected readonly forms = computed(() => this.published.value() ?? []);
  /** Those that one leads; who leads all of it chooses among all. */
  protected readonly departments = computed(() => {
    const all = this.structure.value()?.departments ?? [];
    if (this.session.hasRole('executive')) return all;
    const led = new Set(
      this.session.me()?.grants.flatMap(({ role, unitId }) => (role === 'head' && unitId ? [unitId] : [])),
    );
    return all.filter(({ id }) => led.has(id));
  });

  private readonly key = `survey-link-${uuid()}`;
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(
    signal<{ name: string; formId: string; departmentId: string; endsOn: string | null }>({
      ...{ name: '', formId: '', departmentId: '', endsOn: shiftDay(this.today, usualDays) },
    }),
    (path) => {
      for (const field of [path.name, path.formId, path.departmentId, path.endsOn]) required(field);
      maxLength(path.name, 80);
      validate(path.endsOn, ({ value }) => {
        const day = value();
        return day !== null && day < this.today ? { kind: 'day-past' } : undefined;
      });
    },
  );
  protected readonly send = sendsForm(this.form, this.failure, async ({ name, formId, departmentId, endsOn }) => {
    if (endsOn === null) return;
    this.made.emit(await this.client.make({ name: name.trim(), formId, departmentId, endsOn }, this.key));
  });

  constructor() {
    effect(() => {
      const [first] = this.departments();
      if (first) untracked(() => this.form.departmentId().value.set(first.id));
    });
    effect(() => {
      const first = this.forms().find(({ kind }) => kind === 'csat') ?? this.forms()[0];
      if (first) untracked(() => this.form.formId().value.set(first.id));
    });
  }
}
