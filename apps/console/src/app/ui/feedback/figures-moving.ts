import { Component, inject } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Live } from '../../platform/live/live.js';
import { Banner } from './banner.js';

/** Says above figures that they hold a part of an import, for as long as it is written or taken out. */
@Component({
  selector: 'fc-figures-moving',
  imports: [Banner],
  template: `
    @if (live.moving(); as moving) {
      <fc-banner kind="watch" [heading]="t('notice.moving.' + moving)">{{ t('notice.moving.why') }}</fc-banner>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    /* Takes no room, nor a gap, while there is nothing to say. */
    :host(:empty) {
      display: none;
    }
  `,
})
export class FiguresMoving {
  protected readonly t = injectTexts();
  protected readonly live = inject(Live);
}
