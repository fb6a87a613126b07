import { Component, computed, effect, inject, input, output, resource, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, validate } from '@angular/forms/signals';
import type { PaperDetail, PaperEntry, PaperKind } from '@forecall/contracts';
import { injectUnitName } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ExamPapersClient } from '../exam-papers-client.js';
import { injectSaid } from '../../platform/i18n/said.js';

/** A new rubric or role play: as a ready-made one, as another, or empty. */
@Component({
  selector: 'fc-paper-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('exam-papers.new-of.' + kind())" [isDirty]="form().dirty()" (closed)="closed.emit()">
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
              @for (one of ready(); track one.key) {
                <option [value]="one.key">{{ said(one.name) }}</option>
              }
              <option value="">{{ t('exam-papers.from-nothing') }}</option>
            </select>
          </fc-field>
        }
        <fc-field [label]="t('drafts.name-en')">
          <input fcInput type="text" autocomplete="off" [formField]="form.en" />
        </fc-field>
        <fc-field [label]="t('drafts.name-zh')">
          <input fcInput type="text" autocomplete="off" [formField]="form.zh" />
        </fc-field>
        <fc-field [label]="t('exam-papers.department')" [hint]="t('exam-papers.department-hint')">
          <select fcInput [formField]="form.departmentId">
            @if (seesAll) {
              <option value="">{{ t('exam-papers.everywhere') }}</option>
            }
            @for (department of departments(); track department.id) {
              <option [value]="department.id">{{ unitName(department) }}</option>
            }
          </select>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class PaperForm {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(ExamPapersClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly session = inject(Session);
  readonly kind = input.required<PaperKind>();
  readonly copied = input.required<PaperEntry | null>();
  readonly closed = output();
  readonly made = output<PaperDetail>();

  protected readonly seesAll = this.session.hasRole('executive');
  private readonly structure = kept(resource({ loader: () => this.organisation.structure() }));
  private readonly readyMade = kept(resource({ loader: () => this.client.readyMade() }));
  protected readonly ready = computed(() =>
    (this.readyMade.value()?.papers ?? []).filter(({ kind }) => kind === this.kind()),
  );
  protected readonly departments = computed(() => {
    const grants = this.session.me()?.grants ?? [];
    const led = new Set(grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId));
    return (this.structure.value()?.departments ?? []).filter(({ id }) => this.seesAll || led.has(id));
  });

  private readonly entry = signal({ from: '', en: '', zh: '', departmentId: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    maxLength(path.en, 120);
    maxLength(path.zh, 120);
    validate(path.en, ({ value, valueOf }) =>
      value().trim() === '' && valueOf(path.zh).trim() === '' ? { kind: 'required' } : undefined,
    );
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ from, en, zh, departmentId }) => {
    const copied = this.copied();
    this.made.emit(
      await this.client.make({
        ...{ kind: this.kind(), name: { en: en.trim(), zh: zh.trim() }, departmentId: departmentId || null },
        from: copied ? { paperId: copied.id } : from ? { readyMade: from } : null,
      }),
    );
  });

  constructor() {
    // The likeliest: the first of the ready-made ones, for the department one leads.
    effect(() => {
      const [first] = this.ready();
      if (first) untracked(() => this.form.from().value.set(first.key));
    });
    effect(() => {
      const [first] = this.departments();
      if (first && !this.seesAll) untracked(() => this.form.departmentId().value.set(first.id));
    });
    // Its name follows what it begins as, until somebody names it.
    effect(() => {
      const name = this.copied()?.name ?? this.ready().find(({ key }) => key === this.form.from().value())?.name;
      untracked(() => {
        if (name && !this.form.en().dirty() && !this.form.zh().dirty())
          this.entry.update((entry) => ({ ...entry, en: name.en, zh: name.zh }));
      });
    });
  }
}
