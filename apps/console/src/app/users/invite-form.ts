import { Component, computed, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, maxLength, required } from '@angular/forms/signals';
import type { DepartmentEntry, InvitedUser } from '@forecall/contracts';
import { StaffPicker, type PickedStaff } from '../organisation/index.js';
import { Locale, localeNames } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Choices } from '../ui/choice/choices.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { givenRole, newRole, RoleFields, roleRules, type RoleEntry } from './role-fields.js';
import { UsersClient } from './users-client.js';

interface Entry extends RoleEntry {
  isNew: boolean;
  staff: PickedStaff | null;
  name: string;
  externalId: string;
  email: string;
  locale: string;
}

/** A way in for somebody: who it is, where the link goes, and what they may do. */
@Component({
  selector: 'fc-invite-form',
  imports: [Choices, Field, FormField, Input, Panel, PanelForm, RoleFields, StaffPicker],
  templateUrl: './invite-form.html',
})
export class InviteForm {
  protected readonly t = injectTexts();
  private readonly client = inject(UsersClient);
  protected readonly locales = localeNames;
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  readonly invited = output<InvitedUser>();

  private readonly entry = signal<Entry>({
    ...newRole,
    isNew: false,
    staff: null,
    name: '',
    externalId: '',
    email: '',
    locale: inject(Locale).name(),
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.staff, { when: ({ valueOf }) => !valueOf(path.isNew) });
    required(path.name, { when: ({ valueOf }) => valueOf(path.isNew) });
    maxLength(path.name, 120);
    maxLength(path.externalId, 60);
    required(path.email);
    email(path.email);
    roleRules(path);
  });
  protected readonly whoChoices = computed(() =>
    (['staff', 'new'] as const).map((value) => ({ value, label: this.t(`users.who.${value}`) })),
  );

  protected choose(who: 'staff' | 'new' | null): void {
    this.form.isNew().value.set(who === 'new');
  }

  /** The address we have of somebody stands there already. */
  protected take(picked: PickedStaff | null): void {
    if (picked?.email && !this.form.email().value()) this.form.email().value.set(picked.email);
  }

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const { isNew, staff, name, externalId, email: address, locale } = entry;
    const who = isNew || !staff ? { name, externalId: externalId || null } : { staffId: staff.id };
    const known = localeNames.find((one) => one === locale) ?? null;
    this.invited.emit(await this.client.invite({ who, email: address, locale: known, roles: [givenRole(entry)] }));
  });
}
