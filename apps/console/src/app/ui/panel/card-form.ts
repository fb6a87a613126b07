import { Component, computed, inject, input, output } from '@angular/core';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { Banner } from '../feedback/banner.js';

/** The frame of a form in a card of a settings page: its fields, what the server refused, and at the foot the act. */
@Component({
  selector: 'fc-card-form',
  imports: [Banner],
  template: `
    <form class="card-body stack" novalidate (submit)="$event.preventDefault(); sent.emit()">
      <ng-content />
      @if (refusal(); as text) {
        <fc-banner kind="alarm" [heading]="refused()">{{ text }}</fc-banner>
      }
      <div class="row wrap">
        <button type="submit" class="button primary" [attr.aria-disabled]="isSending() ? true : null">
          {{ act() }}
        </button>
        @if (keep(); as text) {
          <button type="button" class="button quiet" (click)="cancelled.emit()">{{ text }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class CardForm {
  private readonly problems = inject(ProblemTexts);
  /** "Set the clocks" */
  readonly act = input.required<string>();
  /** Heads what the server said: "That was not set". */
  readonly refused = input.required<string>();
  readonly isSending = input(false);
  /** What the server said, null while it said nothing. */
  readonly failure = input<unknown>(null);
  /** Leads away without the act: "Cancel". */
  readonly keep = input<string>();
  readonly sent = output();
  readonly cancelled = output();
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));
}
