import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Undoable } from '../../organisation/index.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { draftForm } from '../kept-draft.js';
import { SetUpClient } from '../set-up-client.js';
import { unitsIn } from '../table-text.js';

/** Departments and teams, several at once. */
@Component({
  selector: 'fc-units-step',
  imports: [CardForm, Field, FormField, Input, RouterLink],
  templateUrl: './units-step.html',
  styleUrl: './step.css',
})
export class UnitsStep {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  private readonly undoable = inject(Undoable);
  private readonly locale = inject(Locale).name;
  readonly draft = input.required<string>();
  readonly changed = input.required<() => void>();

  private readonly entry = draftForm('units', this.draft);
  protected readonly form = this.entry.form;
  protected readonly typed = computed(() => unitsIn(this.entry.text()));
  /** What is open already: it stays in sight when the text is taken. */
  private readonly structure = kept(resource({ loader: () => this.client.structure() }));
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly teamCount = computed(() =>
    this.typed().departments.reduce((sum, one) => sum + one.teams.length, 0),
  );
  protected readonly orphans = computed(() => this.typed().orphans.join(', '));
  protected readonly failure = signal<unknown>(null);

  protected readonly send = sendsForm(this.form, this.failure, async () => {
    const { departments, orphans } = this.typed();
    if (departments.length === 0 || orphans.length > 0) return;
    const acting = this.client.openUnits({ departments: [...departments] });
    const values = { count: departments.length + this.teamCount() };
    await this.undoable.does(acting, 'set-up.done.units', values, () => {
      this.structure.reload();
      this.changed()();
    });
    this.entry.clear();
  });

  protected nameOf({ name, nameZh }: { name: string; nameZh: string | null }): string {
    return (this.locale() === 'zh' && nameZh) || name;
  }
}
