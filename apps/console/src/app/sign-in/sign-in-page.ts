import { afterNextRender, Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { Banner } from '../ui/feedback/banner.js';
import { Field } from '../ui/field/field.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { PlainInput } from '../ui/field/plain-input.js';
import { EntryFrame } from './entry-frame.js';

/** Two fields, so no signal form: its library would be a tenth of what a first visit loads. */
@Component({
  selector: 'fc-sign-in-page',
  imports: [Banner, EntryFrame, Field, PasswordInput, PlainInput],
  templateUrl: './sign-in-page.html',
  styleUrl: './entry-form.css',
})
export class SignInPage {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);
  private readonly loginBox = viewChild.required<ElementRef<HTMLInputElement>>('loginBox');
  private readonly passwordBox = viewChild.required(PasswordInput);
  /** Where one was going when the sign-in came between. */
  readonly next = input<string>();
  /** The session was ended while the console was open. */
  readonly ended = input<string>();

  protected readonly login = signal('');
  protected readonly password = signal('');
  protected readonly isSending = signal(false);
  /** Sent at least once: from then on an empty field says so. */
  private readonly wasSent = signal(false);
  private readonly failure = signal<unknown>(null);

  private readonly problem = computed(() => (this.failure() === null ? undefined : problemOf(this.failure())));
  protected readonly loginError = computed(() => this.missing(this.login()));
  /** A wrong password is said at the password, everything else above the form. */
  private readonly isWrong = computed(() => this.problem()?.code === 'sign-in-failed');
  protected readonly passwordError = computed(() =>
    this.isWrong() ? this.problems.sentence(this.failure()) : this.missing(this.password()),
  );
  protected readonly triesLeft = computed(() => {
    const count = this.problem()?.values?.['triesLeft'];
    return this.isWrong() && typeof count === 'number' ? this.t('sign-in.tries-left', { count }) : undefined;
  });
  protected readonly otherError = computed(() =>
    this.problem() && !this.isWrong() ? this.problems.sentence(this.failure()) : undefined,
  );

  constructor() {
    afterNextRender(() => {
      // A browser that knows both has filled them in by now.
      if (this.loginBox().nativeElement.value === '') this.loginBox().nativeElement.focus();
      else this.passwordBox().focus();
    });
  }

  protected async signIn(): Promise<void> {
    if (this.isSending()) return;
    this.wasSent.set(true);
    this.failure.set(null);
    if (this.loginError() ?? this.passwordError()) {
      if (this.loginError()) this.loginBox().nativeElement.focus();
      else this.passwordBox().focus();
      return;
    }
    this.isSending.set(true);
    try {
      await this.session.signIn({ login: this.login(), password: this.password() });
    } catch (error) {
      this.failure.set(error);
      if (this.isWrong()) this.passwordBox().focus();
      return;
    } finally {
      this.isSending.set(false);
    }
    await this.router.navigateByUrl(this.next()?.startsWith('/') ? (this.next() ?? '/') : '/');
  }

  private missing(text: string): string | undefined {
    return this.wasSent() && text.trim() === '' ? this.t('problem.field.required') : undefined;
  }
}
