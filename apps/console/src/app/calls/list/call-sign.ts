import { inject } from '@angular/core';
import type { CallOfMyDay } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { StateName } from '../../ui/state/glyph.js';
import { CallDay } from '../call-day.js';

export interface CallSign {
  readonly state: StateName;
  readonly label: string;
}

/** In a component's field: how they are, or how the call went; null: as usual, which says nothing. */
export function injectCallSign(): (call: CallOfMyDay) => CallSign | null {
  const t = injectTexts();
  const day = inject(CallDay);
  return (call) => {
    if (day.saved().has(call.id)) return { state: 'stale', label: t('calls.sign.waits') };
    if (call.state === 'planned') {
      if (call.band === 'at-risk') return { state: 'alarm', label: t('calls.band.at-risk') };
      return call.band === 'watch' ? { state: 'watch', label: t('calls.band.watch') } : null;
    }
    if (call.state !== 'reached') return { state: 'none', label: t('calls.sign.given-up') };
    if (call.foundComplaint) return { state: 'watch', label: t('calls.sign.found') };
    if (call.score === null) return { state: 'usual', label: t('calls.sign.made') };
    if (call.score >= 4) return { state: 'usual', label: t('calls.sign.content') };
    return { state: 'watch', label: t(call.score === 3 ? 'calls.sign.so-so' : 'calls.sign.not-content') };
  };
}
