import { computed, inject, type Signal } from '@angular/core';
import { periodForm } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';

/** In a component's field: a report's period in words: "Last 12 weeks", "1 Jan – 31 Mar". */
export function injectPeriodText(): Signal<(period: string) => string> {
  const t = injectTexts();
  const format = inject(Formats);
  return computed(() => (period: string): string => {
    const [, running, count, past, from, to] = periodForm.exec(period) ?? [];
    if (running) return t(`reports.this.${running}`);
    if (past)
      return count === undefined ? t(`reports.last.${past}`) : t(`reports.last-n.${past}`, { count: Number(count) });
    return from && to ? `${format.day(from)} – ${format.day(to)}` : period;
  });
}
