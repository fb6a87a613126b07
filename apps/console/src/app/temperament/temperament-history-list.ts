import { Component, inject, input } from '@angular/core';
import type { TemperamentObserved } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';

/** Who observed what, when, and how sure they were. */
@Component({
  selector: 'fc-temperament-history-list',
  template: `
    <h3>{{ t('temperament.history') }}</h3>
    <ol>
      @for (one of observed(); track one.id) {
        <li>
          <p>
            <b>{{ t('temperament.type.' + one.type) }}</b>
            <span class="quiet">{{ t('temperament.confidence.' + one.confidence) }}</span>
          </p>
          <p class="small quiet">{{ seen(one) }}</p>
          <p class="small faint">
            {{ one.by?.name ?? t('ui.versions.program') }}
            <time [attr.datetime]="one.at">{{ format.date(one.at) }}</time>
          </p>
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      padding: 8px 0;
      border-top: 1px solid var(--fc-line);
    }
    li:first-child {
      border-top: 0;
    }
    li b {
      margin-inline-end: 6px;
    }
    time {
      margin-inline-start: 6px;
    }
  `,
})
export class TemperamentHistoryList {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  /** The newest first. */
  readonly observed = input.required<readonly TemperamentObserved[]>();

  protected seen({ behaviours }: TemperamentObserved): string {
    return behaviours.map((one) => this.t(`temperament.behaviour.${one}`)).join(this.t('temperament.and'));
  }
}
