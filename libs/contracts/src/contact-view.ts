import { z } from 'zod';
import { ContactAttributes, ContactChannel, ContactDirection, ContactOutcome, ContactPurpose } from './contact.js';
import { Revision } from './organisation.js';
import { countQuery, exportQuery } from './lists.js';
import { head, instant, Named, NamedInBoth, NamedTwice, next, pageQuery, uuid } from './written.js';

export const ContactComplaint = z
  .object({ id: uuid, number: z.string(), isOpen: z.boolean() })
  .meta({ id: 'ContactComplaint' });

const inBrief = {
  id: uuid,
  channel: ContactChannel,
  direction: ContactDirection,
  purpose: ContactPurpose,
  outcome: ContactOutcome,
  startedAt: instant,
  endedAt: instant,
  account: NamedInBoth.nullable().describe('null: unknown, or withheld'),
  person: NamedInBoth.nullable().describe('null: unknown, or withheld'),
  isCustomerWithheld: z.boolean().describe('It received a complaint about who asks, who does not learn by whom'),
  reason: NamedTwice.nullable(),
  resolved: z.boolean().nullable(),
  rep: Named.nullable(),
  team: NamedInBoth.nullable(),
  handlingDepartment: NamedInBoth,
  answerableDepartment: NamedInBoth,
  complaint: ContactComplaint.nullable(),
  voidedAt: instant.nullable(),
};

export const ContactBrief = z.object(inBrief).meta({ id: 'ContactBrief' });
export type ContactBrief = z.infer<typeof ContactBrief>;

export const ContactDetail = z
  .object({
    ...inBrief,
    conversationId: uuid,
    transferredFrom: uuid.nullable(),
    waitSeconds: z.int().nullable(),
    talkSeconds: z.int().nullable(),
    holdSeconds: z.int().nullable(),
    wrapSeconds: z.int().nullable(),
    note: z.string().describe('Empty where the customer is withheld'),
    attributes: ContactAttributes,
    supervisor: Named.nullable(),
    accountClass: z.string().nullable().describe('Care class at the time; null: no key account'),
    repInCare: Named.nullable(),
    source: z.string(),
    voidReason: z.string().nullable(),
    createdAt: instant,
    revision: Revision,
    mayCorrect: z.boolean().describe('By the asking person, now'),
  })
  .meta({ id: 'ContactDetail' });
export type ContactDetail = z.infer<typeof ContactDetail>;

const yesNo = z.enum(['yes', 'no']);

/** Left out or given to a list, a count or an export alike. */
const contactFilters = {
  accountId: uuid.optional(),
  personId: uuid.optional(),
  repId: z
    .union([uuid, z.literal('me')])
    .optional()
    .describe('me: who asks'),
  teamId: uuid.optional(),
  departmentId: uuid.optional().describe('Of the side asked for'),
  side: z.enum(['handling', 'answerable']).default('handling').describe('Which department is meant'),
  reasonId: uuid.optional(),
  conversationId: uuid.optional(),
  channel: ContactChannel.optional(),
  direction: ContactDirection.optional(),
  purpose: ContactPurpose.optional(),
  outcome: ContactOutcome.optional(),
  complaint: yesNo.optional().describe('yes: only those with a complaint that is not voided'),
  voided: yesNo.default('no').describe('yes: only the voided ones'),
  from: instant
    .optional()
    .describe(
      'Ended at this moment or later; left out: 28 days back, or all of the named account, person, rep or conversation',
    ),
  to: instant.optional().describe('Ended before this moment'),
};

export const ContactFilters = z.strictObject(contactFilters);
export type ContactFilters = z.output<typeof ContactFilters>;

export const ContactQuery = z.strictObject({ ...contactFilters, ...pageQuery });
export type ContactQuery = z.output<typeof ContactQuery>;

export const ContactCountQuery = z.strictObject({ ...contactFilters, ...countQuery });
export type ContactCountQuery = z.output<typeof ContactCountQuery>;

export const ContactExportQuery = z.strictObject({ ...contactFilters, ...exportQuery });
export type ContactExportQuery = z.output<typeof ContactExportQuery>;

/** What is within the reach of who asks, the last ended first. */
export const ContactList = z
  .object({
    contacts: z.array(ContactBrief),
    from: instant.nullable().describe('How far back was looked; null: all the way'),
    head,
    next,
  })
  .meta({ id: 'ContactList' });
export type ContactList = z.infer<typeof ContactList>;

export const ContactRevision = z
  .object({
    revision: Revision.describe('The one that this change made'),
    at: instant,
    by: z.string().nullable(),
    why: z.string(),
    changes: z.array(
      z.object({
        field: z.string(),
        before: z.unknown().describe('Ids are named in `names`'),
        after: z.unknown(),
      }),
    ),
  })
  .meta({ id: 'ContactRevision' });

export const ContactRevisions = z
  .object({
    revisions: z.array(ContactRevision).describe('The last first'),
    names: z.record(z.string(), z.string()).describe('Names of the ids in the changes'),
  })
  .meta({ id: 'ContactRevisions' });
export type ContactRevisions = z.infer<typeof ContactRevisions>;

/** What everybody who logs contacts may know of a customer: the last contacts in brief and the open complaints. */
export const CustomerHistory = z
  .object({
    contacts: z
      .array(
        z.object({
          id: uuid,
          endedAt: instant,
          channel: ContactChannel,
          direction: ContactDirection,
          purpose: ContactPurpose,
          outcome: ContactOutcome,
          reason: NamedTwice.nullable(),
          resolved: z.boolean().nullable(),
          complaint: ContactComplaint.nullable(),
          note: z.string().nullable().describe('null: outside the reach of who asks'),
        }),
      )
      .describe('At most 20, the last ended first'),
    lastAnswer: z
      .object({
        ...{ kind: z.string(), score: z.int(), scale: z.int(), at: instant },
        about: z.enum(['contact', 'relationship']),
        isEntered: z.boolean().describe('By one of ours'),
        text: z.string().nullable().describe('In the customer’s words; null where it is not for these eyes'),
      })
      .nullable()
      .describe('What the customer last answered when asked how satisfied they are'),
    openComplaints: z
      .array(z.object({ id: uuid, number: z.string(), firstReceivedAt: instant, reason: NamedTwice.nullable() }))
      .describe('At most 20, the oldest first'),
  })
  .meta({ id: 'CustomerHistory' });
export type CustomerHistory = z.infer<typeof CustomerHistory>;
