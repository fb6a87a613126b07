import { Component, inject, input, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { DepartmentEntry, RoleGrant, UserFile } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { givenRole, newRole, RoleFields, roleRules, type RoleEntry } from './role-fields.js';
import { UsersClient } from './users-client.js';

/** A further role for somebody. */
@Component({
  selector: 'fc-role-form',
  imports: [Panel, PanelForm, RoleFields],
  template: `
    <fc-panel
      [heading]="t('users.give-heading', { name: user().name })"
      [isDirty]="form().dirty()"
      (closed)="closed.emit()"
    >
      <fc-panel-form
        [act]="t('users.give')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-role-fields [form]="form" [departments]="departments()" />
      </fc-panel-form>
    </fc-panel>
  `,
})
export class RoleForm {
  protected readonly t = injectTexts();
  private readonly client = inject(UsersClient);
  readonly user = input.required<UserFile>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly closed = output();
  /** The role as it was given. */
  readonly given = output<RoleGrant>();

  private readonly entry = signal<RoleEntry>(newRole);
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => roleRules(path));
  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const before = new Set(this.user().roles.map(({ id }) => id));
    const after = await this.client.giveRole(this.user().id, givenRole(entry));
    const given = after.roles.find(({ id }) => !before.has(id));
    if (given) this.given.emit(given);
    this.closed.emit();
  });
}
