import { inject } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

export interface IsoPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** The last instant of a period that ends at `to`: "until 30 Nov" says the last day on which it holds. */
const lastInstant = (to: string): Date => new Date(Date.parse(to) - 1);

/** In a component's field: a period in words. "1 Jan to Mon 30 Nov", "from 1 Dec", "until 30 Nov", "always". */
export function injectPeriodText(): (period: IsoPeriod) => string {
  const t = injectTexts();
  const format = inject(Formats);
  return ({ from, to }) => {
    const first = from === null ? '' : format.date(from);
    const last = to === null ? '' : format.date(lastInstant(to));
    if (first && last) return t('organisation.period.between', { first, last });
    if (first) return t('organisation.period.from', { first });
    return last ? t('organisation.period.until', { last }) : t('organisation.period.always');
  };
}

/** Where an instant stands to a period. */
export function phaseOf({ from, to }: IsoPeriod, at: Date): 'coming' | 'present' | 'past' {
  if (from !== null && new Date(from) > at) return 'coming';
  return to !== null && new Date(to) <= at ? 'past' : 'present';
}
