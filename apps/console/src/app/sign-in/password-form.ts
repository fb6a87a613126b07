import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { Me, OneTimeLink } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Banner } from '../ui/feedback/banner.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { LinkClient } from './link-client.js';

/** The first password of someone invited, or a new one in place of one forgotten. */
@Component({
  selector: 'fc-password-form',
  imports: [Banner, FormField, PasswordInput],
  template: `
    @if (failure(); as error) {
      <fc-banner kind="alarm" [heading]="t('link.refused')">{{ problems.sentence(error) }}</fc-banner>
    }
    <form class="entry" novalidate (submit)="$event.preventDefault(); redeem()">
      <input
        type="text"
        class="visually-hidden"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="link().email ?? ''"
      />
      <dl class="facts">
        <dt>{{ t('link.email') }}</dt>
        <dd class="clip">{{ link().email }}</dd>
        <dt>{{ t('link.until') }}</dt>
        <dd>{{ until() }}</dd>
      </dl>
      <fc-password new [label]="t('password.new')" [hint]="t('password.rule')" [formField]="form.password" />
      <button type="submit" class="button primary block send" [attr.aria-disabled]="isSending()">
        {{ t('link.' + link().purpose + '.act') }}
      </button>
    </form>
  `,
  styleUrl: './entry-form.css',
})
export class PasswordForm {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly problems = inject(ProblemTexts);
  private readonly client = inject(LinkClient);
  private readonly locale = inject(Locale);
  readonly token = input.required<string>();
  readonly link = input.required<OneTimeLink>();
  readonly redeemed = output<Me>();

  /** Nobody is signed in yet, so the zone is said: the invited may sit in another. */
  protected readonly until = computed(() => {
    const { expiresAt, zone } = this.link();
    return this.t('link.until-in', this.format.momentIn(expiresAt, zone));
  });

  private readonly entry = signal({ password: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.password);
    minLength(path.password, 12);
  });
  protected readonly isSending = computed(() => this.form().submitting());
  protected readonly redeem = sendsForm(this.form, this.failure, async ({ password }) => {
    const entry = { password, locale: this.locale.name() };
    this.redeemed.emit(await this.client.redeem(this.token(), entry));
  });
}
