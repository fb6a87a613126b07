import { Component, computed, input } from '@angular/core';
import { isLoopback } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../../ui/state/glyph.js';

/** Beside an address to hand out: that no telephone reaches it, where it leads to this computer alone. */
@Component({
  selector: 'fc-only-here',
  imports: [Glyph],
  template: `
    @if (isOnlyHere()) {
      <p class="row">
        <fc-glyph state="watch" /><span>{{ t('ui.only-here') }}</span>
      </p>
    }
  `,
  styles: `
    .row {
      align-items: flex-start;
      max-width: var(--fc-measure);
    }
    fc-glyph {
      margin-top: 3px;
    }
  `,
})
export class OnlyHere {
  protected readonly t = injectTexts();
  readonly url = input.required<string>();
  protected readonly isOnlyHere = computed(() => URL.canParse(this.url()) && isLoopback(new URL(this.url()).hostname));
}
