import { inject } from '@angular/core';
import type { LoadOfDay } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { Locale } from '../../platform/i18n/locale.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type Load, overBy } from './loads.js';

/** In a component's field: loads in words. */
export function injectLoadWords() {
  const t = injectTexts();
  const locale = inject(Locale).name;
  const format = inject(Formats);
  /** Why there is less time, or none; empty where nothing is in the way. */
  const away = ({ away: why, capacity, holiday }: LoadOfDay): string => {
    if (why === null || why === 'not-worked') return '';
    if (holiday) return locale() === 'zh' ? holiday.nameZh : holiday.nameEn;
    return t(capacity > 0 ? 'call-plan.part-leave' : `call-plan.away.${why}`);
  };
  const figures = ({ calls, capacity }: Pick<Load, 'calls' | 'capacity'>): string =>
    `${format.count(calls)} / ${format.count(capacity)}`;
  const over = (load: Pick<Load, 'calls' | 'capacity'>): string => {
    const count = overBy(load);
    return count === 0 ? '' : t('call-plan.over', { count });
  };
  const late = ({ late: count }: Load): string => (count === 0 ? '' : t('call-plan.late-calls', { count }));
  return { away, figures, over, late };
}
