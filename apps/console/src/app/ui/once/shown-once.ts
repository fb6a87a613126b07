import { Component, input, signal } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';

/** A secret that is shown this once: a link or a token, with a button that copies it. */
@Component({
  selector: 'fc-shown-once',
  imports: [Icon],
  template: `
    <label [for]="id">{{ label() }}</label>
    <div class="row">
      <input #box class="input" readonly [id]="id" [value]="value()" (focus)="box.select()" />
      <button type="button" class="button" [class.primary]="!isCopied()" (click)="copy()">
        <fc-icon [name]="isCopied() ? 'check' : 'copy'" />
        {{ t(isCopied() ? 'ui.copied' : 'ui.copy') }}
      </button>
    </div>
    <p class="small quiet">{{ note() }}</p>
    <span class="visually-hidden" aria-live="polite">{{ isCopied() ? t('ui.copied') : '' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      padding: 12px;
      border: 1px solid color-mix(in srgb, var(--fc-accent) 35%, transparent);
      border-radius: var(--fc-radius-card);
      background: var(--fc-accent-soft);
    }
    label {
      font-weight: var(--fc-weight-medium);
    }
    .input {
      font-family: var(--fc-font-mono);
      font-size: var(--fc-text-small);
    }
    .input:read-only {
      background: var(--fc-surface);
    }
  `,
})
export class ShownOnce {
  protected readonly t = injectTexts();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  /** For how long it is good, and that it is not shown again. */
  readonly note = input.required<string>();
  protected readonly id = `shown-once-${++count}`;
  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.value());
    this.isCopied.set(true);
  }
}

let count = 0;
