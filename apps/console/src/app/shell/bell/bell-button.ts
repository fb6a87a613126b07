import { Component, computed, inject } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Icon } from '../../ui/icon/icon.js';
import { Openers } from '../openers.js';
import { Chime } from './chime.js';

/** The bell with how much is unread. Readers hear the number when it changes. */
@Component({
  selector: 'fc-bell-button',
  imports: [Icon],
  template: `
    <button #bell type="button" class="button icon" aria-haspopup="menu" (click)="openers.bell(bell)">
      <fc-icon name="bell" />
      @if (unread()) {
        <span class="count" aria-hidden="true">{{ unread() > 99 ? '99+' : unread() }}</span>
      }
      <span class="visually-hidden">{{ t('bell.open', { count: unread() }) }}</span>
    </button>
    <span class="visually-hidden" role="status">{{ unread() ? t('bell.unread', { count: unread() }) : '' }}</span>
  `,
  styles: `
    :host {
      position: relative;
      flex: none;
    }
    .button {
      position: relative;
    }
    .count {
      position: absolute;
      inset: -1px -3px auto auto;
      min-width: 16px;
      padding: 0 4px;
      border-radius: 8px;
      background: var(--fc-alarm-fill);
      color: var(--fc-on-alarm, #fff);
      font-size: 10.5px;
      line-height: 16px;
      font-weight: var(--fc-weight-strong);
      text-align: center;
    }
  `,
})
export class BellButton {
  protected readonly t = injectTexts();
  protected readonly openers = inject(Openers);
  protected readonly unread = computed(() => this.waiting.now().unread);
  private readonly waiting = inject(Waiting);
  protected readonly chime = inject(Chime);
}
