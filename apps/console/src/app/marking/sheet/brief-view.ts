import { Component, input } from '@angular/core';
import type { MarkingSheet } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { injectSaid } from '../../platform/i18n/said.js';

/** The role play: what the candidate was told, and the brief for whoever plays the customer. */
@Component({
  selector: 'fc-brief-view',
  template: `
    @let one = scenario();
    <details>
      <summary>
        {{ t('marking.brief.heading', { name: said(one.name), variant: said(one.variant.name) }) }}
      </summary>
      <h3>{{ t('marking.brief.situation') }}</h3>
      <p>{{ said(one.variant.situation) }}</p>
      <h3>{{ t('marking.brief.actor') }}</h3>
      <p>{{ said(one.variant.brief) }}</p>
    </details>
  `,
  styles: `
    details {
      padding: 10px 14px;
      border-radius: var(--fc-radius-card);
      background: var(--fc-surface-sunken);
    }
    summary {
      font-weight: var(--fc-weight-medium);
      cursor: pointer;
    }
    h3 {
      margin-top: 10px;
      font-size: 13px;
      color: var(--fc-text-2);
    }
    p {
      max-width: 66ch;
      white-space: pre-line;
    }
  `,
})
export class BriefView {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  readonly scenario = input.required<NonNullable<MarkingSheet['scenario']>>();
}
