import { Component, computed, input } from '@angular/core';
import { iconPaths, type IconName } from './icon-paths.js';

/** A decoration beside a word, never a word itself: hidden from readers. */
@Component({
  selector: 'fc-icon',
  template: `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path [attr.d]="outline()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--icon-size, 16px);
      height: var(--icon-size, 16px);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly outline = computed(() => iconPaths[this.name()]);
}
