import {
  causeKinds,
  complaintSteps,
  contactChannels,
  impacts,
  needsForAction,
  runningNumberIn,
} from '@forecall/domain';
import { z } from 'zod';
import { ComplaintClock } from './clock.js';
import { Revision } from './organisation.js';
import { countQuery, exportQuery } from './lists.js';
import {
  type FieldFault,
  freeText,
  head,
  instant,
  Named,
  NamedInBoth,
  NamedTwice,
  next,
  pageQuery,
  Why,
  uuid,
} from './written.js';

export const severities = ['small', 'money', 'stopped-work'] as const;
export const Severity = z.enum(severities).meta({ id: 'Severity' });
export const Impact = z.enum(impacts).meta({ id: 'Impact' });
export const NeedForAction = z.enum(needsForAction).meta({ id: 'NeedForAction' });
export const CauseKind = z.enum(causeKinds).meta({ id: 'CauseKind' });
export const closings = ['accepted', 'rejected', 'withdrawn', 'no-reply'] as const;
export const Closing = z.enum(closings).meta({ id: 'Closing' });
export const decisions = ['upheld', 'partly', 'not'] as const;
export const Decision = z.enum(decisions).meta({ id: 'Decision' });
export const ComplaintStepName = z.enum(complaintSteps).meta({ id: 'ComplaintStepName' });

const told = {
  summary: freeText(2000).describe('What went wrong, in the customer’s words'),
  remedySought: freeText(1000).describe('What the customer asks for'),
  severity: Severity.nullable().describe('The harm done; null: not yet assessed'),
  repConcernedId: uuid.nullable().describe('Whose work it is about, if anybody’s'),
  aboutContactId: uuid.nullable().describe('The earlier contact it is about'),
  repeatOfId: uuid.nullable().describe('An earlier complaint of the same account and cause; this one still counts'),
};

/** A complaint as it is received, with or after its contact. */
export const ReceiveComplaint = z
  .strictObject({
    summary: told.summary.default(''),
    remedySought: told.remedySought.default(''),
    severity: told.severity.default(null),
    foundByUs: z
      .boolean()
      .optional()
      .describe('Found by our own call: shown beside the rate, never inside; left out: by the purpose'),
    repConcernedId: told.repConcernedId.default(null),
    aboutContactId: told.aboutContactId.default(null),
    repeatOfId: told.repeatOfId.default(null),
    ownerId: uuid.nullable().optional().describe('Who sees to it; left out: who received it'),
    receivedAt: instant.optional().describe('First receipt, if before the contact; left out: its start'),
  })
  .meta({ id: 'ReceiveComplaint' });
export type ReceiveComplaint = z.output<typeof ReceiveComplaint>;

export const ComplaintReceived = z
  .object({ id: uuid, number: z.string(), contactId: uuid })
  .meta({ id: 'ComplaintReceived' });
export type ComplaintReceived = z.infer<typeof ComplaintReceived>;

export const CorrectComplaint = z
  .strictObject({
    revision: Revision,
    why: Why,
    changes: z
      .strictObject({
        ...told,
        impact: Impact.nullable(),
        needForAction: NeedForAction.nullable(),
        furtherOptions: freeText(1000),
        remedyGiven: freeText(1000),
        decision: Decision.describe('Once it was decided; what a step said is not taken back, only corrected'),
        receivedAt: instant.describe('First receipt; by those who lead the receiving or answerable department'),
      })
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'names nothing to correct'),
  })
  .meta({ id: 'CorrectComplaint' });
export type CorrectComplaint = z.output<typeof CorrectComplaint>;

export const complaintStates = ['open', 'closed', 'all', 'voided'] as const;

const noNumber: FieldFault = { path: 'number', code: 'no-number', message: 'is no number of a complaint' };

