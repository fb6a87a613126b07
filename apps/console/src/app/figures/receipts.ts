import { inject, Injector } from '@angular/core';
import type { FigureAnswer, FigureSince } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { Texts } from '../platform/i18n/texts.js';
import type { FigureAsked } from './figures-client.js';

/** A figure that was frozen, beside what its question answers now. */
export interface FrozenFigure {
  readonly at: string;
  readonly then: FigureAnswer;
  readonly since: () => Promise<FigureSince>;
}

/** A figure to be opened to its rows. */
export interface ReceiptsOf {
  metric: MetricId;
  /** "Complaint rate, Billing" */
  heading: string;
  question: FigureAsked;
  /** Left out or null: the figure is the one of now. */
  frozen?: FrozenFigure | null;
}

/** In a component's field: the function that opens the receipts of a figure beside the page. */
export function openReceipts(): (of: ReceiptsOf) => void {
  const injector = inject(Injector);
  const texts = inject(Texts);
  return (of) => {
    void Promise.all([import('./show-receipts.js'), texts.need('figures')]).then(([{ showReceipts }]) =>
      showReceipts(injector, of),
    );
  };
}
