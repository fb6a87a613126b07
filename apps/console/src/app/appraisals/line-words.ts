import { inject } from '@angular/core';
import type { AppraisalLine } from '@forecall/contracts';
import { type AppraisalKind, definitionOf, isWithoutChance } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';

type Line = Pick<AppraisalLine, 'indicator' | 'figure' | 'reading' | 'score'>;

/** How a line of an appraisal is spoken of, on the screen and on paper alike. */
export interface LineWords {
  /** "Too close to call"; empty: of so few no more is said than how many they are. */
  reading(line: Line, kind: AppraisalKind): string;
  /** "Not rated: too few cases to judge by" */
  unrated(line: Line): string;
}

/** An exam of one person is passed or not: a fact, of however few. */
const isOneExam = ({ indicator }: Line, kind: AppraisalKind): boolean =>
  kind === 'rep' && isWithoutChance(indicator.metric);

/** The least cases of which a line shows a rate and what it says beside the target. */
export const fewestShown = (line: Line, kind: AppraisalKind): number =>
  isOneExam(line, kind) ? 1 : definitionOf(line.indicator.metric).minimumN;

/** Under it neither the rate nor its interval is shown, nor what it would say. */
export const isShown = (line: Line, kind: AppraisalKind): boolean => (line.figure?.n ?? 0) >= fewestShown(line, kind);

/** In a component's field. */
export function injectLineWords(): LineWords {
  const t = injectTexts();
  const format = inject(Formats);
  return {
    reading: (line, kind) => {
      const { reading, figure } = line;
      if (!isShown(line, kind)) return '';
      if (reading === 'few') return t('scorecards.reading.not-enough', { n: format.count(figure?.n ?? 0) });
      return t(isOneExam(line, kind) ? `scorecards.exam.${reading}` : `scorecards.reading.${reading}`);
    },
    unrated: ({ figure, score, reading }) => {
      if (score !== null) return t('appraisals.not-rated');
      if (figure === null) return t('appraisals.not-rated-as.not-given');
      return reading === 'few' ? t('appraisals.not-rated-as.too-few') : t('appraisals.not-rated-as.no-data');
    },
  };
}
