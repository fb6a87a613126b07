import { metricIds } from '@forecall/domain';
import { groupedMetrics, groupOfMetric, metricGroups } from './metric-groups.js';

it('each metric stands under one heading, and each heading has some', () => {
  expect(groupedMetrics.toSorted()).toEqual([...metricIds].sort());
  expect(new Set(groupedMetrics.map(groupOfMetric))).toEqual(new Set(metricGroups));
  expect(groupOfMetric('calls-per-catch')).toBe('care');
  expect(groupOfMetric('upheld-rate')).toBe('complaints');
});
