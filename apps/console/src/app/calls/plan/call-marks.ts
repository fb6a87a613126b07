import { inject } from '@angular/core';
import type { CallInPlan } from '@forecall/contracts';
import { shownHealth } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { StateName } from '../../ui/state/glyph.js';

export const markNames = ['at-risk', 'watch', 'tried', 'made', 'missed'] as const;
export type MarkName = (typeof markNames)[number];

export const glyphOf: Readonly<Record<MarkName, StateName>> = {
  'at-risk': 'alarm',
  watch: 'watch',
  tried: 'stale',
  made: 'usual',
  missed: 'none',
};

/** What is said first of a call in the plan; null: it is as usual. */
export function markOf({ state, tries, band }: Pick<CallInPlan, 'state' | 'tries' | 'band'>): MarkName | null {
  if (state === 'reached') return 'made';
  if (state !== 'planned') return 'missed';
  if (band === 'at-risk') return 'at-risk';
  if (tries > 0) return 'tried';
  return band === 'watch' ? 'watch' : null;
}

/** In a component's field: the state of a call in words, everything that is not as usual. */
export function injectMarkWords(): (call: CallInPlan) => string[] {
  const t = injectTexts();
  const format = inject(Formats);
  return (call) => {
    const health = shownHealth(call.health ?? 0);
    const words = [
      call.state === 'reached' && t('call-plan.mark.made'),
      (call.state === 'missed' || call.state === 'dropped') && t('call-plan.mark.missed'),
      call.state === 'planned' && call.band === 'at-risk' && t('call-plan.health.at-risk', { health }),
      call.state === 'planned' && call.band === 'watch' && t('call-plan.health.watch', { health }),
      call.workingDaysLate > 0 && t('call-plan.late', { count: call.workingDaysLate }),
      call.state === 'planned' && call.tries > 0 && t('call-plan.tries', { count: call.tries }),
      call.unplaced !== null && call.state === 'planned' && t(`call-plan.unplaced.${call.unplaced}`),
      call.isAskedFor && t('call-plan.asked'),
      call.isFixed && call.state === 'planned' && t('call-plan.fixed'),
      call.onDay !== null && call.state === 'planned' && t('call-plan.due', { day: format.day(call.dueOn) }),
    ];
    return words.filter((word) => word !== false);
  };
}
