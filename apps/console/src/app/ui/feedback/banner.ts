import { booleanAttribute, Component, computed, input } from '@angular/core';
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
      <b [attr.role]="isHeadingOnly() ? 'alert' : null">{{ heading() }}</b>
      <div class="quiet"><ng-content /></div>
    </div>
    <div class="acts"><ng-content select="[fcActions]" /></div>
  `,
  styleUrl: './banner.css',
  host: { '[class]': 'kind()', '[attr.role]': 'role()' },
})
export class Banner {
  readonly kind = input<'alarm' | 'watch' | 'info' | 'stale'>('info');
  readonly heading = input.required<string>();
  /** Readers hear the heading, once: what stands below changes while one looks. */
  readonly isHeadingOnly = input(false, { alias: 'headingOnly', transform: booleanAttribute });
  protected readonly role = computed(() => {
    if (this.isHeadingOnly()) return null;
    return this.kind() === 'alarm' ? 'alert' : 'status';
  });
}