/** Left out or given to a list, a count or an export alike. */
const complaintFilters = {
  state: z.enum(complaintStates).default('open').describe('all: without those voided or merged away'),
  departmentId: uuid.optional().describe('The answerable department'),
  handlingDepartmentId: uuid.optional(),
  teamId: uuid.optional().describe('The team that received it'),
  ownerId: z
    .union([uuid, z.enum(['me', 'nobody'])])
    .optional()
    .describe('me: who asks; nobody: those without an owner'),
  repConcernedId: uuid.optional(),
  accountId: uuid.optional(),
  reasonId: uuid.optional(),
  severity: Severity.optional(),
  stage: ComplaintStepName.optional().describe('The last step taken'),
  from: instant.optional().describe('Received by a contact that ended at this moment or later'),
  to: instant.optional().describe('Received by a contact that ended before this moment'),
  number: z
    .string()
    .max(20)
    .refine((typed) => runningNumberIn(typed) !== undefined, {
      error: noNumber.message,
      params: { code: noNumber.code },
    })
    .optional()
    .describe('C-YY-NNNNN, or its digits'),
  search: freeText(80).trim().min(2).optional().describe('A part of the summary, or the number'),
};

export const ComplaintFilters = z.strictObject(complaintFilters);
export type ComplaintFilters = z.output<typeof ComplaintFilters>;

export const complaintOrders = ['newest', 'oldest'] as const;

export const ComplaintQuery = z.strictObject({
  ...complaintFilters,
  sort: z
    .enum(complaintOrders)
    .default('newest')
    .describe(
      'newest: by the end of the receiving contact, the last first; oldest: by first receipt, the oldest first',
    ),
  ...pageQuery,
});
export type ComplaintQuery = z.output<typeof ComplaintQuery>;

export const ComplaintCountQuery = z.strictObject({ ...complaintFilters, ...countQuery });
export type ComplaintCountQuery = z.output<typeof ComplaintCountQuery>;

export const ComplaintExportQuery = z.strictObject({ ...complaintFilters, ...exportQuery });
export type ComplaintExportQuery = z.output<typeof ComplaintExportQuery>;

const inBrief = {
  id: uuid,
  number: z.string(),
  stage: ComplaintStepName,
  isOpen: z.boolean(),
  voidedAt: instant.nullable(),
  firstReceivedAt: instant,
  endedAt: instant.describe('Of the receiving contact: by this the list is sorted and the complaint counted'),
  contactId: uuid,
  channel: z.string(),
  account: NamedInBoth.nullable().describe('null: unknown, or withheld'),
  person: NamedInBoth.nullable().describe('null: unknown, or withheld'),
  isComplainantWithheld: z.boolean().describe('Who is complained of does not learn by whom'),
  reason: NamedTwice.nullable(),
  answerableDepartment: NamedInBoth,
  handlingDepartment: NamedInBoth,
  owner: Named.nullable(),
  repConcerned: Named.nullable(),
  summary: z.string(),
  severity: Severity.nullable(),
  isFoundByUs: z.boolean(),
  isRepeat: z.boolean(),
  revision: Revision,
  clocks: z.array(ComplaintClock).describe('What is promised, in the order of the starts'),
};

export const ComplaintBrief = z.object(inBrief).meta({ id: 'ComplaintBrief' });
export type ComplaintBrief = z.infer<typeof ComplaintBrief>;

export const ComplaintList = z
  .object({ complaints: z.array(ComplaintBrief), head, next })
  .meta({ id: 'ComplaintList' });
export type ComplaintList = z.infer<typeof ComplaintList>;

const nameless = 'null: not by a person of ours';

