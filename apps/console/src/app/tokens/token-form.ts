import { Component, inject, output, resource, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { tokenScopes, type MadeToken, type TokenScope } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { UsersClient } from '../users/users-client.js';
import { TokensClient } from './tokens-client.js';

const lifetimes = [30, 90, 365] as const;

/** A token: what it is for, for whom it acts, what it may do and for how long. */
@Component({
  selector: 'fc-token-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  templateUrl: './token-form.html',
  styleUrl: './token-form.css',
})
export class TokenForm {
  protected readonly t = injectTexts();
  protected readonly session = inject(Session);
  private readonly client = inject(TokensClient);
  private readonly users = inject(UsersClient);
  protected readonly scopes = tokenScopes;
  protected readonly lifetimes = lifetimes;
  readonly closed = output();
  readonly made = output<MadeToken>();

  /** People who may sign in; a token acts for one of them. */
  protected readonly people = resource({
    loader: async () => (await this.users.page({ state: 'active', limit: 200 })).users,
  });
  private readonly entry = signal<{ name: string; signInId: string; scopes: readonly TokenScope[]; days: string }>({
    name: '',
    signInId: '',
    scopes: [],
    days: '90',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 80);
    minLength(path.scopes, 1);
  });

  protected has(scope: TokenScope): boolean {
    return this.entry().scopes.includes(scope);
  }

  protected toggle(scope: TokenScope): void {
    const { scopes } = this.entry();
    const next = scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope];
    this.form.scopes().value.set(next);
    this.form.scopes().markAsTouched();
  }

  protected readonly send = sendsForm(this.form, this.failure, async ({ name, signInId, scopes, days }) => {
    this.made.emit(
      await this.client.make({ name, signInId: signInId || null, scopes: [...scopes], days: Number(days) }),
    );
  });
}
