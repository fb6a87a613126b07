import { Component, input } from '@angular/core';
import type { ExamStanding } from '@forecall/domain';

/** One person of an exam campaign: the shape says where they stand. */
@Component({
  selector: 'fc-standing-mark',
  template: `<svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
    @switch (standing()) {
      @case ('passed') {
        <rect class="passed" x="1.500" y="1.500" width="15" height="15" rx="3.500" />
        <path class="cut" d="M5.500 9.300 8 11.700l4.600-5.400" />
      }
      @case ('booked') {
        <rect class="booked" x="2.250" y="2.250" width="13.500" height="13.500" rx="3" />
        <circle class="dot" cx="9" cy="9" r="2.600" />
      }
      @case ('due') {
        <rect class="due" x="2.250" y="2.250" width="13.500" height="13.500" rx="3" />
      }
      @case ('resit') {
        <rect class="resit" x="2.250" y="2.250" width="13.500" height="13.500" rx="3" />
        <path class="half" d="M3 15 15 3v10a2 2 0 0 1-2 2z" />
      }
      @case ('absent') {
        <rect class="absent" x="2.250" y="2.250" width="13.500" height="13.500" rx="3" />
        <path class="dash" d="M5.500 9h7" />
      }
      @case ('disputed') {
        <path class="disputed" d="M9 1.200 16.800 9 9 16.800 1.200 9z" />
        <path class="cut thin" d="M7.200 7.400a1.800 1.800 0 1 1 2.400 1.700c-.4.200-.6.400-.6.900M9 11.600v1.200" />
      }
    }
  </svg>`,
  styles: `
    :host {
      display: block;
      flex: none;
      width: 18px;
      height: 18px;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke-width: 1.5;
    }
    .passed {
      fill: var(--fc-ok-fill);
    }
    .cut {
      stroke: var(--fc-surface);
      stroke-width: 1.8;
    }
    .thin {
      stroke-width: 1.4;
    }
    .booked {
      fill: var(--fc-accent-soft);
      stroke: var(--fc-accent);
    }
    .dot {
      fill: var(--fc-accent);
    }
    .due {
      stroke: var(--fc-line-control);
    }
    .resit {
      stroke: var(--fc-watch-fill);
    }
    .half {
      fill: var(--fc-watch-fill);
    }
    .absent {
      stroke: var(--fc-stale-fill);
      stroke-dasharray: 2.5 2;
    }
    .dash {
      stroke: var(--fc-stale-fill);
      stroke-width: 1.8;
    }
    .disputed {
      fill: var(--fc-alarm-fill);
    }
  `,
})
export class StandingMark {
  readonly standing = input.required<ExamStanding>();
}
