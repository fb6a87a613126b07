import { Component, inject, input } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';

/** One thing that was done, ready to print. */
export interface PastStep {
  readonly at: string;
  readonly text: string;
  readonly why: string;
  /** What was written to somebody then. */
  readonly letter?: { readonly subject: string; readonly text: string };
}

/** What became of something so far, the newest on top, at the foot of its panel. */
@Component({
  selector: 'fc-past-steps',
  template: `
    <h3>{{ heading() }}</h3>
    <ul>
      @for (step of steps(); track $index) {
        <li>
          <time class="small faint" [attr.datetime]="step.at">{{ format.dateTime(step.at) }}</time>
          <span>{{ step.text }}</span>
          @if (step.why) {
            <span class="small quiet">{{ step.why }}</span>
          }
          @if (step.letter; as letter) {
            <details class="small">
              <summary>{{ letter.subject }}</summary>
              <p class="well">{{ letter.text }}</p>
            </details>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 14px;
      border-top: 1px solid var(--fc-line);
    }
    h3 {
      margin-bottom: 6px;
      color: var(--fc-text-3);
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-normal);
    }
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      overflow-wrap: anywhere;
    }
    .well {
      margin-top: 4px;
      white-space: pre-line;
    }
  `,
})
export class PastSteps {
  protected readonly format = inject(Formats);
  readonly heading = input.required<string>();
  readonly steps = input.required<readonly PastStep[]>();
}
