import { Component, input } from '@angular/core';

/** A bar in the place and size of a text or figure to come. */
@Component({
  selector: 'fc-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      max-width: 100%;
      height: 12px;
      border-radius: 4px;
      background: var(--fc-neutral-soft);
      animation: breathe 1.6s var(--fc-ease) infinite;
    }
    @keyframes breathe {
      50% {
        opacity: 0.55;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host {
        animation: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[style.width]': 'width()', '[style.height.px]': 'height()' },
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input(12);
}
