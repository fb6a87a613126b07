import { computed, inject, Service, signal, type ErrorHandler } from '@angular/core';
import { problemOf } from '../http/problem-error.js';

/** Errors that no page dealt with; the shell shows the last one above the page. */
@Service()
export class Faults {
  private readonly last = signal<{ error: unknown; again?: () => void } | null>(null);
  readonly current = computed(() => this.last()?.error ?? null);
  /** Does what failed once more, where that can help. */
  readonly again = computed(() => this.last()?.again);

  report(error: unknown, again?: () => void): void {
    this.last.set(again ? { error, again } : { error });
  }

  /** Shows above the page why an act was refused, where no form is there to show it. */
  async heed(acting: Promise<unknown>): Promise<void> {
    this.dismiss();
    try {
      await acting;
    } catch (error) {
      this.report(error);
    }
  }

  dismiss(): void {
    this.last.set(null);
  }
}

@Service()
export class FaultHandler implements ErrorHandler {
  private readonly faults = inject(Faults);

  handleError(error: unknown): void {
    // The session has said so already, and the page is about to go.
    if (problemOf(error).code === 'signed-out') return;
    console.error(error);
    this.faults.report(error);
  }
}
