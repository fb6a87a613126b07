import { Component } from '@angular/core';

/** The F with its full stop: a call made before the complaint. */
@Component({
  selector: 'fc-brand-mark',
  template: `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M4 15.500V4.500h9M4 10h6" />
    <circle cx="15" cy="14.500" r="2" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--icon-size, 20px);
      height: var(--icon-size, 20px);
      color: var(--fc-accent);
    }
    svg {
      width: 100%;
      height: 100%;
      stroke-width: 2;
      stroke-linecap: round;
    }
    path {
      fill: none;
      stroke: currentColor;
    }
    circle {
      fill: currentColor;
    }
  `,
})
export class BrandMark {}
