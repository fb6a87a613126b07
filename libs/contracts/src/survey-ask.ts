import { z } from 'zod';
import { ContactChannel } from './contact.js';
import { Revision } from './organisation.js';
import { fieldIssue, freeText, instant, NamedInBoth, uuid, Why } from './written.js';

const percent = z.int().min(0).max(100);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time such as 20:00');

const numbers = {
  isOn: z.boolean(),
  minDays: z.int().min(1).max(365).describe('Nobody is asked again within so many days'),
  quietFrom: time.describe('By the clock of the customer; an end at or before the begin is on the next day'),
  quietTo: time,
  reminderDays: z.int().min(1).max(60).nullable().describe('After so many days one reminder; null: none'),
  expiryDays: z.int().min(1).max(90).describe('A link is good for so long'),
  changeHours: z.int().min(0).max(720).describe('An answer may be changed for so long'),
  contactPercent: percent.describe('Of the contacts that ended, where no share says otherwise'),
  complaintPercent: percent.describe('Of the complaints that were closed'),
};

const FormName = z.object({ id: uuid, nameEn: z.string(), nameZh: z.string() });

/** When customers are asked, and by which forms. */
export const SurveyRules = z
  .object({
    ...numbers,
    contactForm: FormName.nullable().describe('Asked after a contact; null: nobody is asked'),
    complaintForm: FormName.nullable().describe('Asked after a complaint was closed; null: nobody is asked'),
    shares: z
      .array(z.object({ channel: ContactChannel.nullable(), department: NamedInBoth.nullable(), percent }))
      .describe('Other shares of contacts: department and channel go before the department, that before the channel'),
    sends: z
      .enum(['yes', 'no-mail-server', 'no-address'])
      .describe('Whether this installation can ask by mail, or what is missing'),
    revision: Revision,
  })
  .meta({ id: 'SurveyRules' });
export type SurveyRules = z.infer<typeof SurveyRules>;

export const SetSurveyRules = z
  .strictObject({
    revision: Revision,
    ...numbers,
    contactFormId: uuid.nullable(),
    complaintFormId: uuid.nullable(),
    shares: z
      .array(z.strictObject({ channel: ContactChannel.nullable(), departmentId: uuid.nullable(), percent }))
      .max(200),
  })
  .superRefine((rules, refuse) => {
    if (rules.isOn && rules.contactFormId === null && rules.complaintFormId === null)
      refuse.addIssue(
        fieldIssue({ path: 'contactFormId', code: 'survey-without-form', message: 'whoever is asked needs a form' }),
      );
    if (rules.reminderDays !== null && rules.reminderDays >= rules.expiryDays)
      refuse.addIssue(
        fieldIssue({ path: 'reminderDays', code: 'reminder-after-end', message: 'is not before the link ends' }),
      );
    for (const [n, { channel, departmentId }] of rules.shares.entries()) {
      const first = rules.shares.findIndex((other) => other.channel === channel && other.departmentId === departmentId);
      if (channel === null && departmentId === null)
        refuse.addIssue(
          fieldIssue({
            path: `shares.${n}.channel`,
            code: 'share-of-all',
            message: 'says neither channel nor department',
          }),
        );
      else if (first < n)
        refuse.addIssue(
          fieldIssue({ path: `shares.${n}.channel`, code: 'share-twice', message: 'is said above already' }),
        );
    }
  })
  .meta({ id: 'SetSurveyRules' });
export type SetSurveyRules = z.output<typeof SetSurveyRules>;

/** What a customer answered on the telephone, as the page of the form would send it. */
export const EnterSurvey = z
  .strictObject({
    formId: uuid,
    told: z
      .record(z.string().max(40), z.union([z.int(), freeText(2000)]))
      .describe('By the id of the question: a score, the id of an option, or words'),
  })
  .meta({ id: 'EnterSurvey' });
export type EnterSurvey = z.output<typeof EnterSurvey>;

export const SurveyEntered = z.object({ askId: uuid }).meta({ id: 'SurveyEntered' });
export type SurveyEntered = z.infer<typeof SurveyEntered>;

/** Whom one would ask about a contact, and what speaks against it. */
export const ContactSurveys = z
  .object({
    channel: ContactChannel,
    endedAt: instant,
    account: NamedInBoth.nullable().describe('null: unknown, or withheld from who asks'),
    person: NamedInBoth.nullable(),
    stoppedAt: instant.nullable().describe('They, or somebody with their address, do not want to be asked since'),
    answeredAt: instant.nullable().describe('They have answered about it'),
    isEnteredByUs: z.boolean().nullable().describe('That answer was entered by one of ours; null: there is none'),
    askedAt: instant.nullable().describe('A letter has gone out and may still be answered'),
  })
  .meta({ id: 'ContactSurveys' });
export type ContactSurveys = z.infer<typeof ContactSurveys>;

/** Whether somebody is asked at all. */
export const PersonSurveys = z
  .object({
    stoppedAt: instant.nullable().describe('Not to be asked since; null: may be asked'),
    stoppedHow: z.enum(['link', 'by-hand']).nullable(),
    lastAskedAt: instant.nullable(),
  })
  .meta({ id: 'PersonSurveys' });
export type PersonSurveys = z.infer<typeof PersonSurveys>;

export const SetPersonSurveys = z.strictObject({ isStopped: z.boolean(), why: Why }).meta({ id: 'SetPersonSurveys' });
export type SetPersonSurveys = z.output<typeof SetPersonSurveys>;
