import { careClasses, temperaments } from '@forecall/domain';
import { z } from 'zod';
import { DayHours } from './calendar.js';
import { LocaleName } from './session.js';
import { Zone } from './organisation.js';
import { Email, freeText, Named, NamedInBoth, Why, uuid, visibleName } from './written.js';

export const CareClass = z.enum(careClasses).meta({ id: 'CareClass' });

export const tiers = ['A', 'B', 'C'] as const;
export const Tier = z.enum(tiers).meta({ id: 'Tier', description: 'How much of our care, within the class' });

export const influences = ['decides', 'influences', 'uses', 'blocks'] as const;
export const Influence = z.enum(influences).meta({ id: 'Influence' });
export const Temperament = z.enum(temperaments).meta({ id: 'Temperament' });

/** Hours of calls, Monday to Sunday. */
export const CallingWeek = z.array(DayHours).length(7).meta({ id: 'CallingWeek' });
export type CallingWeek = z.infer<typeof CallingWeek>;

const shortText = freeText(200).trim();
const customerName = visibleName(200);

export const CustomerQuery = z.strictObject({
  q: freeText(80)
    .trim()
    .min(1)
    .describe(
      'Beginnings of words in any order: of a name in either language, its pinyin or the initials, also of the account beside those of the person; a number; a telephone number or a part of it',
    ),
});
export type CustomerQuery = z.output<typeof CustomerQuery>;

const account = {
  id: uuid,
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
    id: uuid,
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

export const CallerQuery = z.strictObject({
  phone: freeText(60).trim().min(1).describe('As the telephone shows it, with or without country'),
});
export type CallerQuery = z.output<typeof CallerQuery>;

export const CallerFound = z
  .object({
    e164: z.string().nullable().describe('null: no number, such as a withheld one or an extension'),
    people: z.array(PersonBrief).describe('With exactly this number; at most ten'),
  })
  .meta({ id: 'CallerFound' });
export type CallerFound = z.infer<typeof CallerFound>;

const e164 = z.string().regex(/^\+[1-9]\d{4,14}$/, 'is no number in E.164 (+8675526018840)');

const personFields = {
  name: customerName,
  nameZh: customerName.nullable().default(null),
  position: shortText.default(''),
  email: Email.nullable().default(null),
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

/** A caller nobody knows yet, in one line. */
export const CreateCustomer = z
  .strictObject({
    person: customerName.describe('Who calls'),
    company: shortText.default('').describe('Left out: a customer of their own'),
    accountId: uuid.nullable().default(null).describe('An account that is there already, in place of `company`'),
    phone: freeText(60).trim().default('').describe('As people write it'),
  })
  .meta({ id: 'CreateCustomer' });
export type CreateCustomer = z.output<typeof CreateCustomer>;

export const SimilarQuery = z.strictObject({
  person: shortText.default(''),
  company: shortText.default(''),
  phone: freeText(60).trim().default(''),
});
export type SimilarQuery = z.output<typeof SimilarQuery>;

/** Those that are most likely the same. */
export const SimilarCustomers = z
  .object({
    accounts: z.array(AccountBrief).describe('The same name but for its form; at most ten'),
    people: z.array(PersonBrief).describe('The same number, or the same name in such an account; at most ten'),
  })
  .meta({ id: 'SimilarCustomers' });
export type SimilarCustomers = z.infer<typeof SimilarCustomers>;

export const MergeCustomer = z
  .strictObject({ into: uuid.describe('The one that stays'), why: Why })
  .meta({ id: 'MergeCustomer' });
export type MergeCustomer = z.output<typeof MergeCustomer>;

export const CustomerMerged = z
  .object({ mergeId: uuid, contacts: z.int().describe('How many went over'), people: z.int() })
  .meta({ id: 'CustomerMerged' });
export type CustomerMerged = z.infer<typeof CustomerMerged>;

export const PersonDetail = z
  .object({
    ...PersonBrief.shape,
    email: z.string().nullable(),
    language: LocaleName.nullable(),
    influence: Influence.nullable(),
    temperament: Temperament.nullable().describe('As it was observed last; null: nobody has said'),
    zone: z.string().nullable().describe('null: that of the account'),
    callingWeek: CallingWeek.nullable().describe('When they may be called, in their zone; null: that of the account'),
    callOrder: z.int().nullable().describe('1: called first at the account; null: after those with an order'),
    doNotCall: z
      .object({ since: z.iso.datetime({ offset: true }), why: z.string() })
      .nullable()
      .describe('null: they may be called'),
    hasLeft: z.boolean(),
    mergedInto: uuid.nullable().describe('The person who stayed when two turned out to be one'),
    revision: z.int(),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof PersonDetail>;

/** Somebody at an account, where the account is in sight. */
export const PersonAtAccount = PersonDetail.omit({ account: true, mergedInto: true, hasLeft: true }).meta({
  id: 'PersonAtAccount',
});
export type PersonAtAccount = z.infer<typeof PersonAtAccount>;

export const AccountDetail = z
  .object({
    ...AccountBrief.shape,
    zone: z.string().nullable(),
    tier: Tier.nullable(),
    country: z.string().nullable().describe('Whose holidays they keep; null: those of our organisation'),
    region: z.string().nullable(),
    callingWeek: CallingWeek.nullable().describe('When they may be called, in their zone; null: our own hours'),
    mergedInto: NamedInBoth.nullable().describe('The account that stayed when two turned out to be one'),
    support: z.array(Named).describe('Staff who support the account now'),
    people: z.array(PersonAtAccount).describe('At most 200, in the order in which they are called'),
    revision: z.int(),
  })
  .meta({ id: 'AccountDetail' });
export type AccountDetail = z.infer<typeof AccountDetail>;

export const AccountCreated = z
  .object({ id: uuid, number: z.string(), personIds: z.array(uuid).describe('In the order given') })
  .meta({ id: 'AccountCreated' });
export type AccountCreated = z.infer<typeof AccountCreated>;

export const PersonCreated = z.object({ id: uuid }).meta({ id: 'PersonCreated' });
export type PersonCreated = z.infer<typeof PersonCreated>;
