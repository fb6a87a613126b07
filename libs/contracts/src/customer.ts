import { z } from 'zod';
import { LocaleName } from './session.js';
import { Zone } from './organisation.js';
import { freeText, Named } from './written.js';

export const careClasses = ['loyal', 'fast-growing', 'dormant', 'worth-cultivating'] as const;
export const CareClass = z.enum(careClasses).meta({ id: 'CareClass' });

const shortText = freeText(200).trim();
const customerName = shortText.min(1);

export const CustomerQuery = z.strictObject({
  q: freeText(80)
    .trim()
    .min(1)
    .describe(
      'Beginnings of words of a name in either language, of its pinyin or the initials; a number; a telephone number or its end',
    ),
});
export type CustomerQuery = z.output<typeof CustomerQuery>;

const account = {
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  careClass: CareClass.nullable().describe('null: no key account'),
  repInCare: Named.nullable(),
};

export const AccountBrief = z.object({ ...account, industry: z.string() }).meta({ id: 'AccountBrief' });
export type AccountBrief = z.infer<typeof AccountBrief>;

export const PersonBrief = z
  .object({
    id: z.uuid(),
    name: z.string(),
    nameZh: z.string().nullable(),
    position: z.string(),
    phones: z.array(z.string()).describe('E.164'),
    account: z.object(account),
  })
  .meta({ id: 'PersonBrief' });
export type PersonBrief = z.infer<typeof PersonBrief>;

export const CustomersFound = z
  .object({
    accounts: z.array(AccountBrief),
    people: z.array(PersonBrief),
    isComplete: z.boolean().describe('false: more match; type on'),
  })
  .meta({ id: 'CustomersFound' });
export type CustomersFound = z.infer<typeof CustomersFound>;

const e164 = z.string().regex(/^\+[1-9]\d{4,14}$/, 'is no number in E.164 (+8675526018840)');

const personFields = {
  name: customerName,
  nameZh: customerName.nullable().default(null),
  position: shortText.default(''),
  email: z.email().max(254).nullable().default(null),
  language: LocaleName.nullable().default(null).describe('To speak with'),
  phones: z.array(e164).max(10).default([]),
};

export const CreatePerson = z.strictObject(personFields).meta({ id: 'CreatePerson' });
export type CreatePerson = z.output<typeof CreatePerson>;

export const CreateAccount = z
  .strictObject({
    number: freeText(40).trim().min(1).optional().describe('Ours, unique; left out: the next free one'),
    name: customerName,
    nameZh: customerName.nullable().default(null),
    industry: shortText.default(''),
    zone: Zone.nullable().default(null).describe('null: the organisation’s'),
    people: z.array(CreatePerson).max(50).default([]),
  })
  .meta({ id: 'CreateAccount' });
export type CreateAccount = z.output<typeof CreateAccount>;

export const PersonDetail = z
  .object({
    ...PersonBrief.shape,
    email: z.string().nullable(),
    language: LocaleName.nullable(),
    influence: z.string().nullable(),
    hasLeft: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof PersonDetail>;

export const AccountDetail = z
  .object({
    ...AccountBrief.shape,
    zone: z.string().nullable(),
    support: z.array(Named).describe('Staff who support the account now'),
    people: z.array(PersonBrief.omit({ account: true })).describe('At most 200, by name'),
    revision: z.int(),
  })
  .meta({ id: 'AccountDetail' });
export type AccountDetail = z.infer<typeof AccountDetail>;

export const AccountCreated = z
  .object({ id: z.uuid(), number: z.string(), personIds: z.array(z.uuid()).describe('In the order given') })
  .meta({ id: 'AccountCreated' });
export type AccountCreated = z.infer<typeof AccountCreated>;

export const PersonCreated = z.object({ id: z.uuid() }).meta({ id: 'PersonCreated' });
export type PersonCreated = z.infer<typeof PersonCreated>;
