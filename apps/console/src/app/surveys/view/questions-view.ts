import { Component, input } from '@angular/core';
import type { SurveyContent } from '@forecall/contracts';
import { lowestOf } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { Scale } from '../editor/form-changes.js';

/** The questions of a version to be read, both languages side by side. */
@Component({
  selector: 'fc-questions-view',
  template: `
    @let all = content();
    @if (all.intro.en || all.intro.zh) {
      <section class="card card-body">
        <h2 class="small quiet">{{ t('surveys.intro') }}</h2>
        <p class="both">
          <span lang="en">{{ all.intro.en }}</span><span lang="zh-CN">{{ all.intro.zh }}</span>
        </p>
      </section>
    }
    <ol class="stack">
      @for (question of all.questions; track question.id; let n = $index) {
        <li class="card card-body">
          <p class="row wrap small quiet">
            <b>{{ n + 1 }}</b>
            <span>
              {{ t('surveys.question-kind.' + question.kind) }}
              @if (question.kind === 'scale') {
                · {{ scaleOf(question) }}
              }
            </span>
            @if (question.kind === 'scale') {
              @if (question.gap; as gap) {
                <span class="pill outline"
                  >{{ t('surveys.dimension.' + gap.dimension) }} · {{ t('surveys.side.' + gap.side) }}</span
                >
              }
            }
            @if (!question.isRequired) {
              <span class="pill">{{ t('ui.optional') }}</span>
            }
          </p>
          <p class="both asked">
            <span lang="en">{{ question.text.en }}</span><span lang="zh-CN">{{ question.text.zh }}</span>
          </p>
          @if (question.kind === 'scale') {
            <p class="both small quiet">
              <span lang="en">{{ question.low.en }} – {{ question.high.en }}</span
              ><span lang="zh-CN">{{ question.low.zh }} – {{ question.high.zh }}</span>
            </p>
          } @else if (question.kind === 'choice') {
            @for (option of question.options; track option.id) {
              <p class="both small quiet">
                <span lang="en">{{ option.text.en }}</span><span lang="zh-CN">{{ option.text.zh }}</span>
              </p>
            }
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host,
    ol {
      display: grid;
      gap: 10px;
    }
    .both {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 4px 16px;
    }
    .asked {
      margin-top: 4px;
      font-weight: var(--fc-weight-medium);
    }
    @media (max-width: 640px) {
      .both {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class QuestionsView {
  protected readonly t = injectTexts();
  readonly content = input.required<SurveyContent>();

  protected scaleOf({ measure, steps }: Scale): string {
    const lowest = lowestOf(measure);
    const range = `${lowest}–${lowest + steps - 1}`;
    return `${this.t(`surveys.measure.${measure}`)}${this.t('ui.clause-comma')}${range}`;
  }
}
