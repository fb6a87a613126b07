import { insteadOf } from './given-by.js';

describe('what a metric is given by', () => {
  it.each([
    ['complaint-rate', 'rep', 'complaints-concerning'],
    ['complaint-rate', 'department', null],
    ['handled', 'score', 'csat'],
    ['csat', 'wait-band', 'handled'],
    ['customer-attribute', 'month', 'attribute'],
    ['customer-attribute', 'direction', 'attribute'],
    ['open-complaints', 'outcome', null],
    ['customer-attribute', 'attribute:time-band', null],
    ['handled', 'direction', null],
    ['handled', 'care-class', null],
    ['training-coverage', 'month', 'cadence-compliance'],
    ['promise-kept-rate', 'reason', 'calls-per-catch'],
    ['cadence-compliance', 'hour', 'calls-per-catch'],
    ['proactive-catch-rate', 'reason', null],
    ['exam-pass-rate', 'campaign', null],
    ['exam-pass-rate', 'team', null],
    ['exam-pass-rate', 'month', null],
    ['exam-pass-rate', 'account', 'handled'],
    ['exam-first-attempt-pass-rate', 'channel', 'handled'],
    ['exam-first-attempt-pass-rate', 'attribute:product', 'attribute'],
    ['csat', 'campaign', 'exam-pass-rate'],
  ] as const)('%s by %s: %s answers instead', (metric, dimension, instead) => {
    expect(insteadOf(metric, dimension)).toBe(instead);
  });
});
