import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import type { TrainingEntry } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AccountFile } from '../account-file.js';
import { TrainingClient } from './training-client.js';
import { TrainingFile } from './training-file.js';

/** Calls off a session that is planned, or says that one was not held after all; with the reason, which is kept. */
@Component({
  selector: 'fc-void-training-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel
      [heading]="t('account.training.void-of.' + ending(), { topic: training().topic })"
      [isDirty]="form().dirty()"
      (closed)="file.close()"
    >
      <fc-panel-form
        [act]="t('account.training.void.' + ending())"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="file.close()"
      >
        <fc-field [label]="t('account.why')" [hint]="t('account.why-hint')">
          <textarea fcInput rows="3" [formField]="form.why"></textarea>
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class VoidTrainingForm {
  protected readonly t = injectTexts();
  private readonly client = inject(TrainingClient);
  private readonly trainings = inject(TrainingFile);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  protected readonly file = inject(AccountFile);
  readonly training = input.required<TrainingEntry>();
  /** As it is read now: somebody else may have changed it since this began. */
  private readonly current = computed(() => this.trainings.one(this.training().id) ?? this.training());
  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  protected readonly ending = () => (this.training().isAhead ? 'ahead' : 'held');

  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, topic } = this.training();
    const { changed } = this.file;
    let revision: number;
    try {
      ({ revision } = await this.client.void(id, why, this.current().revision));
    } catch (error) {
      // What is said beside the form is up to date then, and the reason stays.
      if (problemOf(error).code === 'changed-meanwhile') changed();
      throw error;
    }
    this.toasts.show({
      text: `account.training.voided.${this.ending()}`,
      values: { topic },
      undo: () => this.faults.heed(this.client.restore(id, revision)).then(changed),
    });
    changed();
    this.file.close();
  });
}
