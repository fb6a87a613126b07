import type { AlarmWatch } from '@forecall/contracts';
import { allowedFalse, learntShare, timeUntilSeen } from './watch-figures.js';

const record = { days: 92 } as AlarmWatch['record'];

describe('how a department is watched', () => {
  it('allows as many false alarms as the chosen budget gives in the time of the record', () => {
    const choices = [
      { budgetDays: 31, falseAlarmDays: 46 },
      { budgetDays: 92, falseAlarmDays: 92 },
    ];
    const baseline = { choices } as NonNullable<AlarmWatch['baseline']>;
    expect(allowedFalse({ baseline, budgetDays: 31, record })).toBe(2);
    expect(allowedFalse({ baseline: null, budgetDays: 92, record })).toBe(1);
  });

  it('is learnt as far as days, contacts and complaints are', () => {
    const needs = { needsDays: 28, needsContacts: 500, needsComplaints: 5 };
    expect(learntShare({ ...needs, days: 14, contacts: 500, complaints: 9 })).toBe(0.5);
    expect(learntShare({ ...needs, days: 40, contacts: 125, complaints: 9 })).toBe(0.25);
    expect(learntShare({ ...needs, days: 40, contacts: 2000, complaints: 2 })).toBe(0.4);
  });

  it('is seen after hours where that is under a day', () => {
    expect(timeUntilSeen(0.02)).toEqual({ unit: 'hours', n: 1 });
    expect(timeUntilSeen(0.7)).toEqual({ unit: 'hours', n: 17 });
    expect(timeUntilSeen(1.3)).toEqual({ unit: 'days', n: 1.3 });
  });
});
