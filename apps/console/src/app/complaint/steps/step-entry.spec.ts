import { reasonsFor, type StepEntry, tellingOf } from './step-entry.js';

const entry: StepEntry = {
  ...{ severity: 'money', impact: 'one-customer', needForAction: 'none', channel: '', answer: '' },
  ...{ decision: null, remedyGiven: '', closing: 'withdrawn', furtherOptions: '', causeKind: null, cause: '' },
  ...{ correctiveAction: '', note: 'n' },
  skipped: { assessed: 'Settled', investigated: ' ', answered: 'Told by phone', decided: '' },
};

describe('what a step tells the API', () => {
  it('gives each step passed over its reason, one left empty that of the one before', () => {
    expect(reasonsFor(['assessed', 'investigated', 'answered', 'decided'], entry.skipped)).toEqual({
      assessed: 'Settled',
      investigated: 'Settled',
      answered: 'Told by phone',
      decided: 'Told by phone',
    });
  });

  it('names its own fields only', () => {
    const told = { revision: 3, passed: [] };
    expect(tellingOf('acknowledged', entry, told)).toEqual({ revision: 3, note: 'n' });
    expect(tellingOf('assessed', entry, told)).toEqual({
      ...{ revision: 3, note: 'n', severity: 'money', impact: 'one-customer', needForAction: 'none' },
    });
    expect(tellingOf('closed', entry, { revision: 3, passed: ['answered'] })).toEqual({
      ...{ revision: 3, note: 'n', closing: 'withdrawn', decision: null, remedyGiven: '', furtherOptions: '' },
      skipped: { answered: 'Told by phone' },
    });
  });

  it('says what the customer was told where both way and words are given', () => {
    const telling = { ...entry, channel: 'email', answer: 'Dear Ms Moreno' };
    expect(tellingOf('answered', telling, { revision: 3, passed: [] })).toMatchObject({
      toCustomer: { channel: 'email', text: 'Dear Ms Moreno' },
    });
  });
});
