import { Component, input } from '@angular/core';
import type { SurveyReplyLine } from '@forecall/contracts';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** All that a customer told by one form, under the words of its questions. */
@Component({
  selector: 'fc-reply-lines',
  template: `
    @if (lines().length > 0) {
      <dl class="well">
        @for (line of lines(); track $index) {
          <dt class="small quiet">{{ said(line.asked) }}</dt>
          <dd>
            @switch (line.kind) {
              @case ('scale') {
                {{ t('survey-entry.of', { score: line.score, highest: line.highest }) }}
                @if (line.words; as words) {
                  <span class="quiet">· {{ said(words) }}</span>
                }
              }
              @case ('choice') {
                {{ said(line.words) }}
              }
              @case ('text') {
                <span class="words">{{ line.said }}</span>
              }
            }
          </dd>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      gap: 2px;
      margin: 3px 0 0;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    dd:not(:last-child) {
      margin-bottom: 6px;
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class ReplyLines {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  readonly lines = input.required<readonly SurveyReplyLine[]>();
}
