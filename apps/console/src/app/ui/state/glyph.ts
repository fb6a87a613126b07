import { Component, input } from '@angular/core';

/** `close`: too close to call, the interval holds the target. `none`: not enough data. */
export type StateName = 'usual' | 'watch' | 'alarm' | 'stale' | 'none' | 'close';

/**
 * The shape of a state, known without its colour and at 12 px. What is cut out of a filled shape takes the ground it
 * lies on: set --fc-ground where that is no surface.
 */
@Component({
  selector: 'fc-glyph',
  template: `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    @switch (state()) {
      @case ('usual') {
        <circle cx="8" cy="8" r="6.200" />
        <path d="M5 8.200 7.100 10.300 11 5.800" />
      }
      @case ('watch') {
        <path class="filled" d="M8 1.700 14.900 14.200H1.100z" />
        <path class="cut" d="M8 6v4.100M8 11.800v.700" />
      }
      @case ('alarm') {
        <path class="filled" d="M5.250 1.200h5.500l4.050 4.050v5.500l-4.050 4.050h-5.500L1.200 10.750v-5.500z" />
        <path class="cut" d="M8 4v5.100M8 10.900v1.300" />
      }
      @case ('stale') {
        <circle cx="8" cy="8" r="6.200" stroke-dasharray="2.600 2.270" />
        <path d="M8 5v3.200l2.100 1.300" />
      }
      @case ('none') {
        <circle cx="8" cy="8" r="6.200" stroke-dasharray="1.400 2.500" />
        <path d="M5.500 8h5" />
      }
      @case ('close') {
        <path d="M1.500 8h13M4.500 5v6M11.500 5v6" />
      }
    }
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--glyph-size, 14px);
      height: var(--glyph-size, 14px);
      color: var(--fc-text-3);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
    }
    .filled {
      fill: currentColor;
      stroke-width: 1;
      stroke-linejoin: round;
    }
    .cut {
      stroke: var(--fc-ground, var(--fc-surface));
      stroke-width: 1.9;
    }
    :host(.usual) {
      color: var(--fc-ok-fill);
    }
    :host(.watch) {
      color: var(--fc-watch-fill);
    }
    :host(.alarm) {
      color: var(--fc-alarm-fill);
    }
    :host(.stale) {
      color: var(--fc-stale-text);
    }
  `,
  host: { '[class]': 'state()' },
})
export class Glyph {
  readonly state = input.required<StateName>();
}
