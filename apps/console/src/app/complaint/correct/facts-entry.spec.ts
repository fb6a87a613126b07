import { changesOf, type FactsEntry } from './facts-entry.js';

const before: FactsEntry = {
  ...{ summary: 'Twice', remedySought: 'Money back', repConcernedId: 'r1', receivedAt: '2026-01-05T01:00:00Z' },
  ...{ severity: 'money', impact: '', needForAction: '', decision: '', remedyGiven: '', furtherOptions: '' },
};

describe('a correction of a complaint', () => {
  it('sends what changed, and what is said no more as null', () => {
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, repConcernedId: '', severity: '', summary: '' })).toEqual({
      ...{ repConcernedId: null, severity: null, summary: '' },
    });
    expect(changesOf(before, { ...before, receivedAt: '2026-01-04T01:00:00Z', impact: 'many-customers' })).toEqual({
      ...{ receivedAt: '2026-01-04T01:00:00Z', impact: 'many-customers' },
    });
    const decided: FactsEntry = { ...before, decision: 'upheld' };
    expect(changesOf(decided, { ...decided, decision: 'not' })).toEqual({ decision: 'not' });
    expect(changesOf(decided, before)).toEqual({});
  });
});
