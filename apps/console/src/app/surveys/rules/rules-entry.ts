import type { SetSurveyRules, SurveyRules } from '@forecall/contracts';
import type { Share } from './shares.js';
import type { Planned } from './will-happen.js';

/** What is filled in: '' for no form, and the days of a reminder also while there is to be none. */
export interface RulesEntry {
  contactFormId: string;
  complaintFormId: string;
  contactPercent: number;
  complaintPercent: number;
  minDays: number;
  quietFrom: string;
  quietTo: string;
  reminds: boolean;
  reminderDays: number;
  expiryDays: number;
  changeHours: number;
}

const usualReminderDays = 3;

export const entryOf = (rules: SurveyRules): RulesEntry => ({
  contactFormId: rules.contactForm?.id ?? '',
  complaintFormId: rules.complaintForm?.id ?? '',
  ...{ contactPercent: rules.contactPercent, complaintPercent: rules.complaintPercent, minDays: rules.minDays },
  ...{ quietFrom: rules.quietFrom, quietTo: rules.quietTo, expiryDays: rules.expiryDays },
  ...{ changeHours: rules.changeHours, reminds: rules.reminderDays !== null },
  reminderDays: rules.reminderDays ?? Math.min(usualReminderDays, Math.max(rules.expiryDays - 1, 1)),
});

export const toldOf = (
  { reminds, reminderDays, contactFormId, complaintFormId, ...rest }: RulesEntry,
  { shares, isOn, revision }: { readonly shares: readonly Share[]; readonly isOn: boolean; readonly revision: number },
): SetSurveyRules => ({
  ...{ ...rest, isOn, revision, shares: [...shares], reminderDays: reminds ? reminderDays : null },
  ...{ contactFormId: contactFormId || null, complaintFormId: complaintFormId || null },
});

/** Whether it says what the rules say: also what was changed and changed back. */
export const isAsRead = (entry: RulesEntry, rules: SurveyRules): boolean =>
  (Object.entries(entryOf(rules)) as [keyof RulesEntry, unknown][]).every(
    ([name, value]) => entry[name] === value || (name === 'reminderDays' && !entry.reminds),
  );

/** The same rules as they were read, to be set again. */
export const toldAsRead = (rules: SurveyRules, shares: readonly Share[], revision: number): SetSurveyRules =>
  toldOf(entryOf(rules), { shares, isOn: rules.isOn, revision });

/** As sentences say it; `nameOf` gives the name of a form. */
export const plannedOf = (entry: RulesEntry, shareCount: number, nameOf: (formId: string) => string): Planned => ({
  ...entry,
  reminderDays: entry.reminds ? entry.reminderDays : null,
  contactForm: entry.contactFormId ? nameOf(entry.contactFormId) : null,
  complaintForm: entry.complaintFormId ? nameOf(entry.complaintFormId) : null,
  shareCount,
});
