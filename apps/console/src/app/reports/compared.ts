import { inject } from '@angular/core';
import type { ComparedFigure } from '@forecall/contracts';
import { FigureTexts, type WrittenAs } from '../figures/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { countsOf } from './answered.js';

/** How what a figure is compared with is written. */
export interface ComparedTexts {
  /** With the counts it rests on, "0.0% (0 / 2)"; a count stands alone. */
  readonly figure: (as: WrittenAs, other: ComparedFigure | null | undefined) => string;
  /** The change, or that one of both rests on too little for one. */
  readonly change: (
    as: WrittenAs,
    other: ComparedFigure | null | undefined,
    now: { readonly n: number } | undefined,
  ) => string;
}

/** In a component's field. */
export function injectComparedTexts(): ComparedTexts {
  const t = injectTexts();
  const figures = inject(FigureTexts);
  const format = inject(Formats);
  return {
    figure: (as, other) => {
      const value = figures.value(as, other?.value ?? null);
      const counts = other ? countsOf(as, other, format) : '';
      return counts === '' ? value : t('reports.value-of', { value, counts });
    },
    change: (as, other, now) =>
      other && !other.change && now && Math.min(now.n, other.n) > 0
        ? t('reports.change-too-few')
        : figures.change(as, other?.change ?? null),
  };
}
