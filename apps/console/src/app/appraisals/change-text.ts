import { inject } from '@angular/core';
import type { Appraisal } from '@forecall/contracts';
import { ratingWords } from '@forecall/domain';
import { FigureTexts } from '../figures/index.js';
import { injectSaid } from '../platform/i18n/said.js';
import { injectTexts } from '../platform/i18n/texts.js';

type Change = Appraisal['steps'][number]['changes'][number];

/** In a component's field: what a decision made of a rating, "Knowledge: 2 Below becomes 3 As expected". */
export function injectChangeText(): (of: Pick<Appraisal, 'competencies' | 'lines'>, change: Change) => string {
  const t = injectTexts();
  const figures = inject(FigureTexts);
  const said = injectSaid();
  const word = (rating: number | null) =>
    rating === null ? '–' : `${rating} ${t(`appraisals.rating.${ratingWords[rating - 1] ?? ''}`)}`;
  return ({ competencies, lines }, { of, id, before, after }) => {
    const competency = competencies.find((one) => of === 'competencies' && one.id === id);
    const metric = lines.find(({ indicator }) => indicator.id === id)?.indicator.metric;
    const what = competency ? said(competency.name) : metric ? figures.name()(metric) : id;
    return t('appraisals.becomes', { what, before: word(before), after: word(after) });
  };
}
