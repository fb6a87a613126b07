import { Component, computed, inject, linkedSignal, output, resource, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { tokenScopes, type MadeToken, type TokenScope, type UserEntry } from '@forecall/contracts';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { type Suggestion, TypeAhead } from '../ui/choice/type-ahead.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { UsersClient } from '../users/users-client.js';
import { TokensClient } from './tokens-client.js';

const pauseMilliseconds = 150;
const lifetimes = [30, 90, 365] as const;

/** A token: what it is for, for whom it acts, what it may do and for how long. */
@Component({
  selector: 'fc-token-form',
  imports: [Field, FormField, Input, Panel, PanelForm, TypeAhead],
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

  private readonly oneself: Suggestion = {
    id: '',
    label: this.t('tokens.oneself', { name: this.session.me()?.name ?? '' }),
  };
  private readonly typed = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** People who may sign in; a token acts for one of them. */
  protected readonly found = resource({
    params: () => this.typed(),
    loader: async ({ params: search }) => (await this.users.page({ state: 'active', search, limit: 8 })).users,
  });
  /** What was found last stays while the next is looked for. */
  protected readonly people = linkedSignal<readonly UserEntry[] | undefined, readonly Suggestion[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (came, before) => {
      if (!came) return before?.value ?? [];
      const others = came.filter(({ id }) => id !== this.session.me()?.signInId);
      const hits = others.map((user) => ({ id: user.id, label: user.name, aside: this.rolesOf(user) }));
      return this.typed() === '' ? [this.oneself, ...hits] : hits;
    },
  });
  protected readonly owner = signal(this.oneself);
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

  protected readonly scopeError = computed(
    () =>
      this.form
        .scopes()
        .errors()
        .find(({ kind }) => kind === 'server')?.message,
  );

  protected look(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.typed.set(text.trim()), pauseMilliseconds);
  }

  protected choose(id: string): void {
    const picked = this.people().find((one) => one.id === id);
    if (!picked) return;
    this.owner.set(picked);
    this.form.signInId().value.set(id);
    // What the server said was of the other person.
    this.form.scopes().value.set([...this.entry().scopes]);
  }

  private rolesOf({ roles }: UserEntry): string {
    return [...new Set(roles.map(({ role }) => this.t(`role.${role}`)))].join(this.t('ui.list-comma'));
  }

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
