import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { DepartmentEntry, LeadingRole, TeamEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Choices } from '../../ui/choice/choices.js';
import { DayInput } from '../../ui/field/day-input.js';
import { shiftDay } from '../../platform/format/day-text.js';
import { Field } from '../../ui/field/field.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { BackDated } from '../dated/back-dated.js';
import { injectUnitName } from '../dated/unit-name.js';
import { OrganisationClient } from '../organisation-client.js';
import { StaffPicker, type PickedStaff } from '../pick/staff-picker.js';
import { Undoable } from '../undoable.js';

/** A supervisor, a head or a stand-in from a day on; who led before ends where the new one begins. */
@Component({
  selector: 'fc-leader-form',
  imports: [BackDated, Choices, DayInput, Field, FormField, Panel, PanelForm, StaffPicker],
  templateUrl: './leader-form.html',
})
export class LeaderForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectUnitName();
  private readonly client = inject(OrganisationClient);
  private readonly undoable = inject(Undoable);
  readonly unit = input.required<DepartmentEntry | TeamEntry>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  protected readonly isTeam = computed(() => 'departmentId' in this.unit());
  protected readonly departmentId = computed(() => {
    const unit = this.unit();
    return 'departmentId' in unit ? unit.departmentId : unit.id;
  });
  protected readonly name = computed(() => this.nameOf(this.unit()));
  protected readonly roles = computed(() => {
    const role: LeadingRole = this.isTeam() ? 'supervisor' : 'head';
    return [role, 'stand-in' as const].map((value) => ({ value, label: this.t(`organisation.leading.${value}`) }));
  });

  private readonly entry = signal<{
    isStandIn: boolean;
    staff: PickedStaff | null;
    from: string | null;
    lastDay: string | null;
  }>({
    isStandIn: false,
    staff: null,
    from: inject(Formats).today(),
    lastDay: null,
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.staff);
    required(path.from);
  });
  protected readonly role = computed((): LeadingRole => {
    if (this.entry().isStandIn) return 'stand-in';
    return this.isTeam() ? 'supervisor' : 'head';
  });

  protected choose(role: LeadingRole | null): void {
    this.form.isStandIn().value.set(role === 'stand-in');
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ staff, from, lastDay }) => {
    if (staff === null || from === null) return;
    const { id, revision } = this.unit();
    const until = lastDay === null ? null : shiftDay(lastDay, 1);
    const entry = { staffId: staff.id, role: this.role(), from, until, revision };
    const acting = this.client.appoint(this.isTeam() ? 'teams' : 'departments', id, entry);
    const values = { name: staff.name, unit: this.name() };
    await this.undoable.does(acting, `organisation.done.appointed-${this.role()}`, values, this.changed());
    this.closed.emit();
  });
}
