import { z } from 'zod';
import { AccountBrief, PersonBrief } from './customer.js';
import { Revision } from './organisation.js';
import { LocaleName } from './session.js';
import { freeText, instant, NamedInBoth, uuid } from './written.js';

/** The public form as its settings show it. */
export const ComplaintForm = z
  .object({
    isOpen: z.boolean(),
    handlingDepartment: NamedInBoth.nullable().describe('Where what comes in by the form is received'),
    introEn: z.string(),
    introZh: z.string(),
    revision: Revision,
  })
  .meta({ id: 'ComplaintForm' });
export type ComplaintForm = z.infer<typeof ComplaintForm>;

export const ChangeComplaintForm = z
  .strictObject({
    revision: Revision,
    isOpen: z.boolean(),
    handlingDepartmentId: uuid.nullable(),
    introEn: freeText(1000).trim(),
    introZh: freeText(1000).trim(),
  })
  .refine(({ isOpen, handlingDepartmentId }) => !isOpen || handlingDepartmentId !== null, {
    path: ['handlingDepartmentId'],
    message: 'an open form needs a department that receives',
    params: { code: 'form-without-department' },
  })
  .meta({ id: 'ChangeComplaintForm' });
export type ChangeComplaintForm = z.output<typeof ChangeComplaintForm>;

const line = (mostCharacters: number) => freeText(mostCharacters).trim();
const rule = (code: string) => ({ params: { code }, message: code });

/** What a complainant types, as the page sends it: every field is there, most may be empty. */
export const ComplaintFormEntry = z
  .strictObject({
    name: line(200).refine((name) => name !== '', rule('missing')),
    company: line(200),
    customerNumber: line(60),
    email: line(200).refine((email) => email === '' || z.email().safeParse(email).success, rule('email')),
    phone: line(60).refine((phone) => phone === '' || /^\+?[\d\s().\-–/]{5,30}$/.test(phone), rule('phone')),
    summary: line(2000).refine((text) => text !== '', rule('missing')),
    happenedOn: z.union(
      [z.literal(''), z.iso.date(rule('date')).refine((text) => text >= '1900-01-01', rule('past'))],
      rule('date'),
    ),
    remedySought: line(1000),
  })
  .refine(({ email, phone }) => email !== '' || phone !== '', { path: ['email'], ...rule('no-way-back') })
  .meta({ id: 'ComplaintFormEntry' });
export type ComplaintFormEntry = z.output<typeof ComplaintFormEntry>;

/** What may show who wrote. */
export const suggestedBy = ['customer-number', 'email', 'phone', 'company'] as const;

export const Complainant = z
  .object({
    name: z.string(),
    company: z.string(),
    customerNumber: z.string(),
    email: z.string(),
    phone: z.string(),
    happenedOn: z.iso.date().nullable(),
    locale: LocaleName,
    receivedAt: instant,
    account: NamedInBoth.nullable().describe('Whom the complaint is linked to now'),
    person: NamedInBoth.nullable(),
    suggestions: z
      .array(
        z.object({
          account: AccountBrief.omit({ industry: true }),
          person: PersonBrief.omit({ account: true }).nullable(),
          by: z.array(z.enum(suggestedBy)).describe('What of the told fits'),
        }),
      )
      .describe('Who it may be, the best fit first'),
  })
  .meta({ id: 'Complainant' });
export type Complainant = z.infer<typeof Complainant>;

export const LinkComplainant = z
  .strictObject({ accountId: uuid.nullable(), personId: uuid.nullable().default(null) })
  .meta({ id: 'LinkComplainant' });
export type LinkComplainant = z.output<typeof LinkComplainant>;
