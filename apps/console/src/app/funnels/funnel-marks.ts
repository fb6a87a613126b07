import { computed, inject, type Signal } from '@angular/core';
import type { FunnelReply } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { FunnelLabels, FunnelMark } from '../ui/chart/funnel-plot.js';
import { judgedOf, type KeyedUnit } from './funnel-rows.js';
import type { FunnelWords } from './funnel-words.js';

const signs = { 'look-better': 'better', 'look-worse': 'worse', 'too-few': 'few', 'within-chance': 'within' } as const;

/** In a component's field: the dots of a funnel and what stands at its lines. Under five there is no rate to draw. */
export function injectFunnelMarks(
  reply: Signal<FunnelReply>,
  units: Signal<readonly KeyedUnit[]>,
  words: Signal<FunnelWords>,
): { readonly marks: Signal<FunnelMark[]>; readonly labels: Signal<FunnelLabels> } {
  const t = injectTexts();
  const format = inject(Formats);
  const areSomeNameless = computed(() => units().some(({ name }) => name === null));
  const marks = computed((): FunnelMark[] =>
    units().flatMap((unit) => {
      const { key, isOwn, standing } = unit;
      const { n, rate } = judgedOf(unit);
      if (rate === null) return [];
      const as = standing === null ? 'within' : signs[standing];
      const isLabelled = isOwn || (unit.name !== null && (as === 'worse' || as === 'better'));
      const values = { name: words().name(unit), rate: format.rate(rate), n: format.count(unit.n) };
      const label = isLabelled ? t(isOwn && !unit.alike ? 'funnels.label-own' : 'funnels.label', values) : '';
      const isKnown = areSomeNameless() && unit.name !== null;
      return [{ key, n, rate, as, isOwn, isKnown, label, name: words().name(unit), lines: words().lines(unit) }];
    }),
  );
  const labels = computed((): FunnelLabels => {
    const { target, metric, judged } = reply();
    const below = t(`funnels.below.${metric}`);
    return {
      target: t('funnels.all', { rate: format.rate(target?.value ?? null) }),
      inner: t('funnels.inner'),
      outer: t('funnels.outer'),
      x: judged === 'like-for-like' ? t('funnels.weighed', { below }) : below,
    };
  });
  return { marks, labels };
}
