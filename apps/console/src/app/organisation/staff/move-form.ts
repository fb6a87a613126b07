import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { DepartmentEntry, StaffFile } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BackDated } from '../dated/back-dated.js';
import { TeamSelect } from '../pick/team-select.js';
import { StaffClient } from '../staff-client.js';
import { Undoable } from '../undoable.js';
import type { UnitNames } from './unit-names.js';

/** Another team from a day on, for good or for a time. */
@Component({
  selector: 'fc-move-form',
  imports: [BackDated, DayInput, Field, FormField, Panel, PanelForm, TeamSelect],
  templateUrl: './move-form.html',
})
export class MoveForm {
  protected readonly t = injectTexts();
  private readonly client = inject(StaffClient);
  private readonly undoable = inject(Undoable);
  private readonly format = inject(Formats);
  readonly person = input.required<StaffFile>();
  /** Where the person is now; undefined without a team. */
  readonly present = input<string>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly names = input.required<UnitNames>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  private readonly entry = signal<{ teamId: string; from: string | null; lastDay: string | null }>({
    teamId: '',
    from: this.format.today(),
    lastDay: null,
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.teamId);
    required(path.from);
  });
  /** Those who are lent come back. */
  protected readonly backOn = computed(() => {
    const { lastDay } = this.entry();
    return lastDay === null || this.present() === undefined ? '' : this.format.day(shiftDay(lastDay, 1));
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ teamId, from, lastDay }) => {
    if (from === null) return;
    const { id, name, revision } = this.person();
    const until = lastDay === null ? null : shiftDay(lastDay, 1);
    const acting = this.client.move(id, { teamId, from, until, revision });
    const values = { name, team: this.names().of(teamId, ''), day: this.format.day(from) };
    await this.undoable.does(acting, 'organisation.done.moved', values, this.changed());
    this.closed.emit();
  });
}
