import { inject, Service, signal, type ErrorHandler } from '@angular/core';

/** Errors that no page dealt with; the shell shows the last one above the page. */
@Service()
export class Faults {
  private readonly last = signal<unknown>(null);
  readonly current = this.last.asReadonly();

  report(error: unknown): void {
    this.last.set(error);
  }

  dismiss(): void {
    this.last.set(null);
  }
}

@Service()
export class FaultHandler implements ErrorHandler {
  private readonly faults = inject(Faults);

  handleError(error: unknown): void {
    console.error(error);
    this.faults.report(error);
  }
}
