import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import type { SurveyAskEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { Panel } from '../../ui/panel/panel.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { AskedClient } from './asked-client.js';

/** A letter has come back: who says so says why, because it is not taken back. */
@Component({
  selector: 'fc-bounce-form',
  imports: [Field, FormField, Input, Panel, PanelForm],
  template: `
    <fc-panel [heading]="t('survey-asked.bounce')" [isDirty]="form().dirty()" (closed)="closed.emit()">
      <fc-panel-form
        [act]="t('survey-asked.bounce')"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="closed.emit()"
      >
        <p>{{ what() }}</p>
        <p class="small quiet">{{ t('survey-asked.bounce-means') }}</p>
        <fc-field [label]="t('survey-asked.why')" [hint]="t('survey-asked.why-hint')">
          <input fcInput type="text" autocomplete="off" [formField]="form.why" />
        </fc-field>
      </fc-panel-form>
    </fc-panel>
  `,
})
export class BounceForm {
  protected readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(AskedClient);
  readonly ask = input.required<SurveyAskEntry>();
  readonly closed = output();
  readonly bounced = output();

  protected readonly what = computed(() => {
    const { person, askedAt, plannedAt } = this.ask();
    const time = this.format.dayTime(askedAt ?? plannedAt);
    return person
      ? this.t('survey-asked.letter-to', { who: this.nameOf(person), time })
      : this.t('survey-asked.letter', { time });
  });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(signal({ why: '' }), (path) => {
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    await this.client.bounce({ askId: this.ask().id, why: why.trim() });
    this.bounced.emit();
  });
}
