import { type DutyKind, dutyKinds, localeNames, type NotificationKind, notificationKinds } from '@forecall/contracts';
import { holesOf, mailTextOf } from './mail-text.js';

const dueAt = '2026-11-30T07:00:00Z';
const campaign = { campaign: 'Spring', candidate: 'Lin Wei', exams: '3', dueAt };
const appraisal = { subject: 'Lin Wei', period: 'October 2026', periodZh: '2026年10月' };
const ofDuty = { what: 'Call back Mr Chen', dueAt, owner: '' };

/** What each kind is told with. */
const parameters: Record<NotificationKind, Record<string, string>> = {
  ...{ 'duty-opened': ofDuty, 'duty-handed': ofDuty, 'duty-reminder': ofDuty, 'duty-due': ofDuty },
  ...{ 'duty-gone-up': ofDuty, 'report-not-mailed': { report: 'Weekly', people: '', refusal: 'too-slow' } },
  ...{ 'exam-booked': campaign, 'exam-moved': campaign, 'exam-taken-off': campaign, 'exam-cancelled': campaign },
  'exams-to-give': campaign,
  'alarm-raised': { department: 'Billing', since: dueAt, complaints: '9', contacts: '80', expected: '4' },
  ...{ 'appraisal-disputed': appraisal, 'appraisal-decided': appraisal, 'appraisal-signed': appraisal },
  ...{ 'appraisal-closed': appraisal, 'upward-asked': appraisal },
};

describe.each(localeNames)('mail in %s', (locale) => {
  it.each(Object.keys(notificationKinds) as NotificationKind[])('has no hole: %s', (kind) => {
    expect(holesOf(kind, locale, parameters[kind], 'Asia/Shanghai')).toEqual([]);
    expect(JSON.stringify(mailTextOf(kind, locale, parameters[kind], 'Asia/Shanghai'))).not.toMatch(
      /\{\w+\}|undefined/,
    );
  });

  /** What there is to do, by kind, where nobody wrote it down. */
  const told: Partial<Record<DutyKind, Record<string, string>>> = {
    ...{ alarm: { department: 'Billing' }, 'gold-mark': { session: 'May' }, recovery: { said: '2 of 5' } },
    ...{ 'appraisal-goal': { subject: 'Lin Wei', goalOf: '1' }, 'exam-mark': { exam: 'Spring', candidate: 'Lin Wei' } },
    ...{ 'appraisals-write': appraisal, 'appraisal-read': appraisal, 'appraisals-sign': appraisal },
  };
  it.each(Object.entries(told))('says what there is to do: %s', (duty, values) => {
    expect(dutyKinds).toHaveProperty(duty);
    const { subject } = mailTextOf('duty-opened', locale, { ...values, duty, dueAt }, 'Asia/Shanghai');
    expect(subject).not.toMatch(/Call back|回电/);
    const name = values['subject'] ?? values['department'] ?? values['session'] ?? values['said'] ?? values['exam'];
    expect(subject).toContain(name);
  });
});
