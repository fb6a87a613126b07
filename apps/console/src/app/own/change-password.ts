import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { applyWhen, form, FormField, minLength, required } from '@angular/forms/signals';
import { problemOf } from '../platform/http/problem-error.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { PasswordInput } from '../ui/field/password-input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { OwnClient } from './own-client.js';

@Component({
  selector: 'fc-change-password',
  imports: [FormField, PasswordInput],
  templateUrl: './change-password.html',
})
export class ChangePassword {
  protected readonly t = injectTexts();
  protected readonly session = inject(Session);
  private readonly client = inject(OwnClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  private readonly current = viewChild.required<PasswordInput>('current');
  private readonly wanted = viewChild.required<PasswordInput>('wanted');

  /** The other devices are signed out now. */
  readonly changed = output();

  private readonly entry = signal({ currentPassword: '', newPassword: '' });
  private readonly wasSent = signal(false);
  private readonly failure = signal<unknown>(null);
  /** Emptied after a change, nothing is missing until somebody begins anew. */
  private readonly isBegun = computed(
    () => this.wasSent() || this.entry().currentPassword !== '' || this.entry().newPassword !== '',
  );
  protected readonly form = form(this.entry, (path) => {
    applyWhen(
      path,
      () => this.isBegun(),
      (begun) => {
        required(begun.currentPassword);
        required(begun.newPassword);
        minLength(begun.newPassword, 12);
      },
    );
  });
  protected readonly isSending = computed(() => this.form().submitting());
  /** Whatever was refused concerns the current password, but for a rule the new one breaks. */
  private readonly isAboutNew = computed(() => problemOf(this.failure()).code.startsWith('new-password'));
  private readonly sentence = computed(() =>
    this.failure() === null ? undefined : this.problems.sentence(this.failure()),
  );
  protected readonly currentError = computed(() => (this.isAboutNew() ? undefined : this.sentence()));
  protected readonly newError = computed(() => (this.isAboutNew() ? this.sentence() : undefined));

  private readonly send = sendsForm(this.form, this.failure, (entry) => this.client.changePassword(entry));

  protected async change(): Promise<void> {
    this.wasSent.set(true);
    if (!(await this.send())) {
      if (this.failure() !== null) (this.isAboutNew() ? this.wanted() : this.current()).focus();
      return;
    }
    this.wasSent.set(false);
    this.form().reset({ currentPassword: '', newPassword: '' });
    this.changed.emit();
    this.toasts.show({ text: 'own.password-changed' });
  }
}
