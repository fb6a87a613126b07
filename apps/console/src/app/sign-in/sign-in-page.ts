import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Banner } from '../ui/feedback/banner.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { EntryFrame } from './entry-frame.js';

@Component({
  selector: 'fc-sign-in-page',
  imports: [Banner, EntryFrame, Field, FormField, Input, PasswordInput],
  templateUrl: './sign-in-page.html',
  styleUrl: './entry-form.css',
})
export class SignInPage {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);
  private readonly password = viewChild.required(PasswordInput);
  /** Where one was going when the sign-in came between. */
  readonly next = input<string>();
  /** The session was ended while the console was open. */
  readonly ended = input<string>();

  private readonly entry = signal({ login: '', password: '' });
  private readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.login);
    required(path.password);
  });
  private readonly send = sendsForm(this.form, this.failure, (entry) => this.session.signIn(entry));
  protected readonly isSending = computed(() => this.form().submitting());

  private readonly problem = computed(() => (this.failure() === null ? undefined : problemOf(this.failure())));
  /** A wrong password is said at the password, everything else above the form. */
  protected readonly isWrong = computed(() => this.problem()?.code === 'sign-in-failed');
  protected readonly passwordError = computed(() =>
    this.isWrong() ? this.problems.sentence(this.failure()) : undefined,
  );
  protected readonly triesLeft = computed(() => {
    const count = this.problem()?.values?.['triesLeft'];
    return this.isWrong() && typeof count === 'number' ? this.t('sign-in.tries-left', { count }) : undefined;
  });
  protected readonly otherError = computed(() =>
    this.problem() && !this.isWrong() ? this.problems.sentence(this.failure()) : undefined,
  );

  protected async signIn(): Promise<void> {
    if (await this.send()) await this.router.navigateByUrl(this.next()?.startsWith('/') ? (this.next() ?? '/') : '/');
    else if (this.isWrong()) this.password().focus();
  }
}
