import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import type { AppraisalCycle } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { injectPeriodName } from '../appraisal-words.js';
import { CyclesClient } from '../cycles-client.js';

/** Takes back a cycle in which nothing was written: why is kept with whoever did. */
@Component({
  selector: 'fc-discard-form',
  imports: [Field, FormField, Input, PanelForm],
  template: `
    <section class="card" aria-labelledby="discard">
      <div class="card-head">
        <h2 id="discard">{{ t('appraisals.discard.heading', { period: periodName(cycle()) }) }}</h2>
      </div>
      <fc-panel-form
        [act]="t('appraisals.discard.act-of', { period: periodName(cycle()) })"
        [isSending]="form().submitting()"
        [failure]="failure()"
        (sent)="send()"
        (cancelled)="cancelled.emit()"
      >
        <p class="quiet measure">{{ t('appraisals.discard.means') }}</p>
        <fc-field [label]="t('appraisals.discard.why')">
          <textarea fcInput rows="2" [formField]="form.why"></textarea>
        </fc-field>
      </fc-panel-form>
    </section>
  `,
})
export class DiscardForm {
  protected readonly t = injectTexts();
  protected readonly periodName = injectPeriodName();
  private readonly client = inject(CyclesClient);
  readonly cycle = input.required<AppraisalCycle>();
  readonly discarded = output();
  readonly cancelled = output();
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(signal({ why: '' }), (path) => {
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const { id, revision } = this.cycle();
    await this.client.discard(id, { revision, why });
    this.discarded.emit();
  });
}
