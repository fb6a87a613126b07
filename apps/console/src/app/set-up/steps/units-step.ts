import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Undoable } from '../../organisation/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { keepDraft } from '../kept-draft.js';
import { SetUpClient } from '../set-up-client.js';
import { unitsIn } from '../table-text.js';

/** Departments and teams, several at once. */
@Component({
  selector: 'fc-units-step',
  imports: [CardForm, Field, FormField, Input, RouterLink],
  templateUrl: './units-step.html',
  styleUrl: './step.css',
})
export class UnitsStep implements OnInit {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  private readonly undoable = inject(Undoable);
  readonly draft = input.required<string>();
  readonly changed = input.required<() => void>();

  private readonly entry = signal({ text: '' });
  protected readonly typed = computed(() => unitsIn(this.entry().text));
  protected readonly teamCount = computed(() =>
    this.typed().departments.reduce((sum, one) => sum + one.teams.length, 0),
  );
  protected readonly orphans = computed(() => this.typed().orphans.join(', '));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry);

  protected readonly send = sendsForm(this.form, this.failure, async () => {
    const { departments, orphans } = this.typed();
    if (departments.length === 0 || orphans.length > 0) return;
    const acting = this.client.openUnits({ departments: [...departments] });
    const values = { count: departments.length + this.teamCount() };
    await this.undoable.does(acting, 'set-up.done.units', values, this.changed());
    this.entry.set({ text: '' });
  });

  constructor() {
    keepDraft(
      'units',
      computed(() => this.entry().text),
    );
  }

  ngOnInit(): void {
    this.entry.set({ text: this.draft() });
  }
}
