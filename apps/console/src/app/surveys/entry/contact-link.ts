import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import type { ShownSurveyLink } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Glyph } from '../../ui/state/glyph.js';
import { LinkShown } from '../links/link-shown.js';
import { LinksClient } from '../links/links-client.js';
import { SurveysClient } from '../surveys-client.js';
import { AskState } from './ask-state.js';
import { usualForm } from './usual-form.js';

/** A link for the customer of one contact, to be read off the screen or sent by whoever handled it. */
@Component({
  selector: 'fc-contact-link',
  imports: [AskState, Glyph, LinkShown, Load, Ready, Shape, Skeleton],
  template: `
    <fc-load [of]="forms" [failed]="t('survey-entry.forms-failed')">
      <ng-template fcShape>
        <div class="body"><fc-skeleton width="70%" /><fc-skeleton width="50%" [height]="32" /></div>
      </ng-template>
      <ng-template fcReady>
        <div class="body">
          <fc-ask-state [contactId]="contactId()" />
          @if (shown(); as made) {
            <fc-link-shown
              [url]="made.url"
              [picture]="picture()"
              [label]="t('survey-entry.link.address')"
              [pictureText]="t('survey-entry.link.qr')"
            />
            <p class="small quiet">{{ t('survey-entry.link.until', { time: format.dayTime(made.expiresAt) }) }}</p>
          } @else if (forms.value()?.length === 0) {
            <p>{{ t('survey-entry.no-form') }}</p>
            <p class="small quiet">{{ t('survey-entry.no-form-text') }}</p>
          } @else {
            <label>
              <span>{{ t('survey-entry.form') }}</span>
              <select #chosen class="input" (change)="formId.set(chosen.value)">
                @for (one of forms.value(); track one.id) {
                  <option [value]="one.id" [selected]="one.id === formId()">{{ said(one.name) }}</option>
                }
              </select>
            </label>
            <p class="small quiet">{{ t('survey-entry.link.what') }}</p>
          }
          @if (refusal(); as text) {
            <p class="fault" role="alert"><fc-glyph state="alarm" />{{ text }}</p>
          }
          <div class="row wrap">
            @if (!shown() && (forms.value()?.length ?? 0) > 0) {
              <button
                type="button"
                class="button primary"
                [attr.aria-disabled]="isAsking() ? true : null"
                (click)="show()"
              >
                {{ t('survey-entry.link.show') }}
              </button>
            }
            <button type="button" class="button" [class.quiet]="!shown()" (click)="closed.emit()">
              {{ t(shown() ? 'ui.close' : 'ui.cancel') }}
            </button>
          </div>
        </div>
      </ng-template>
    </fc-load>
  `,
  styles: `
    :host {
      display: block;
    }
    .body {
      display: grid;
      gap: 12px;
      max-width: 460px;
      padding: 14px;
    }
    label {
      display: grid;
      gap: 5px;
      font-weight: var(--fc-weight-medium);
    }
    .fault {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--fc-alarm-text);
      font-weight: var(--fc-weight-medium);
    }
  `,
  host: { '(keydown.escape)': 'leave($event)' },
})
export class ContactLink {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(LinksClient);
  private readonly surveys = inject(SurveysClient);
  private readonly problems = inject(ProblemTexts);
  readonly contactId = input.required<string>();
  readonly closed = output();

  protected readonly forms = kept(resource({ loader: () => this.surveys.published() }));
  protected readonly formId = linkedSignal(() => usualForm(this.forms.value() ?? []));
  protected readonly shown = signal<ShownSurveyLink | null>(null);
  protected readonly picture = computed(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.shown()?.qr ?? '')}`,
  );
  protected readonly isAsking = signal(false);
  private readonly failure = signal<unknown>(null);
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));

  /** It is told once: shown again it is another secret, and this one leads on. */
  protected async show(): Promise<void> {
    if (this.isAsking()) return;
    this.isAsking.set(true);
    this.failure.set(null);
    try {
      this.shown.set(await this.client.ofContact(this.contactId(), this.formId()));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isAsking.set(false);
    }
  }

  protected leave(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.closed.emit();
  }
}