export const ComplaintStepTaken = z
  .object({
    step: ComplaintStepName,
    at: instant,
    by: z.string().nullable().describe(nameless),
    note: z.string().nullable().describe('null: withheld'),
    isSkipped: z.boolean().describe('Passed over, with a reason'),
    skippedReason: z.string().nullable().describe('null: taken, or withheld'),
    told: z
      .object({
        severity: Severity.nullable(),
        impact: Impact,
        needForAction: NeedForAction,
        decision: Decision,
        closing: Closing,
        furtherOptions: z.string(),
        remedyGiven: z.string(),
      })
      .partial()
      .describe('What this step said; later ones may have said otherwise'),
    toCustomer: z
      .object({ channel: z.enum(contactChannels), text: z.string().nullable().describe('null: withheld') })
      .nullable(),
    analysis: z
      .object({
        cause: z.object({ kind: CauseKind, text: z.string().nullable() }),
        correctiveAction: z
          .object({ id: uuid, action: z.string(), effect: z.string(), effectAt: instant.nullable() })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ComplaintStepTaken' });
export type ComplaintStepTaken = z.infer<typeof ComplaintStepTaken>;

const otherComplaint = z.object({ id: uuid, number: z.string() });
export type OtherComplaint = z.infer<typeof otherComplaint>;

export const ComplaintDetail = z
  .object({
    ...inBrief,
    receiver: Named.nullable(),
    teamConcerned: NamedInBoth.nullable(),
    aboutContactId: uuid.nullable(),
    contactNote: z.string().nullable().describe('null: withheld'),
    remedySought: z.string(),
    remedyGiven: z.string(),
    impact: Impact.nullable(),
    needForAction: NeedForAction.nullable(),
    decision: Decision.nullable(),
    closing: Closing.nullable(),
    furtherOptions: z.string().describe('Which the customer was told of when it was closed as rejected'),
    repeatOf: otherComplaint.nullable().describe('null: none, or withheld'),
    repeatedBy: z.array(otherComplaint).describe('At most 50'),
    mergedInto: otherComplaint.nullable().describe('The same complaint, received before: it counts, this one does not'),
    merged: z.array(otherComplaint).describe('Recorded again and merged into this one'),
    voidReason: z.string().nullable(),
    pendingHandover: z
      .object({
        from: NamedInBoth,
        at: instant,
        mayAnswer: z.boolean(),
        mayWithdraw: z.boolean(),
      })
      .nullable()
      .describe('Handed over to the answerable department, which has neither accepted nor returned it'),
    mayDirect: z.boolean().describe('Whether who asks may hand it over, link and merge'),
    mayGive: z.boolean().describe('Whether who asks may give it to anybody, or put it back into the queue'),
    mayMoveReceipt: z.boolean().describe('Whether who asks may correct the first receipt'),
    steps: z.array(ComplaintStepTaken).describe('In order of time'),
    possibleSteps: z.array(ComplaintStepName).describe('What can follow now'),
    isByForm: z.boolean().describe('It came by the public form, with what the complainant told of themselves'),
    areNotesWithheld: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'ComplaintDetail' });
export type ComplaintDetail = z.infer<typeof ComplaintDetail>;

export const mostAssigned = 500;

/** Owners for several complaints at once. */
export const AssignComplaints = z
  .strictObject({
    complaints: z
      .array(z.strictObject({ id: uuid, revision: Revision, ownerId: uuid.nullable().describe('null: nobody') }))
      .min(1)
      .max(mostAssigned)
      .refine((told) => new Set(told.map(({ id }) => id)).size === told.length, 'names a complaint twice'),
    why: Why.default('Assigned in the list'),
  })
  .meta({ id: 'AssignComplaints' });
export type AssignComplaints = z.output<typeof AssignComplaints>;

export const ComplaintsAssigned = z
  .object({
    assigned: z.array(
      z.object({
        id: uuid,
        revision: Revision.describe('Now; as before where the owner was the same'),
        ownerIdBefore: uuid.nullable(),
      }),
    ),
    refused: z.array(
      z.object({
        id: uuid,
        number: z.string().nullable().describe('null: not in sight'),
        code: z.enum(['not-found', 'forbidden', 'voided', 'unknown-owner', 'handed-to-concerned', 'revised-meanwhile']),
      }),
    ),
  })
  .meta({ id: 'ComplaintsAssigned' });
export type ComplaintsAssigned = z.infer<typeof ComplaintsAssigned>;
