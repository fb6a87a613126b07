import { Component, computed, inject, input, output, signal } from '@angular/core';
import { applyWhen, email, form, FormField, minLength, required, validate } from '@angular/forms/signals';
import type { Me, OneTimeLink } from '@forecall/contracts';
import { ownZone, zonesFor } from '../platform/format/zones.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Banner } from '../ui/feedback/banner.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { LinkClient } from './link-client.js';

/** A zone the browser can reckon with, by whatever name. */
export function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The first start of a new installation: the organisation, and its first administrator. */
@Component({
  selector: 'fc-first-run-form',
  imports: [Banner, Field, FormField, Input, PasswordInput],
  templateUrl: './first-run-form.html',
  styleUrl: './entry-form.css',
})
export class FirstRunForm {
  protected readonly t = injectTexts();
  protected readonly problems = inject(ProblemTexts);
  private readonly client = inject(LinkClient);
  private readonly locale = inject(Locale);
  readonly token = input.required<string>();
  readonly link = input.required<OneTimeLink>();
  readonly redeemed = output<Me>();
  protected readonly zones = zonesFor('');
  /** An import may have made the organisation before anybody could sign in. */
  protected readonly isNewOrganisation = computed(() => this.link().organisationName === null);

  private readonly entry = signal({
    organisationName: '',
    zone: ownZone(),
    name: '',
    email: '',
    password: '',
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    applyWhen(
      path,
      () => this.isNewOrganisation(),
      (asked) => {
        required(asked.organisationName);
        required(asked.zone);
        validate(asked.zone, ({ value }) => (isZone(value()) ? undefined : { kind: 'zone' }));
      },
    );
    required(path.name);
    required(path.email);
    email(path.email);
    required(path.password);
    minLength(path.password, 12);
  });
  protected readonly isSending = computed(() => this.form().submitting());
  protected readonly redeem = sendsForm(this.form, this.failure, async ({ organisationName, zone, ...person }) => {
    const organisation = this.isNewOrganisation() ? { organisationName, zone } : {};
    const entry = { ...person, ...organisation, locale: this.locale.name() };
    this.redeemed.emit(await this.client.redeem(this.token(), entry));
  });
}
