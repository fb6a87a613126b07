import { Component, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { FormFile } from './form-file.js';

type Name = { en: string; zh: string };

/** How the form is called among ourselves; customers do not see it. */
@Component({
  selector: 'fc-name-form',
  imports: [CardForm, Field, FormField, Input],
  template: `
    <section class="card" [attr.aria-label]="t('surveys.rename')">
      <fc-card-form
        [act]="t('surveys.save-name')"
        [refused]="t('surveys.name-refused')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        [keep]="t('ui.cancel')"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <fc-field [label]="t('drafts.name-en')" [hint]="t('surveys.name-hint')">
          <input fcInput type="text" autocomplete="off" [formField]="form.en" />
        </fc-field>
        <fc-field [label]="t('drafts.name-zh')">
          <input fcInput type="text" autocomplete="off" lang="zh-CN" [formField]="form.zh" />
        </fc-field>
      </fc-card-form>
    </section>
  `,
})
export class NameForm {
  protected readonly t = injectTexts();
  private readonly file = inject(FormFile);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly name = input.required<Name>();
  readonly closed = output();
  private readonly entry = linkedSignal(() => ({ ...this.name() }));
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.en);
    required(path.zh);
    maxLength(path.en, 120);
    maxLength(path.zh, 120);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ en, zh }) => {
    const before = this.name();
    await this.file.rename({ en: en.trim(), zh: zh.trim() });
    this.toasts.show({
      text: 'surveys.was.renamed',
      undo: () => this.faults.heed(this.file.rename(before)),
    });
    this.closed.emit();
  });

  constructor() {
    effect(() => {
      this.name();
      untracked(() => this.form().reset());
    });
  }
}
