import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { Glyph } from '../../ui/state/glyph.js';
import { SurveysClient } from '../surveys-client.js';

/** Whether somebody is asked for their opinion, when they were last, and the act that stops it or begins it again. */
@Component({
  selector: 'fc-person-surveys',
  imports: [Field, FormField, Glyph, Input, PanelForm],
  template: `
    @if (told(); as one) {
      <h3>{{ t('survey-entry.person.heading') }}</h3>
      @if (one.stoppedAt; as since) {
        <p class="row stopped">
          <fc-glyph state="watch" />
          <span>{{ t('survey-entry.person.stopped-' + one.stoppedHow, { date: format.date(since) }) }}</span>
        </p>
      } @else {
        <p class="quiet">
          {{
            one.lastAskedAt
              ? t('survey-entry.person.last-asked', { date: format.date(one.lastAskedAt) })
              : t('survey-entry.person.never-asked')
          }}
        </p>
      }
      @if (mayChange()) {
        @if (isOpen()) {
          <fc-panel-form
            [act]="t('survey-entry.person.' + (one.stoppedAt ? 'ask-again' : 'stop'))"
            [isSending]="form().submitting()"
            [failure]="failure()"
            (sent)="send()"
            (cancelled)="isOpen.set(false)"
          >
            <fc-field [label]="t('survey-entry.person.why')" [hint]="t('survey-entry.person.why-hint')">
              <input fcInput type="text" autocomplete="off" [formField]="form.why" />
            </fc-field>
          </fc-panel-form>
        } @else {
          <div>
            <button type="button" class="button small" (click)="open()">
              {{ t('survey-entry.person.' + (one.stoppedAt ? 'ask-again' : 'stop')) }}
            </button>
          </div>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .stopped {
      align-items: flex-start;
    }
    .stopped fc-glyph {
      margin-top: 3px;
    }
    fc-panel-form {
      margin: 0 -14px;
    }
  `,
})
export class PersonSurveysLine {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(SurveysClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  readonly personId = input.required<string>();
  readonly mayChange = input.required<boolean>();

  private readonly found = kept(
    resource({
      params: this.personId,
      loader: ({ params }) => this.client.ofPerson(params).then((told) => ({ ...told, of: params })),
    }),
  );
  protected readonly told = computed(() => {
    const found = this.found.value();
    return found?.of === this.personId() ? found : undefined;
  });
  protected readonly isOpen = signal(false);
  private readonly entry = signal({ why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
    maxLength(path.why, 500);
  });
  protected readonly send = sendsForm(this.form, this.failure, async ({ why }) => {
    const [id, isStopped] = [this.personId(), this.told()?.stoppedAt === null];
    await this.client.setPerson(id, { isStopped, why: why.trim() });
    this.isOpen.set(false);
    this.found.reload();
    this.toasts.show({
      text: isStopped ? 'survey-entry.person.now-stopped' : 'survey-entry.person.now-asked',
      undo: () => this.undo(id, !isStopped),
    });
  });

  protected open(): void {
    this.entry.set({ why: '' });
    this.failure.set(null);
    this.form().reset();
    this.isOpen.set(true);
  }

  private async undo(id: string, isStopped: boolean): Promise<void> {
    await this.faults.heed(this.client.setPerson(id, { isStopped, why: this.t('survey-entry.person.undone') }));
    this.found.reload();
  }
}
