import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { SavedReport } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Segment } from '../../ui/choice/segment.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import { KeyTexts } from '../key-texts.js';
import { type Asked, paramsOf } from '../question/asked.js';
import { injectPeriodText } from '../question/period-text.js';
import { ReportsClient } from '../reports-client.js';

/** A report as two windows may differ in it; the question as text, to be compared. */
interface Entry {
  readonly name: string;
  readonly question: string;
}

/** Keeps the question under a name: as a new report, or in the place of the one that is open. */
@Component({
  selector: 'fc-save-form',
  imports: [BothVersions, Field, FormField, Input, Panel, PanelForm, Segment],
  template: `
    <fc-panel [heading]="t('reports.save')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      @if (theirs(); as other) {
        <fc-both-versions
          [base]="base()"
          [mine]="mine()"
          [theirs]="entryOf(other)"
          [words]="words"
          [told]="t('reports.changed-meanwhile', { time: format.dayTime(other.changedAt) })"
          (chosen)="saveChosen($event, other)"
          (theirsTaken)="done.emit(other)"
        />
      } @else {
        <fc-panel-form
          [act]="t('reports.save')"
          [isSending]="form().submitting()"
          [failure]="failure()"
          (sent)="send()"
          (cancelled)="closed.emit()"
        >
          @if (report()?.isMine) {
            <fc-segment [label]="t('reports.save-as')" [options]="ways()" [(value)]="way" />
          }
          <fc-field [label]="t('reports.name')" [hint]="t('reports.name-hint')">
            <input fcInput type="text" autocomplete="off" [formField]="form.name" />
          </fc-field>
          <p class="small quiet">{{ said(asked()) }}</p>
        </fc-panel-form>
      }
    </fc-panel>
  `,
})
export class SaveForm {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ReportsClient);
  private readonly toasts = inject(Toasts);
  private readonly figures = inject(FigureTexts);
  private readonly keys = inject(KeyTexts);
  private readonly period = injectPeriodText();
  readonly asked = input.required<Asked>();
  /** The one that is open; null: none. */
  readonly report = input.required<SavedReport | null>();
  readonly closed = output();
  readonly done = output<SavedReport>();

  protected readonly ways = computed(() =>
    (['over', 'new'] as const).map((value) => ({ value, label: this.t(`reports.way.${value}`) })),
  );
  protected readonly way = linkedSignal<'over' | 'new'>(() => (this.report()?.isMine ? 'over' : 'new'));
  private readonly entry = linkedSignal(() => ({ name: this.report()?.isMine ? (this.report()?.name ?? '') : '' }));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 80);
  });
  /** The same while it is sent again. */
  private readonly key = uuid();
  protected readonly theirs = signal<SavedReport | null>(null);
  protected readonly base = computed(() => {
    const report = this.report();
    return report ? this.entryOf(report) : this.mine();
  });
  protected readonly mine = computed((): Entry => ({ name: this.entry().name, question: textOf(this.asked()) }));
  protected readonly words = {
    field: (name: keyof Entry) => this.t(`reports.field.${name}`),
    value: (name: keyof Entry, entry: Entry) =>
      name === 'name' ? entry.name : this.said(JSON.parse(entry.question) as Asked),
  };

  protected readonly send = sendsForm(this.form, this.failure, async ({ name }) => {
    const report = this.report();
    if (report === null || !report.isMine || this.way() === 'new') {
      this.finish(await this.client.save({ name, definition: this.asked() }, this.key));
      return;
    }
    try {
      const { revision } = report;
      this.finish(await this.client.change(report.id, { name, definition: this.asked(), revision }));
    } catch (error) {
      if (problemOf(error).code !== 'revised-meanwhile') throw error;
      this.theirs.set(await this.client.one(report.id));
    }
  });

  /** What it asks, in a line. */
  protected said(asked: Asked): string {
    const names = asked.metrics.map((metric) => this.figures.name()(metric, asked.attribute)).join(', ');
    const by = asked.by.map(this.keys.inSentence()).join(', ');
    return [by ? this.t('reports.heading', { metrics: names, by }) : names, this.period()(asked.period)].join(' · ');
  }

  protected entryOf = ({ name, definition }: SavedReport): Entry => ({ name, question: textOf(definition) });

  /** The version made of both, against what is saved now. */
  protected async saveChosen({ name, question }: Entry, { id, revision }: SavedReport): Promise<void> {
    try {
      this.finish(await this.client.change(id, { name, definition: JSON.parse(question) as Asked, revision }));
    } catch (error) {
      this.theirs.set(null);
      this.failure.set(error);
    }
  }

  private finish(report: SavedReport): void {
    this.toasts.show({ text: 'reports.done.saved', values: { name: report.name } });
    this.done.emit(report);
  }
}

/** The same question is the same text. */
const textOf = (asked: Asked): string => {
  const known = new Set(Object.keys(paramsOf(asked)));
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(asked)
        .filter(([name]) => known.has(name))
        .toSorted(),
    ),
  );
};
