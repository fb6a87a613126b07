import { definitionOf, type MetricId } from './metric.js';
import { isTime } from './time-dimensions.js';

/** What a contact says of itself, and a customer does not. */
const ofContacts = new Set(['direction', 'purpose', 'outcome', 'channel', 'reason']);

/** The metric that answers by a dimension instead of this one; null where this one is given by it. */
export function insteadOf(metricId: MetricId, dimension: string): MetricId | null {
  const { notBy, source } = definitionOf(metricId);
  if (notBy?.dimensions.some((ruledOut) => ruledOut === dimension)) return notBy.insteadUse as MetricId;
  if (dimension === 'score' && source !== 'answer') return 'csat';
  // What is of the end of a period is of no time within it.
  if ((isTime(dimension) || ofContacts.has(dimension)) && source === 'account') return 'attribute';
  if (dimension.endsWith('-band') && !dimension.startsWith('attribute:') && source !== 'contact') return 'handled';
  return null;
}
