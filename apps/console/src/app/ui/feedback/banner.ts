import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';
import { Glyph } from '../state/glyph.js';

/** What touches the whole page, one at a time: a bold sentence, the reason below, acts at the right (`fcActions`). */
@Component({
  selector: 'fc-banner',
  imports: [Glyph, Icon],
  template: `
    @let state = kind();
    @if (state === 'info') {
      <fc-icon name="answer" />
    } @else {
      <fc-glyph [state]="state" />
    }
    <div class="text">
      <b>{{ heading() }}</b>
      <div class="quiet"><ng-content /></div>
    </div>
    <div class="acts"><ng-content select="[fcActions]" /></div>
  `,
  styleUrl: './banner.css',
  host: { '[class]': 'kind()', '[attr.role]': "kind() === 'alarm' ? 'alert' : 'status'" },
})
export class Banner {
  readonly kind = input<'alarm' | 'watch' | 'info' | 'stale'>('info');
  readonly heading = input.required<string>();
}
