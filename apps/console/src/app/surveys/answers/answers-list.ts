import { Component, computed, inject, input, resource } from '@angular/core';
import type { ContactAnswers } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { SurveysClient } from '../surveys-client.js';
import { type Answer, byAsking, highestOf, isPast, measuredBy } from './answer-words.js';
import { ReplyLines } from './reply-lines.js';

/** What the customer answered about a contact; who entered it stands with it, and what was changed since is kept in sight. */
@Component({
  selector: 'fc-answers-list',
  imports: [Load, Ready, ReplyLines, Shape, Skeleton],
  template: `
    <fc-load [of]="found" [failed]="t('survey-entry.answers-failed')">
      <ng-template fcShape><fc-skeleton width="60%" /></ng-template>
      <ng-template fcReady>
        <ul>
          @for (entry of answers(); track entry.answer.id) {
            @let one = entry.answer;
            <li [class.past]="isPast(one)">
              <p class="row wrap">
                <b>{{ t('survey-entry.of', { score: one.score, highest: highestOf(one) }) }}</b>
                <span>{{ nameOf(one) }}</span>
                @if (one.voidedAt) {
                  <span class="pill">{{ t('survey-entry.voided') }}</span>
                } @else if (one.supersededBy) {
                  <span class="pill">{{ t('survey-entry.changed-since') }}</span>
                }
              </p>
              <p class="small quiet">
                {{ t('survey-entry.how.' + one.enteredHow, { time: format.dayTime(one.at) }) }}
              </p>
              @if (one.voidReason; as why) {
                <p class="small quiet">{{ t('survey-entry.voided-because', { why }) }}</p>
              }
              @if (entry.lines.length > 0) {
                <fc-reply-lines [lines]="entry.lines" />
              } @else if (one.text) {
                <p class="well">{{ one.text }}</p>
              }
            </li>
          } @empty {
            <li class="quiet">{{ t('survey-entry.none') }}</li>
          }
        </ul>
      </ng-template>
    </fc-load>
  `,
  styles: `
    ul {
      display: grid;
      gap: 10px;
    }
    li {
      display: grid;
      gap: 2px;
    }
    .past b {
      color: var(--fc-text-3);
      font-weight: var(--fc-weight-normal);
      text-decoration: line-through;
    }
    .well {
      margin-top: 3px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class AnswersList {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(SurveysClient);
  readonly contactId = input.required<string>();
  /** Counts what was entered here: read anew. */
  readonly version = input(0);

  protected readonly found = kept(
    resource({
      params: () => ({ id: this.contactId(), version: this.version() }),
      loader: async ({ params: { id } }) => ({ of: id, told: await this.read(id) }),
    }),
  );
  /** Those of the contact before stay out of sight. */
  protected readonly answers = computed(() => {
    const found = this.found.value();
    return found?.of === this.contactId() ? byAsking(found.told) : [];
  });
  protected readonly isPast = isPast;
  protected readonly highestOf = highestOf;

  protected nameOf(answer: Answer): string {
    return measuredBy(answer, this.t);
  }

  /** Who sees a complaint need not see the contact it came by. */
  private async read(id: string): Promise<ContactAnswers> {
    try {
      return await this.client.answers(id);
    } catch (error) {
      if (problemOf(error).code === 'not-found') return { answers: [], replies: [] };
      throw error;
    }
  }
}
