import { Component, computed, input } from '@angular/core';
import { FormField, required, type FieldTree, type SchemaPathTree } from '@angular/forms/signals';
import type { DepartmentEntry, GiveRole, RoleName } from '@forecall/contracts';
import { injectUnitName, TeamSelect } from '../organisation/index.js';
import { shiftDay } from '../platform/format/day-text.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';

export interface RoleEntry {
  role: RoleName;
  teamId: string;
  departmentId: string;
  from: string | null;
  lastDay: string | null;
}

export const newRole: RoleEntry = { role: 'rep', teamId: '', departmentId: '', from: null, lastDay: null };

/** In the order of how many have it. */
const roles: readonly RoleName[] = ['rep', 'supervisor', 'head', 'executive', 'admin'];

export function roleRules(path: SchemaPathTree<RoleEntry>): void {
  required(path.teamId, { when: ({ valueOf }) => valueOf(path.role) === 'supervisor' });
  required(path.departmentId, { when: ({ valueOf }) => valueOf(path.role) === 'head' });
}

/** What the API takes: the unit that the role is of, and the first day without it. */
export const givenRole = ({ role, teamId, departmentId, from, lastDay }: RoleEntry): GiveRole => ({
  role,
  unitId: role === 'supervisor' ? teamId : role === 'head' ? departmentId : null,
  from,
  until: lastDay === null ? null : shiftDay(lastDay, 1),
});

/** What somebody may do, where, and from when to when. */
@Component({
  selector: 'fc-role-fields',
  imports: [DayInput, Field, FormField, Input, TeamSelect],
  templateUrl: './role-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
  `,
})
export class RoleFields {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  protected readonly roles = roles;
  readonly form = input.required<{
    readonly [Name in keyof RoleEntry]: FieldTree<RoleEntry[Name]>;
  }>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  protected readonly role = computed(() => this.form().role().value());
}
