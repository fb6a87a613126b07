import { Component, computed, inject, input } from '@angular/core';
import type { Appraisal } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectChangeText } from '../change-text.js';

/** What happened to an appraisal, the newest on top, with what was said. */
@Component({
  selector: 'fc-history-card',
  template: `
    <section class="card" [attr.aria-label]="t('appraisals.history')">
      <div class="card-head">
        <h2>{{ t('appraisals.history') }}</h2>
      </div>
      <ol>
        @for (step of steps(); track $index) {
          <li>
            <span class="row wrap"
              ><b>{{ t('appraisals.step.' + step.step) }}</b>
              <span class="small quiet"
                >{{ step.by?.name ?? t('appraisals.by-itself') }}{{ t('ui.clause-comma')
                }}{{ format.dayTime(step.at) }}</span
              ></span
            >
            @if (step.step === 'handed') {
              <span class="small quiet">{{
                t('appraisals.handed-on', { before: step.before ?? '', after: step.after ?? '' })
              }}</span>
            }
            @if (step.note) {
              <p class="well">{{ step.note }}</p>
            }
            @for (change of step.changes; track change.id) {
              <span class="small">{{ changeText(appraisal(), change) }}</span>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    li {
      display: grid;
      gap: 4px;
      padding: 10px 14px;
      border-bottom: 1px solid var(--fc-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    .well {
      white-space: pre-line;
    }
  `,
})
export class HistoryCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly changeText = injectChangeText();
  readonly appraisal = input.required<Appraisal>();
  protected readonly steps = computed(() => this.appraisal().steps.toReversed());
}
