import { inject } from '@angular/core';
import type { AccountCadence } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** How the cadence of an account is said. */
export interface CadenceWords {
  /** "their own, set by Chen Guodong on 3 Nov", "as all of tier A among Loyal", "the usual of Loyal" */
  readonly from: (cadence: AccountCadence) => string;
  /** What would hold without their own: "Without it: every 14 days, as Loyal" */
  readonly without: (cadence: AccountCadence) => string;
}

/** In a component's field; needs the texts `account` and `desk`. */
export function injectCadenceWords(): CadenceWords {
  const t = injectTexts();
  const format = inject(Formats);
  const className = (read: AccountCadence) => (read.class ? t(`desk.class.${read.class}`) : '');
  return {
    from: (read) => {
      const { own, tier, from } = read;
      if (from === null) return '';
      if (from !== 'account' || !own)
        return t(`account.cadence.from.${from}`, { tier: tier ?? '', class: className(read) });
      const date = format.date(own.at);
      return own.by
        ? t('account.cadence.from.account-by', { name: own.by.name, date })
        : t('account.cadence.from.account', { date });
    },
    without: (read) => {
      const days = read.ofTier ?? read.ofClass ?? read.ofStrategy;
      return days ? t('account.cadence.else', { count: days, class: className(read) }) : '';
    },
  };
}
