import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Icon } from '../icon/icon.js';
import { KeyCaps } from '../keys/key-caps.js';

const pauseMilliseconds = 200;

/** Narrows a list while one types; the slash key leads here. `value` follows after a short pause. */
@Component({
  selector: 'fc-search',
  imports: [Icon, KeyCaps],
  template: `
    <fc-icon name="search" />
    <input
      #box
      type="search"
      class="input"
      autocomplete="off"
      spellcheck="false"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="value()"
      (input)="later(box.value)"
      (keydown.enter)="now(box.value)"
      (keydown.escape)="clear($event)"
    />
    <fc-key-caps press="/" />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      width: min(280px, 100%);
    }
    .input {
      padding-inline: 32px 34px;
    }
    .input::-webkit-search-cancel-button {
      display: none;
    }
    fc-icon,
    fc-key-caps {
      position: absolute;
      inset-block: 0;
      margin-block: auto;
      height: fit-content;
      color: var(--fc-text-3);
      pointer-events: none;
    }
    fc-icon {
      inset-inline-start: 10px;
      height: 16px;
    }
    fc-key-caps {
      inset-inline-end: 8px;
    }
    @media (max-width: 640px) {
      :host {
        width: 100%;
      }
    }
  `,
})
export class SearchBox {
  protected readonly t = injectTexts();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly label = input.required<string>();
  readonly value = model('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    useKeys('keys.list-page', [{ press: '/', name: 'keys.filter', act: () => this.box().nativeElement.focus() }]);
  }

  protected later(typed: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(typed), pauseMilliseconds);
  }

  protected now(typed: string): void {
    clearTimeout(this.timer);
    this.value.set(typed.trim());
  }

  /** Esc empties the box first, and only an empty one leaves it to the page. */
  protected clear(event: Event): void {
    if (this.box().nativeElement.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    this.box().nativeElement.value = '';
    this.now('');
  }
}
