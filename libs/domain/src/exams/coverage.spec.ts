import { type CoveredExam, coverageOf } from './coverage.js';

const exam = (candidateId: string, on: string, outcome: 'passed' | 'failed', critical = false): CoveredExam => ({
  ...{ id: `${candidateId} ${on}`, candidateId, state: 'settled', outcome, on, settledOn: on },
  ...{ dispute: null, validUntil: null, failedCritical: critical ? ['power'] : [] },
});

describe('the coverage of a campaign', () => {
  it('counts first attempts, passes over time and critical failures apart, as counted by hand', () => {
    const exams = [
      exam('ann', '2026-10-05', 'passed'),
      exam('bo', '2026-10-05', 'failed', true),
      exam('bo', '2026-10-14', 'passed'),
      exam('cai', '2026-10-14', 'failed'),
      exam('gone', '2026-10-05', 'passed'),
    ];
    const rules = { coolOffDays: 7, mostAttempts: null };
    const coverage = coverageOf(['ann', 'bo', 'cai', 'dai'], exams, rules, '2026-10-20');
    expect([...coverage.standings.values()].map(({ standing }) => standing)).toEqual([
      'passed',
      'passed',
      'resit',
      'due',
    ]);
    expect(coverage.firstAttempt(['ann', 'bo', 'cai', 'dai'])).toEqual({ numerator: 1, denominator: 3 });
    expect(coverage.firstAttempt(['bo', 'cai'])).toEqual({ numerator: 0, denominator: 2 });
    expect(coverage.failedOnCritical).toEqual({ numerator: 1, denominator: 2 });
    expect(coverage.curve).toEqual([
      { day: '2026-10-05', passed: 1 },
      { day: '2026-10-14', passed: 2 },
    ]);
    expect(coverage.standings.get('bo')?.exam?.on).toBe('2026-10-14');
  });
});
