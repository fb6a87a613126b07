import { Component, input, signal } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { OnlyHere } from './only-here.js';

/** A link to hand out: its QR code, which telephones read off the screen, and its address to copy. */
@Component({
  selector: 'fc-link-shown',
  imports: [Icon, OnlyHere],
  template: `
    <img [src]="picture()" [alt]="pictureText()" width="208" height="208" />
    <label [for]="id">{{ label() }}</label>
    <div class="row">
      <input #box class="input" readonly [id]="id" [value]="url()" (focus)="box.select()" />
      <button type="button" class="button" (click)="copy()">
        <fc-icon [name]="isCopied() ? 'check' : 'copy'" />
        {{ t(isCopied() ? 'ui.copied' : 'ui.copy') }}
      </button>
    </div>
    <fc-only-here [url]="url()" />
    <span class="visually-hidden" aria-live="polite">{{ isCopied() ? t('ui.copied') : '' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 5px;
    }
    /* White around a code belongs to it, in the dark too. */
    img {
      justify-self: center;
      margin-bottom: 8px;
      border: 1px solid var(--fc-line);
      border-radius: var(--fc-radius-card);
      background: #fff;
    }
    label {
      font-weight: var(--fc-weight-medium);
    }
    .input {
      min-width: 0;
      font-family: var(--fc-font-mono);
      font-size: var(--fc-text-small);
    }
  `,
})
export class LinkShown {
  protected readonly t = injectTexts();
  readonly url = input.required<string>();
  /** Where the QR code is. */
  readonly picture = input.required<string>();
  readonly pictureText = input.required<string>();
  readonly label = input.required<string>();
  protected readonly id = `link-shown-${++count}`;
  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.url());
    this.isCopied.set(true);
  }
}

let count = 0;
