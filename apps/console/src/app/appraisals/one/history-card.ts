import { Component, computed, inject, input } from '@angular/core';
import type { Appraisal } from '@forecall/contracts';
import { ratingWords } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectSaid } from '../../platform/i18n/said.js';

type Change = Appraisal['steps'][number]['changes'][number];

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
                >{{ step.by?.name ?? t('appraisals.by-itself') }}, {{ format.dayTime(step.at) }}</span
              ></span
            >
            @if (step.before; as before) {
              <span class="small quiet">{{ t('appraisals.before-it-was', { name: before }) }}</span>
            }
            @if (step.note) {
              <p class="well">{{ step.note }}</p>
            }
            @for (change of step.changes; track change.id) {
              <span class="small">{{ changeText(change) }}</span>
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
  private readonly figures = inject(FigureTexts);
  private readonly said = injectSaid();
  readonly appraisal = input.required<Appraisal>();
  protected readonly steps = computed(() => this.appraisal().steps.toReversed());

  /** "Knowledge: 2 Below becomes 3 As expected" */
  protected changeText({ of, id, before, after }: Change): string {
    const { competencies, lines } = this.appraisal();
    const competency = competencies.find((one) => of === 'competencies' && one.id === id);
    const metric = lines.find(({ indicator }) => indicator.id === id)?.indicator.metric;
    const what = competency ? this.said(competency.name) : metric ? this.figures.name()(metric) : id;
    const word = (rating: number | null) =>
      rating === null ? '–' : `${rating} ${this.t(`appraisals.rating.${ratingWords[rating - 1] ?? ''}`)}`;
    return this.t('appraisals.becomes', { what, before: word(before), after: word(after) });
  }
}
