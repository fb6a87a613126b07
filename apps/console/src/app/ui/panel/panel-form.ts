import { Component, computed, inject, input, output } from '@angular/core';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Glyph } from '../state/glyph.js';

/** The frame of a form in a panel: its fields, what the server refused (with what leads on from there), and at the foot the act. */
@Component({
  selector: 'fc-panel-form',
  imports: [Glyph],
  template: `
    <form novalidate (submit)="$event.preventDefault(); submit()">
      <ng-content />
      @if (refusal(); as text) {
        <p class="refusal" role="alert">
          <fc-glyph state="alarm" />
          <span>{{ text }}</span>
          <ng-content select="[atRefusal]" />
        </p>
      }
      <div class="acts">
        <button type="submit" class="button primary" [attr.aria-disabled]="isSending() ? true : null">
          {{ act() }}
        </button>
        <button type="button" class="button quiet" (click)="cancelled.emit()">{{ keep() ?? t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 14px;
      padding: 14px;
    }
    .refusal {
      display: flex;
      gap: 8px;
      padding: 8px 10px;
      border-radius: var(--fc-radius-control);
      background: var(--fc-alarm-soft);
      text-wrap: pretty;
    }
    .refusal fc-glyph {
      margin-top: 3px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--fc-2);
    }
  `,
})
export class PanelForm {
  protected readonly t = injectTexts();
  private readonly problems = inject(ProblemTexts);
  /** "Close the team" */
  readonly act = input.required<string>();
  /** In place of "Cancel", where that could be the act itself. */
  readonly keep = input<string>();
  readonly isSending = input(false);
  /** What the server said, null while it said nothing. */
  readonly failure = input<unknown>(null);
  readonly sent = output();
  readonly cancelled = output();
  protected readonly refusal = computed(() => (this.failure() === null ? '' : this.problems.sentence(this.failure())));

  protected submit(): void {
    if (!this.isSending()) this.sent.emit();
  }
}
