import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dutyKinds, localeNames, type LocaleName, type NotificationKind, notificationKinds } from '@forecall/contracts';
import type { Say } from '../../platform/i18n/texts.js';
import { toldSentence, toldTitle } from './told-text.js';

/** Says as the console does, but fails where a name in the words has no value. */
function strictSay(locale: LocaleName): Say {
  const texts = JSON.parse(
    readFileSync(join(process.cwd(), `apps/console/public/i18n/${locale}.json`), 'utf8'),
  ) as Record<string, unknown>;
  return (key, values = {}) => {
    const text = key
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], texts);
    if (typeof text !== 'string') throw new Error(`${key} is said in no words`);
    return text.replaceAll(/\{\{ (\w+) \}\}/g, (_, name: string) => {
      const value = (values as Record<string, string | number | undefined>)[name];
      if (value === undefined || value === '') throw new Error(`${key} has a hole: ${name}`);
      return String(value);
    });
  };
}

const dueAt = '2026-11-30T07:00:00Z';
const exam = { exam: 'Spring', examZh: '春季', candidate: 'Lin Wei', items: 'Tone', itemsZh: '语气' };
const appraisal = { subject: 'Lin Wei', period: 'October 2026', periodZh: '2026年10月' };
const ofDuty = {
  ...{ what: 'K-7', account: 'Huaxin', accountZh: '华信', said: '2 of 5', session: 'May', department: 'Billing' },
  ...{ ...exam, ...appraisal, dueAt, owner: 'Li Na', departmentZh: '账单' },
};
/** What each kind is told with. */
const parameters: Record<NotificationKind, Record<string, string>> = {
  ...{ 'duty-opened': ofDuty, 'duty-handed': ofDuty, 'duty-reminder': ofDuty, 'duty-due': ofDuty },
  // Of a unit's duty there is no owner.
  'duty-gone-up': { ...ofDuty, owner: '' },
  'report-not-mailed': { report: 'Weekly', people: '', refusal: 'too-slow' },
  ...{ 'exam-booked': { campaign: 'Spring', dueAt }, 'exam-moved': { campaign: 'Spring', dueAt } },
  ...{ 'exam-taken-off': { campaign: 'Spring', dueAt }, 'exams-to-give': { campaign: 'Spring', exams: '3' } },
  'exam-cancelled': { campaign: 'Spring', candidate: 'Lin Wei', dueAt },
  'alarm-raised': {
    ...{ department: 'Billing', departmentZh: '账单', since: dueAt, complaints: '9', contacts: '80', expected: '4' },
    ...{ factor: 'Wrong sum', factorZh: '金额有误', factorComplaints: '6' },
  },
  ...{ 'appraisal-disputed': appraisal, 'appraisal-decided': appraisal, 'appraisal-signed': appraisal },
  ...{ 'appraisal-closed': appraisal, 'upward-asked': { period: 'October 2026', periodZh: '2026年10月' } },
};

describe.each(localeNames)('what the bell says in %s', (locale) => {
  const telling = { say: strictSay(locale), locale, format: { due: () => 'Mon 30 Nov', dayTime: () => '08:00' } };

  it.each(Object.keys(notificationKinds) as NotificationKind[])('has no hole: %s', (kind) => {
    for (const duty of kind.startsWith('duty-') ? Object.keys(dutyKinds) : [''])
      for (const isOver of duty === '' ? [false] : [false, true]) {
        const told = { kind, parameters: { ...parameters[kind], ...(duty !== '' && { duty }) }, isOver };
        for (const said of [toldTitle(told, telling), toldSentence(told, telling)])
          expect(said).not.toMatch(/^$|undefined|\{/);
      }
  });

  it('is in the language of the reader', () => {
    const told = { kind: 'appraisal-signed', parameters: appraisal, isOver: false };
    expect(toldTitle(told, telling)).toContain(locale === 'zh' ? '2026年10月' : 'October 2026');
  });
});

it('a duty that has ended is not said to be due', () => {
  const telling = { say: strictSay('en'), locale: 'en' as const, format: { due: () => 'Mon', dayTime: () => '08:00' } };
  expect(
    toldSentence(
      { kind: 'duty-due', parameters: { duty: 'appraisal-read', ...appraisal, dueAt }, isOver: true },
      telling,
    ),
  ).toBe('Done: nothing is left to do.');
});
