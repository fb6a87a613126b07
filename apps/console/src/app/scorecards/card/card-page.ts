import { Component, computed, input } from '@angular/core';
import { type CardKind, cardKinds } from '@forecall/domain';
import { NotFoundText } from './not-found-text.js';
import { CardView } from './card-view.js';

/** The card of somebody, or of a unit, by its address. */
@Component({
  selector: 'fc-card-page',
  imports: [CardView, NotFoundText],
  template: `
    @if (known(); as one) {
      <fc-card-view [kind]="one" [id]="id()" />
    } @else {
      <fc-not-found-text />
    }
  `,
})
export class CardPage {
  readonly kind = input.required<string>();
  readonly id = input.required<string>();
  protected readonly known = computed((): CardKind | undefined => cardKinds.find((one) => one === this.kind()));
}
