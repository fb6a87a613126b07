import { type Planned, willHappen } from './will-happen.js';

const usual: Planned = {
  ...{ contactForm: 'After a call', complaintForm: 'After a complaint', contactPercent: 25, complaintPercent: 100 },
  ...{ minDays: 30, quietFrom: '20:00', quietTo: '08:00', reminderDays: 3, expiryDays: 14, changeHours: 48 },
  shareCount: 0,
};
const said = (changes: Partial<Planned> = {}) =>
  willHappen({ ...usual, ...changes }).map(({ key }) => key.slice('surveys.will.'.length));

describe('what the rules of surveys do', () => {
  it('is said in the order in which it happens', () => {
    expect(said()).toEqual(['contacts-some', 'complaints-every', 'once', 'quiet', 'reminder', 'change']);
    expect(willHappen(usual)[0]).toEqual({
      ...{ key: 'surveys.will.contacts-some', values: { form: 'After a call', percent: 25 } },
    });
    expect(willHappen(usual)[4]?.values).toEqual({ count: 3, end: 14 });
  });

  it('leaves out what does not hold', () => {
    expect(said({ contactForm: null, shareCount: 2 })).toEqual([
      ...['complaints-every', 'once', 'quiet', 'reminder', 'change'],
    ]);
    expect(said({ complaintForm: null, shareCount: 2, contactPercent: 0 })).toEqual([
      ...['contacts-none', 'shares', 'once', 'quiet', 'reminder', 'change'],
    ]);
    expect(said({ quietTo: '20:00', reminderDays: null, changeHours: 0 })).toEqual([
      ...['contacts-some', 'complaints-every', 'once', 'no-reminder', 'no-change'],
    ]);
    expect(said({ contactForm: null, complaintForm: null })).toEqual(['nobody']);
  });
});
