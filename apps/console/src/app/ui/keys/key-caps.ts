import { Component, computed, inject, input } from '@angular/core';
import { isSingleKey, keyCaps } from '../../platform/keys/key-press.js';
import { Keys } from '../../platform/keys/keys.js';

/** The keys of a binding ("g b", "$mod+k"), drawn as on the keyboard; nothing where they are switched off. */
@Component({
  selector: 'fc-key-caps',
  template: `@for (cap of caps(); track $index) {
    <kbd>{{ cap }}</kbd>
  }`,
  styles: `
    :host {
      display: inline-flex;
      gap: 4px;
    }
    @media (max-width: 640px) {
      :host {
        display: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class KeyCaps {
  private readonly keys = inject(Keys);
  readonly press = input.required<string>();
  protected readonly caps = computed(() => {
    const isOff = isSingleKey(this.press()) && !this.keys.areSingleKeysOn();
    return isOff ? [] : keyCaps(this.press(), navigator.platform);
  });
}
