import type { MetricDefinition } from './metric-definition.js';

/** The customer's own complaint for the same reason so long after our finding is of the same matter. */
export const sameMatterWithinDays = 90;

const ofCare = { version: 1, side: 'handling', minimumN: 5 } as const;
const shareOfCare = { ...ofCare, kind: 'proportion', unit: 'rate', direction: 'higher is better' } as const;

/** How key accounts are cared for, and what it is good for. */
export const careMetrics = {
  'cadence-compliance': {
    ...shareOfCare,
    source: 'planned-call',
    ownedBy: 'due date',
    name: 'Proactive calls in time',
    formula:
      'proactive calls with a due day in the period that reached a person within the grace / those due; open past its grace is late',
    numerator: { call_in_time: 1 },
    denominator: { call_due: 1 },
    excluded: { 'not due yet': { call_not_due: 1 } },
    beside: { call_open_late: 1 },
    // Due on a day, at no time of it.
    notBy: { dimensions: ['hour', 'quarter-hour'], insteadUse: 'calls-per-catch' },
  },
  'proactive-catch-rate': {
    ...shareOfCare,
    source: 'problem',
    side: 'answerable',
    ownedBy: 'first receipt',
    name: 'Caught before they complained',
    formula:
      'problems first found by our call / all problems found at key accounts; repeats are no problems of their own',
    numerator: { problem_caught: 1 },
    denominator: { problem: 1 },
  },
  'lead-time': {
    ...ofCare,
    source: 'finding',
    side: 'answerable',
    ownedBy: 'first receipt',
    kind: 'mean',
    unit: 'seconds',
    direction: 'higher is better',
    name: 'Lead before the complaint',
    formula: "time from our finding to the customer's own complaint of the matter / findings of which they complained",
    numerator: { lead_seconds: 1 },
    denominator: { lead_known: 1 },
    squares: { lead_seconds_squared: 1 },
    excluded: { 'never complained of': { lead_censored: 1 } },
  },
  'calls-per-catch': {
    ...ofCare,
    source: 'proactive-contact',
    ownedBy: 'contact end',
    kind: 'ratio',
    unit: 'number',
    direction: 'neither',
    isInverse: true,
    name: 'Calls for each problem caught',
    formula: 'proactive contacts that reached somebody / problems found by them',
    numerator: { proactive_reached: 1 },
    denominator: { proactive_catch: 1 },
  },
  'promise-kept-rate': {
    ...shareOfCare,
    source: 'promise',
    ownedBy: 'due date',
    name: 'Promises kept',
    formula: 'kept by the original due time / due by then in the period, whenever made; open past due is broken',
    numerator: { promise_kept: 1 },
    denominator: { promise_due: 1 },
    excluded: {
      'renegotiated before due': { promise_renegotiated: 1 },
      void: { promise_void: 1 },
      'not due yet': { promise_not_due: 1 },
    },
    beside: { promise_open_late: 1 },
  },
  'training-coverage': {
    ...shareOfCare,
    source: 'key-account',
    ownedBy: 'there by the end',
    name: 'Key accounts trained',
    formula: 'key accounts trained in the 12 months before the end of the period / key accounts at its end',
    numerator: { key_account_trained: 1 },
    denominator: { key_account: 1 },
  },
} as const satisfies Record<string, MetricDefinition>;
