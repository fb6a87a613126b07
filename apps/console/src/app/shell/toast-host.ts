import { afterRenderEffect, Component, inject, signal } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { footPixels } from '../ui/feedback/foot-bars.js';
import { KeyCaps } from '../ui/keys/key-caps.js';

/** Bottom centre, above the bars of the page: what was just done, and the way back. */
@Component({
  selector: 'fc-toast-host',
  imports: [KeyCaps],
  template: `
    <div role="status" aria-live="polite">
      @if (toasts.current(); as toast) {
        <div
          class="toast inverse"
          [style.bottom.px]="foot() + 12"
          (pointerenter)="toasts.pause()"
          (pointerleave)="toasts.resume()"
          (focusin)="toasts.pause()"
          (focusout)="toasts.resume()"
        >
          <span>{{ t(toast.text, toast.values) }}</span>
          @if (toast.undo) {
            <button type="button" class="button small" (click)="toasts.undo()">
              {{ t('ui.undo') }}<fc-key-caps press="$mod+z" />
            </button>
            <span class="small seconds" aria-hidden="true">{{
              t('ui.seconds', { seconds: toasts.secondsLeft() })
            }}</span>
          } @else if (toast.action; as action) {
            <button type="button" class="button small" (click)="toasts.act()">{{ t(action.label) }}</button>
          }
        </div>
      }
    </div>
  `,
  styles: `
    .toast {
      position: fixed;
      left: 50%;
      display: flex;
      align-items: center;
      gap: 12px;
      max-width: calc(100vw - 24px);
      min-height: 44px;
      padding: 6px 10px 6px 14px;
      border-radius: var(--fc-radius-card);
      background: var(--fc-text);
      color: var(--fc-surface);
      box-shadow: var(--fc-shadow-dialog);
      transform: translateX(-50%);
      z-index: var(--fc-z-toast);
    }
    .button {
      border-color: color-mix(in srgb, var(--fc-surface) 40%, transparent);
      background: none;
      color: inherit;
    }
    .button:hover {
      background: color-mix(in srgb, var(--fc-surface) 14%, transparent);
    }
    .seconds {
      min-width: 28px;
    }
    @media (max-width: 640px) {
      .toast {
        width: max-content;
      }
    }
  `,
})
export class ToastHost {
  protected readonly t = injectTexts();
  protected readonly toasts = inject(Toasts);
  protected readonly foot = signal(0);

  constructor() {
    // Each second anew: a bar comes and goes while the toast is there.
    afterRenderEffect({
      read: () => {
        this.toasts.secondsLeft();
        if (this.toasts.current()) this.foot.set(footPixels());
      },
    });
  }
}
