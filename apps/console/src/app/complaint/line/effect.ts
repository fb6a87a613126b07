import { afterNextRender, Component, ElementRef, inject, Injector, input, output, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import type { ComplaintStepTaken } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { ComplaintClient } from '../complaint-client.js';

type Action = NonNullable<NonNullable<ComplaintStepTaken['analysis']>['correctiveAction']>;

/** What came of a corrective action: told once it shows, which is after the closing; it stays as written. */
@Component({
  selector: 'fc-effect',
  imports: [Field, FormField, Input, PanelForm],
  template: `
    @if (action().effect; as effect) {
      <p class="text">
        {{ t('complaint-page.effect.was', { effect }) }}
        @if (action().effectAt; as at) {
          <span class="small faint">{{ format.date(at) }}</span>
        }
      </p>
    } @else if (isOpen()) {
      <div class="form">
        <fc-panel-form
          [act]="t('complaint-page.effect.act')"
          [isSending]="form().submitting()"
          [failure]="failure()"
          (sent)="send()"
          (cancelled)="isOpen.set(false)"
        >
          <fc-field [label]="t('complaint-page.effect.label')" [hint]="t('complaint-page.effect.hint')">
            <textarea fcInput rows="2" [formField]="form.effect"></textarea>
          </fc-field>
        </fc-panel-form>
      </div>
    } @else if (mayTell()) {
      <button type="button" class="button small" (click)="open()">{{ t('complaint-page.effect.act') }}</button>
    } @else {
      <p class="faint">{{ t('complaint-page.effect.open') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 5px;
    }
    .text {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .form {
      border: 1px solid var(--fc-line);
      border-radius: var(--fc-radius-card);
    }
  `,
})
export class Effect {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(ComplaintClient);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly complaint = input.required<{ readonly id: string; readonly number: string }>();
  readonly action = input.required<Action>();
  readonly mayTell = input.required<boolean>();
  readonly told = output();

  protected readonly isOpen = signal(false);
  private readonly entry = signal({ effect: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.effect);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ effect }) => {
    const { id, number } = this.complaint();
    await this.client.tellEffect(id, this.action().id, effect);
    this.toasts.show({ text: 'complaint-page.effect.done', values: { number } });
    this.isOpen.set(false);
    this.told.emit();
  });

  protected open(): void {
    this.isOpen.set(true);
    afterNextRender(() => this.host.querySelector('textarea')?.focus(), { injector: this.injector });
  }
}
