import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { DepartmentEntry, TeamEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { DayInput } from '../../ui/field/day-input.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BackDated } from '../dated/back-dated.js';
import { injectUnitName } from '../dated/unit-name.js';
import { OrganisationClient } from '../organisation-client.js';
import { TeamSelect } from '../pick/team-select.js';
import { Undoable } from '../undoable.js';

/** The last day of a team or department, and where a team's members go. */
@Component({
  selector: 'fc-close-form',
  imports: [BackDated, DayInput, Field, FormField, Panel, PanelForm, TeamSelect],
  templateUrl: './close-form.html',
})
export class CloseForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectUnitName();
  private readonly client = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  readonly unit = input.required<DepartmentEntry | TeamEntry>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  protected readonly kind = computed(() => ('departmentId' in this.unit() ? 'team' : 'department'));
  protected readonly name = computed(() => this.nameOf(this.unit()));
  protected readonly members = computed(() => {
    const unit = this.unit();
    return 'memberCount' in unit ? unit.memberCount : 0;
  });
  private readonly entry = signal<{ lastDay: string | null; membersTo: string }>({
    lastDay: inject(Formats).today(),
    membersTo: '',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.lastDay);
  });
  protected readonly firstDayClosed = computed(() => {
    const { lastDay } = this.entry();
    return lastDay === null ? null : shiftDay(lastDay, 1);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ membersTo }) => {
    const from = this.firstDayClosed();
    if (from === null) return;
    const { id, revision } = this.unit();
    const kind = this.kind() === 'team' ? 'teams' : 'departments';
    const acting = this.client.close(kind, id, { from, revision, membersTo: membersTo || null });
    await this.undoable.does(acting, 'organisation.done.closed', { name: this.name() }, this.changed());
    this.closed.emit();
  });
}
