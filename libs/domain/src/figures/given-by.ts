import { examFacts, type MetricDefinition } from './metric-definition.js';
import { definitionOf, type MetricId } from './metric.js';
import { isTime } from './time-dimensions.js';

/** What a contact says of itself, and what is none does not. */
const ofContacts = new Set(['direction', 'purpose', 'outcome', 'channel', 'reason', 'widest-reason']);
const ofCustomers = new Set(['account', 'care-class']);
const withoutContact = new Set<MetricDefinition['source']>(['account', 'planned-call', 'promise', 'key-account']);
const ofRelationship = new Set<MetricDefinition['source']>(['relationship', 'relationship-ask', 'perception']);
const exams = new Set<MetricDefinition['source']>(examFacts);

/** The metric that answers by a dimension instead of this one; null where this one is given by it. */
export function insteadOf(metricId: MetricId, dimension: string): MetricId | null {
  const { notBy, source, ownedBy } = definitionOf(metricId);
  if (notBy?.dimensions.some((ruledOut) => ruledOut === dimension)) return notBy.insteadUse as MetricId;
  // Those who complained and those who are customers have only their care class in common.
  if (source === 'complaint-of-accounts')
    return dimension === 'care-class' ? null : isTime(dimension) ? 'complaints' : 'complaint-rate';
  if (dimension === 'score' && source !== 'answer' && source !== 'relationship') return 'csat';
  if (dimension === 'servqual-dimension') return source === 'perception' ? null : 'servqual-gap';
  if (dimension === 'campaign') return exams.has(source) ? null : 'exam-pass-rate';
  // An exam is of no contact and no customer.
  if (exams.has(source) && (ofContacts.has(dimension) || ofCustomers.has(dimension))) return 'handled';
  if (exams.has(source) && dimension.startsWith('attribute:')) return 'attribute';
  // What is of the end of a period is of no time within it.
  if (isTime(dimension) && ownedBy === 'there by the end')
    return source === 'account' ? 'attribute' : 'cadence-compliance';
  if (ofContacts.has(dimension) && ofRelationship.has(source))
    return source === 'relationship-ask' ? 'survey-response-rate' : 'csat';
  if (ofContacts.has(dimension) && withoutContact.has(source))
    return source === 'account' ? 'attribute' : 'calls-per-catch';
  if (dimension.endsWith('-band') && !dimension.startsWith('attribute:') && source !== 'contact') return 'handled';
  return null;
}
