import { Component, input } from '@angular/core';
import { type Temperament, temperaments } from '@forecall/domain';

/** Where a type stands: task first above people first, quick left of slow. The words beside it say the same. */
const places: Readonly<Record<Temperament, { readonly x: number; readonly y: number }>> = {
  results: { x: 0, y: 0 },
  professor: { x: 23, y: 0 },
  actor: { x: 0, y: 23 },
  'good-natured': { x: 23, y: 23 },
};

@Component({
  selector: 'fc-temperament-square',
  template: `
    <svg width="44" height="44" aria-hidden="true">
      @for (one of types; track one) {
        <rect
          [class.on]="one === type()"
          [attr.x]="places[one].x + 0.5"
          [attr.y]="places[one].y + 0.5"
          width="20"
          height="20"
          rx="2.5"
        />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      flex: none;
    }
    rect {
      fill: var(--fc-neutral-soft);
      stroke: var(--fc-line-strong);
    }
    rect.on {
      fill: var(--fc-accent);
      stroke: var(--fc-accent);
    }
  `,
})
export class TemperamentSquare {
  /** Undefined: none yet. */
  readonly type = input.required<Temperament | undefined>();
  protected readonly types = temperaments;
  protected readonly places = places;
}
