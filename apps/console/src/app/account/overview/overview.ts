import { Component } from '@angular/core';
import { LanesCard } from './lanes-card.js';
import { LineCard } from './line-card.js';

/** How they are, from what evidence: six months at a glance, then everything. */
@Component({
  selector: 'fc-overview',
  imports: [LanesCard, LineCard],
  template: `
    <fc-lanes-card />
    <fc-line-card />
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      min-width: 0;
    }
  `,
})
export class Overview {}
