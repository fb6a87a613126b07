import type { AppraisalLine } from '@forecall/contracts';
import { definitionOf } from '@forecall/domain';
import type { Scale } from '../../ui/figure/whisker-geometry.js';

/** From where to where a figure is drawn, with its target in sight: a rate from 0 to 1, all else as far as it reaches. */
export function lineScale({ indicator, figure }: Pick<AppraisalLine, 'indicator' | 'figure'>): Scale {
  if (definitionOf(indicator.metric).unit === 'rate') return { from: 0, to: 1 };
  const { low, high } = figure?.interval ?? { low: 0, high: 0 };
  const reached = [indicator.target, indicator.floor, figure?.value ?? 0, low, high];
  return { from: Math.min(0, ...reached), to: Math.max(0, ...reached) * 1.05 };
}
