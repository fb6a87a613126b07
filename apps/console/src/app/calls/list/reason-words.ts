import { inject } from '@angular/core';
import type { CallOfMyDay, CallReason } from '@forecall/contracts';
import { shownHealth } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { CallDay } from '../call-day.js';

const minuteMs = 60_000;
/** More than this nobody reads in a row. */
const shownReasons = 2;

/** In a component's field: why a call stands where it stands, the strongest reason first. */
export function injectReasonWords(): (call: CallOfMyDay) => string {
  const t = injectTexts();
  const format = inject(Formats);
  const day = inject(CallDay);
  const word = (reason: CallReason, call: CallOfMyDay): string => {
    switch (reason) {
      case 'at-risk':
      case 'watch':
        return t(`calls.reason.${reason}`, { health: shownHealth(call.health ?? 0) });
      case 'late':
        return t('calls.reason.late', { count: call.workingDaysLate });
      case 'window-closes':
        return t('calls.reason.window-closes', {
          count: Math.max(0, Math.ceil((Date.parse(call.to ?? '') - day.nowMs()) / minuteMs)),
        });
      case 'due':
        return t(call.dueOn === day.day() ? 'calls.reason.due-today' : 'calls.reason.due', {
          day: format.day(call.dueOn),
        });
      default:
        return t(`calls.reason.${reason}`);
    }
  };
  return (call) => {
    const words = call.reasons.slice(0, shownReasons).map((reason) => word(reason, call));
    const [tried] = call.tries;
    if (tried) words.unshift(t('calls.reason.tried', { time: day.time(tried.at) }));
    const said = words.join(t('calls.reason.and'));
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}
