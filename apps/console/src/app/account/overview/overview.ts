import { Component, inject } from '@angular/core';
import { AccountFile } from '../account-file.js';
import { GapCard } from './gap-card.js';
import { HealthCard } from './health-card.js';
import { LanesCard } from './lanes-card.js';
import { LineCard } from './line-card.js';

/** How they are, from what evidence: six months at a glance, then everything. */
@Component({
  selector: 'fc-overview',
  imports: [GapCard, HealthCard, LanesCard, LineCard],
  template: `
    @if (file.inside()) {
      <fc-health-card />
      @if (file.account()?.careClass) {
        <fc-gap-card />
      }
    }
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
export class Overview {
  protected readonly file = inject(AccountFile);
}
