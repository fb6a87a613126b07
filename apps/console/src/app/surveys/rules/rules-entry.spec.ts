import type { SurveyRules } from '@forecall/contracts';
import { entryOf, isAsRead } from './rules-entry.js';

const rules = {
  ...{ isOn: false, contactForm: null, complaintForm: null, contactPercent: 100, complaintPercent: 100, minDays: 30 },
  ...{ quietFrom: '20:00', quietTo: '08:00', reminderDays: null, expiryDays: 14, changeHours: 48, shares: [] },
  ...{ sends: 'yes', revision: 1 },
} as unknown as SurveyRules;

describe('the rules that are filled in', () => {
  it('are as they were read until one is another, and again once it is changed back', () => {
    const entry = entryOf(rules);
    expect(isAsRead(entry, rules)).toBe(true);
    expect(isAsRead({ ...entry, minDays: 31 }, rules)).toBe(false);
    expect(isAsRead({ ...entry, contactFormId: 'another' }, rules)).toBe(false);
    expect(isAsRead({ ...entry, minDays: 30 }, rules)).toBe(true);
  });

  it('are not changed by the days of a reminder that there is not to be', () => {
    const entry = entryOf(rules);
    expect(isAsRead({ ...entry, reminderDays: 9 }, rules)).toBe(true);
    expect(isAsRead({ ...entry, reminds: true }, rules)).toBe(false);
  });
});
