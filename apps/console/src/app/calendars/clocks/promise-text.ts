import type { ClockRuleEntry } from '@forecall/contracts';
import { isCountedInDays } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';

type Promised = Pick<ClockRuleEntry, 'unit' | 'amount'>;

/** In a component's field: "24 hours", "30 calendar days", "8 h of working time". */
export function injectPromiseText(): (promised: Promised) => string {
  const t = injectTexts();
  return ({ unit, amount }) =>
    t(`calendars.clocks.promise.${unit}`, { count: isCountedInDays(unit) ? amount : amount / 3600 });
}
