import { definitionOf, type MetricId, metricIds, satisfactionMetrics } from '@forecall/domain';

export const metricGroups = ['complaints', 'handling', 'satisfaction', 'care', 'exams', 'imported'] as const;
export type MetricGroup = (typeof metricGroups)[number];

const ofCare: ReadonlySet<MetricId> = new Set([
  'cadence-compliance',
  'proactive-catch-rate',
  'lead-time',
  'calls-per-catch',
  'promise-kept-rate',
  'training-coverage',
]);
const ofComplaints: ReadonlySet<MetricId> = new Set([
  'complaint-rate',
  'complaint-rate-handling',
  'complaints',
  'complaints-concerning',
  'open-complaints',
  'acknowledged-in-time',
  'resolved-in-time',
  'complaint-reopen-rate',
  'repeat-complaint-rate',
  'upheld-rate',
  'complaints-per-1000-accounts',
]);
const ofSatisfaction: ReadonlySet<string> = new Set(
  Object.keys(satisfactionMetrics).filter((metric) => metric !== 'fcr'),
);

/** Under which heading a metric stands where one is picked. */
export function groupOfMetric(metric: MetricId): MetricGroup {
  if (definitionOf(metric).isOfAttribute) return 'imported';
  if (ofComplaints.has(metric)) return 'complaints';
  if (ofCare.has(metric)) return 'care';
  if (metric.startsWith('exam-')) return 'exams';
  return ofSatisfaction.has(metric) ? 'satisfaction' : 'handling';
}

/** As they stand below each other: group by group, in each as they are defined. */
export const groupedMetrics: readonly MetricId[] = metricGroups.flatMap((group) =>
  metricIds.filter((metric) => groupOfMetric(metric) === group),
);
