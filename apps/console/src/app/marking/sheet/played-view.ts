import { Component, input } from '@angular/core';
import type { GoldToMark } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';

/** What a gold session is about: the recording to listen to, and what was played. */
@Component({
  selector: 'fc-played-view',
  template: `
    <section class="well" [attr.aria-label]="t('marking.gold.title')">
      <p class="small quiet">{{ t('marking.gold.blind') }}</p>
      @if (session().link; as link) {
        <p>
          <a [href]="link" target="_blank" rel="noopener noreferrer">{{ t('marking.gold.open') }}</a>
        </p>
      }
      @if (session().played; as played) {
        <p class="played">{{ played }}</p>
      }
    </section>
  `,
  styles: `
    .played {
      max-width: 66ch;
      white-space: pre-line;
    }
  `,
})
export class PlayedView {
  protected readonly t = injectTexts();
  readonly session = input.required<GoldToMark>();
}
