import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import type { PromiseDetail } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { PromisesClient } from '../promises-client.js';
import type { ActDone } from './act-form.js';

/** The wording that goes to the customer, in their language. What cannot go from here can be copied. */
@Component({
  selector: 'fc-promise-letter-form',
  imports: [Banner, Field, FormField, Input, PanelForm],
  template: `
    @if (letter(); as one) {
      @if (one.refusal; as refusal) {
        <div class="banner">
          <fc-banner kind="info" [heading]="t('promises.letter.refusal.' + refusal)">{{
            t('promises.letter.instead')
          }}</fc-banner>
        </div>
      }
      <fc-panel-form
        [act]="t(one.refusal ? 'promises.letter.copy' : 'promises.letter.send')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="cancelled.emit()"
      >
        <p class="small quiet">
          {{ one.to ? t('promises.letter.to', { to: one.to }) : t('promises.letter.to-nobody') }}
          {{ t('promises.letter.language.' + one.language) }}
        </p>
        <fc-field [label]="t('promises.letter.subject')">
          <input fcInput type="text" autocomplete="off" [attr.lang]="one.language" [formField]="form.subject" />
        </fc-field>
        <fc-field [label]="t('promises.letter.text')">
          <textarea fcInput rows="10" [attr.lang]="one.language" [formField]="form.text"></textarea>
        </fc-field>
      </fc-panel-form>
    }
  `,
  styles: `
    .banner {
      padding: 14px 14px 0;
    }
  `,
})
export class LetterForm {
  protected readonly t = injectTexts();
  private readonly client = inject(PromisesClient);
  private readonly toasts = inject(Toasts);
  readonly promise = input.required<PromiseDetail>();
  readonly cancelled = output();
  readonly done = output<ActDone>();
  /** Somebody else changed it: it is to be read anew; what is typed stays. */
  readonly stale = output();

  protected readonly letter = computed(() => this.promise().letter);
  protected readonly failure = signal<unknown>(null);
  private readonly entry = signal({ subject: '', text: '' });
  protected readonly form = form(this.entry, (path) => {
    required(path.subject);
    maxLength(path.subject, 150);
    required(path.text);
    maxLength(path.text, 3000);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ subject, text }) => {
    const letter = this.letter();
    if (!letter) return;
    if (letter.refusal !== null) {
      await navigator.clipboard.writeText(`${subject}\n\n${text}`);
      this.toasts.show({ text: 'promises.was.copied' });
      return;
    }
    const { id, revision } = this.promise();
    try {
      await this.client.tell(id, { revision, subject, text });
    } catch (error) {
      if (problemOf(error).code === 'changed-meanwhile') this.stale.emit();
      throw error;
    }
    this.done.emit({ toast: { text: 'promises.was.told', values: { to: letter.to ?? '' } } });
  });

  constructor() {
    // What somebody has changed already stays theirs.
    effect(() => {
      const letter = this.letter();
      if (!letter || untracked(() => this.form().dirty())) return;
      untracked(() => this.entry.set({ subject: letter.subject, text: letter.text }));
    });
  }
}
