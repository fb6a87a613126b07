import type { MetricDefinition } from './metric-definition.js';

const ofExams = {
  version: 1,
  kind: 'proportion',
  unit: 'rate',
  direction: 'higher is better',
  side: 'handling',
  minimumN: 5,
  ownedBy: 'settling',
  excluded: { 'not assessed': { exam_not_assessed: 1 }, 'out of the campaign': { exam_left: 1 } },
  beside: { exam_disputed: 1 },
} as const;

/** How many pass practical exams: at their first attempt, and by now. Two figures that say different things. */
export const examMetrics = {
  'exam-first-attempt-pass-rate': {
    ...ofExams,
    source: 'first-attempt',
    name: 'Exams passed at the first attempt',
    formula: 'candidates who passed at their first attempt that counts / candidates with one',
    numerator: { exam_passed: 1 },
    denominator: { exam_assessed: 1 },
  },
  'exam-pass-rate': {
    ...ofExams,
    source: 'last-attempt',
    name: 'Exams passed, of those assessed',
    formula: 'candidates who have passed, at whichever attempt / candidates with an attempt that counts',
    numerator: { exam_passed: 1 },
    denominator: { exam_assessed: 1 },
  },
} as const satisfies Record<string, MetricDefinition>;
