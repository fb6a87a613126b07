import { Component, inject } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Keys } from '../../platform/keys/keys.js';
import { DialogFrame } from '../../ui/dialog/dialog-frame.js';
import { KeyList } from './key-list.js';

/** All keys that work now, those of the page first, and the switch for single ones. */
@Component({
  selector: 'fc-keys-list',
  imports: [DialogFrame, KeyList],
  template: `
    <fc-dialog [heading]="t('keys.heading')">
      @for (group of keys.groups(); track group) {
        <section [attr.aria-label]="t(group.title)">
          <h3>{{ t(group.title) }}</h3>
          <fc-key-list [bindings]="group.bindings" />
        </section>
      }
      <p class="switch small">
        {{ t(keys.areSingleKeysOn() ? 'keys.single-on' : 'keys.single-off') }}
        <button type="button" class="link-button" (click)="keys.switchSingleKeys(!keys.areSingleKeysOn())">
          {{ t(keys.areSingleKeysOn() ? 'keys.switch-off' : 'keys.switch-on') }}
        </button>
      </p>
    </fc-dialog>
  `,
  styles: `
    section {
      padding: 12px 16px;
    }
    section + section {
      border-top: 1px solid var(--fc-line);
    }
    h3 {
      margin-bottom: 6px;
      color: var(--fc-text-3);
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-medium);
    }
    .switch {
      padding: 9px 16px;
      border-top: 1px solid var(--fc-line);
      color: var(--fc-text-2);
    }
  `,
})
export class KeysList {
  protected readonly t = injectTexts();
  protected readonly keys = inject(Keys);
}
