import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';

@Component({
  selector: 'fc-not-found-page',
  imports: [Empty, RouterLink],
  template: `
    <fc-empty class="card" icon="search" [heading]="t('not-found.heading')" [text]="t('not-found.text')">
      <a class="button primary" routerLink="/">{{ t('not-found.home') }}</a>
    </fc-empty>
  `,
})
export class NotFoundPage {
  protected readonly t = injectTexts();
}
