import { Component, inject, input } from '@angular/core';
import type { PromiseDetail } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** What became of a promise so far, the newest on top. */
@Component({
  selector: 'fc-promise-steps',
  template: `
    <h3>{{ t('promises.course') }}</h3>
    <ul>
      @for (step of steps(); track $index) {
        <li>
          <time class="small faint" [attr.datetime]="step.at">{{ format.dateTime(step.at) }}</time>
          <span>{{ textOf(step) }}</span>
          @if (step.why; as why) {
            <span class="small quiet">{{ why }}</span>
          }
          @if (step.after['text']; as text) {
            <details class="small">
              <summary>{{ step.after['subject'] }}</summary>
              <p class="well">{{ text }}</p>
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
export class PromiseSteps {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly steps = input.required<PromiseDetail['steps']>();

  protected textOf({ act, by, before, after }: PromiseDetail['steps'][number]): string {
    const when = (at: string | undefined) => (at ? this.format.dateTime(at) : '');
    return this.t(by === null ? `promises.step-by-program.${act}` : `promises.step.${act}`, {
      ...{ by: by?.name ?? '', from: before['owner'] ?? '', owner: after['owner'] ?? '', to: after['to'] ?? '' },
      ...{ before: when(before['dueAt']), after: when(after['dueAt']) },
    });
  }
}
