import { Component } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';

/** There is no such card, or it is not for who asks. */
@Component({
  selector: 'fc-not-found-text',
  imports: [Empty],
  template: `<fc-empty
    class="card"
    icon="card"
    [heading]="t('scorecards.not-there')"
    [text]="t('scorecards.not-there-text')"
  />`,
})
export class NotFoundText {
  protected readonly t = injectTexts();
}
