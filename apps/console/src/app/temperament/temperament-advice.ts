import { Component, input } from '@angular/core';
import type { Temperament } from '@forecall/domain';
import { injectTexts } from '../platform/i18n/texts.js';
import { TemperamentSquare } from './temperament-square.js';

/** How to treat somebody of a type, in three short sentences. */
@Component({
  selector: 'fc-temperament-advice',
  imports: [TemperamentSquare],
  template: `
    @let one = type();
    <div class="row">
      <fc-temperament-square [type]="one" />
      <p>
        <b>{{ t('temperament.type.' + one) }}</b>
        <span class="quiet">{{ t('temperament.axes.' + one) }}</span>
      </p>
    </div>
    <ul>
      @for (nth of advices; track nth) {
        <li>{{ t('temperament.advice.' + one + '.' + nth) }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .row {
      gap: 12px;
    }
    p > * {
      display: block;
    }
    ul {
      display: grid;
      gap: 4px;
    }
    li {
      position: relative;
      padding-inline-start: 15px;
      text-wrap: pretty;
    }
    li::before {
      content: '';
      position: absolute;
      inset: 8px auto auto 3px;
      width: 5px;
      height: 5px;
      border-radius: 50%;
      background: var(--fc-text-3);
    }
  `,
})
export class TemperamentAdvice {
  protected readonly t = injectTexts();
  readonly type = input.required<Temperament>();
  protected readonly advices = ['first', 'second', 'third'] as const;
}
