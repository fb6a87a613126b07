import { Component, inject, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { isSingleKey, keyCaps } from '../../platform/keys/key-press.js';
import { Keys, type KeyBinding } from '../../platform/keys/keys.js';

/** What each key does, with its caps; one switched off is struck out. */
@Component({
  selector: 'fc-key-list',
  template: `
    <dl>
      @for (binding of bindings(); track binding.press) {
        <div [class.off]="isOff(binding)">
          <dt>{{ t(binding.name) }}</dt>
          <dd>
            @for (cap of caps(binding); track $index) {
              <kbd>{{ cap }}</kbd>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 7px;
    }
    div {
      display: flex;
      justify-content: space-between;
      gap: 14px;
    }
    dd {
      display: flex;
      gap: 4px;
    }
    kbd {
      display: inline-flex;
    }
    .off {
      color: var(--fc-text-3);
    }
    .off kbd {
      text-decoration: line-through;
    }
  `,
})
export class KeyList {
  protected readonly t = injectTexts();
  private readonly keys = inject(Keys);
  readonly bindings = input.required<readonly KeyBinding[]>();

  protected caps(binding: KeyBinding): string[] {
    return keyCaps(binding.press, navigator.platform);
  }

  protected isOff(binding: KeyBinding): boolean {
    return isSingleKey(binding.press) && !this.keys.areSingleKeysOn();
  }
}
