import { Component, inject, input } from '@angular/core';
import type { ExamReport, FigureAnswer } from '@forecall/contracts';
import { FigureCell, FigureTexts } from '../../figures/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** A team or a campaign with its two rates. */
export interface RateRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly firstAttempt: FigureAnswer;
  readonly byNow: FigureAnswer;
  readonly question: ExamReport['question'];
}

/** Two rates a row, each on the scale of 0 to 100 %; in the order in which they were given, since that is no rank. */
@Component({
  selector: 'fc-rate-rows',
  imports: [FigureCell],
  template: `
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{{ label() }}</th>
          <th scope="col">{{ texts.name()('exam-first-attempt-pass-rate') }}</th>
          <th scope="col">{{ texts.name()('exam-pass-rate') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              {{ row.name }}
              @if (row.note) {
                <span class="small faint">{{ row.note }}</span>
              }
            </th>
            <td><fc-figure-cell [figure]="row.firstAttempt" [question]="row.question" [of]="row.name" /></td>
            <td><fc-figure-cell [figure]="row.byNow" [question]="row.question" [of]="row.name" /></td>
          </tr>
        } @empty {
          <tr>
            <td colspan="3" class="quiet">{{ t('campaigns.report.none') }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    th[scope='row'] {
      color: var(--fc-text);
      font-size: var(--fc-text-body);
      white-space: normal;
    }
    th span {
      display: block;
      font-weight: var(--fc-weight-normal);
    }
    thead th {
      white-space: normal;
    }
    @media (max-width: 640px) {
      thead th {
        height: auto;
        padding-block: 6px;
        vertical-align: bottom;
      }
    }
  `,
})
export class RateRows {
  protected readonly t = injectTexts();
  protected readonly texts = inject(FigureTexts);
  readonly label = input.required<string>();
  readonly rows = input.required<readonly RateRow[]>();
}
