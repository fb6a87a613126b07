import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { StaffFault } from '@forecall/contracts';
import { Undoable } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Glyph } from '../../ui/state/glyph.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { draftForm } from '../kept-draft.js';
import { SetUpClient } from '../set-up-client.js';
import { staffIn } from '../table-text.js';

const pauseMilliseconds = 400;
const shownLines = 100;

/** A table of people, typed or pasted: looked through while one types, taken as a whole. */
@Component({
  selector: 'fc-staff-step',
  imports: [CardForm, Field, FormField, Glyph, Input, RouterLink],
  templateUrl: './staff-step.html',
  styleUrl: './step.css',
})
export class StaffStep {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  private readonly undoable = inject(Undoable);
  readonly draft = input.required<string>();
  readonly changed = input.required<() => void>();

  private readonly entry = draftForm('staff', this.draft);
  protected readonly form = this.entry.form;
  private readonly settled = signal('');
  protected readonly typed = computed(() => staffIn(this.entry.text()));
  private readonly asked = computed(() => staffIn(this.settled()).lines);
  protected readonly checked = kept(
    resource({
      params: this.asked,
      loader: async ({ params: lines }) => (lines.length === 0 ? undefined : this.client.checkStaff({ lines })),
    }),
  );
  protected readonly faultCount = computed(() =>
    this.asked().length > 0 ? (this.checked.value()?.faults.length ?? 0) : 0,
  );
  protected readonly rows = computed(() => {
    const faults = this.asked().length > 0 ? (this.checked.value()?.faults ?? []) : [];
    const rows = this.asked().map((one) => ({ ...one, faults: faults.filter(({ line }) => line === one.line) }));
    // What is wrong comes first: a long table is not searched for it.
    return [...rows.filter((row) => row.faults.length > 0), ...rows.filter((row) => row.faults.length === 0)];
  });
  protected readonly shown = computed(() => this.rows().slice(0, shownLines));
  protected readonly opens = computed(() => {
    const { newDepartments = [], newTeams = [] } = (this.asked().length > 0 ? this.checked.value() : undefined) ?? {};
    return [...newDepartments, ...newTeams.map(({ team }) => team)].join(this.t('ui.list-comma'));
  });
  protected readonly failure = signal<unknown>(null);

  protected readonly send = sendsForm(this.form, this.failure, async () => {
    const { lines, tooMany } = this.typed();
    if (lines.length === 0 || tooMany) return;
    const acting = this.client.hireStaff({ lines });
    await this.undoable.does(acting, 'set-up.done.staff', { count: lines.length }, this.changed());
    this.entry.clear();
  });

  constructor() {
    effect((onCleanup) => {
      const settled = this.entry.text();
      const timer = setTimeout(() => this.settled.set(settled), pauseMilliseconds);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected sentence({ column, code }: StaffFault): string {
    return `${this.t(`set-up.staff.column.${column}`)}: ${this.t(`set-up.staff.fault.${code}`)}`;
  }
}
