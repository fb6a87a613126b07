import { inject } from '@angular/core';
import type { AppraisalRow } from '@forecall/contracts';
import { type AppraisalStage, type CycleKind, cycleName } from '@forecall/domain';
import { Locale } from '../platform/i18n/locale.js';
import type { StateName } from '../ui/state/glyph.js';

/** In a component's field: the period of a cycle in the language in force, "Quarter 3, 2026". */
export function injectPeriodName(): (cycle: { readonly kind: CycleKind; readonly from: string }) => string {
  const locale = inject(Locale).name;
  return ({ kind, from }) => cycleName(kind, from)[locale()];
}

const glyphs: Readonly<Record<AppraisalStage, StateName>> = {
  ...{ draft: 'none', given: 'none', agreed: 'usual', disputed: 'watch', decided: 'usual' },
  ...{ signed: 'usual', missing: 'none' },
};

/** What is past its day needs a hand; so does what is disputed. */
export const glyphOf = ({ stage, isLate }: Pick<AppraisalRow, 'stage' | 'isLate'>): StateName =>
  isLate ? 'watch' : glyphs[stage];
