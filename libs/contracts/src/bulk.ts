import { complaintFoundByUs, complaintSteps, contactFaults, type StepTaken, stepFault } from '@forecall/domain';
import { z } from 'zod';
import { AnswerKind, scoreFault } from './answer.js';
import { Closing, Decision, Severity } from './complaint.js';
import { ContactAttributes, ContactChannel, ContactDirection, ContactOutcome, ContactPurpose } from './contact.js';
import { type FieldFault, fieldIssue, freeText, instant, uuid, visibleName } from './written.js';

/** Rows that other programs enter, many in one request. Each stands for itself: one that is refused hinders no other. */
export const mostBulkRows = 1_000;

const seconds = z.int().min(0).max(864_000);
const externalId = visibleName(200).describe('Tells the row from all others of its source');

const step = z.strictObject({
  step: z.enum(complaintSteps).exclude(['received']),
  at: instant,
  note: freeText(2000).default(''),
  skippedReason: freeText(500).nullable().default(null).describe('Why it was not taken where it came from'),
});

const complaint = z.strictObject({
  receivedAt: instant.optional().describe('Left out: when the contact began'),
  summary: freeText(2000).default(''),
  remedySought: freeText(1000).default(''),
  remedyGiven: freeText(1000).default(''),
  severity: Severity.nullable().default(null),
  decision: Decision.nullable().default(null),
  closing: Closing.nullable().default(null),
  foundByUs: z.boolean().optional(),
  repConcerned: visibleName(200).nullable().default(null).describe('Staff number'),
  steps: z.array(step).max(20).default([]).describe('Its course, in order'),
});

const contact = {
  externalId,
  channel: ContactChannel,
  direction: ContactDirection.default('in'),
  purpose: ContactPurpose.default('service'),
  outcome: ContactOutcome.default('handled'),
  startedAt: instant,
  endedAt: instant,
  waitSeconds: seconds.nullable().default(null),
  talkSeconds: seconds.nullable().default(null),
  holdSeconds: seconds.nullable().default(null),
  wrapSeconds: seconds.nullable().default(null),
  rep: visibleName(200).nullable().default(null).describe('Staff number'),
  department: visibleName(200).nullable().default(null).describe('Name of the handling one, for a contact of nobody'),
  reason: z.array(visibleName(200)).min(1).max(3).nullable().default(null).describe('Names, from the widest'),
  account: visibleName(200).nullable().default(null).describe('Customer number'),
  resolved: z.boolean().nullable().default(null),
  note: freeText(4000).default(''),
  attributes: ContactAttributes.default({}),
};

interface Told {
  readonly startedAt: string;
  readonly endedAt: string;
}
const milliseconds = <Row extends Told>(row: Row) => ({
  ...row,
  startedAt: Date.parse(row.startedAt),
  endedAt: Date.parse(row.endedAt),
});

const issues = (faults: readonly FieldFault[], context: z.RefinementCtx) => {
  for (const fault of faults) context.addIssue(fieldIssue(fault));
};

export const BulkContact = z
  .strictObject(contact)
  .superRefine((row, context) => issues(contactFaults(milliseconds(row)), context))
  .meta({ id: 'BulkContact' });
export type BulkContact = z.output<typeof BulkContact>;

/** A complaint with the contact that received it. */
export const BulkComplaint = z
  .strictObject({ ...contact, complaint })
  .superRefine((row, context) => {
    const facts = milliseconds(row);
    issues(contactFaults(facts), context);
    if (complaintFoundByUs(facts, row.complaint.foundByUs) === undefined)
      issues(
        [{ path: 'complaint', code: 'contact-without-complaint', message: 'cannot be received by this contact' }],
        context,
      );
    const received = row.complaint.receivedAt ? Date.parse(row.complaint.receivedAt) : facts.startedAt;
    if (received > facts.endedAt)
      issues(
        [{ path: 'complaint.receivedAt', code: 'received-after-contact', message: 'lies after the contact' }],
        context,
      );
    const course: StepTaken[] = [{ step: 'received', at: received }];
    row.complaint.steps.forEach(({ step: name, at }, n) => {
      const taken = { step: name, at: Date.parse(at) };
      const fault = stepFault(course, taken);
      if (fault) issues([{ path: `complaint.steps.${n}`, code: 'step-out-of-order', message: fault }], context);
      course.push(taken);
    });
  })
  .meta({ id: 'BulkComplaint' });
export type BulkComplaint = z.output<typeof BulkComplaint>;

/** An answer about a contact of the same source; a later one of the same kind counts instead of the earlier. */
export const BulkAnswer = z
  .strictObject({
    externalId,
    contact: externalId.describe('The external id of the contact it is about, of the same source'),
    kind: AnswerKind.default('csat'),
    score: z.int().min(0).max(10),
    text: freeText(2000).default(''),
    at: instant,
  })
  .superRefine((row, context) => {
    const fault = scoreFault(row.kind, row.score);
    if (fault) issues([fault], context);
  })
  .meta({ id: 'BulkAnswer' });
export type BulkAnswer = z.output<typeof BulkAnswer>;

/** A row that does not fit its form is no reason to refuse the others: it gets its own result. */
const bulkOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    source: visibleName(60)
      .refine((source) => source !== 'console', 'is the name of our own console')
      .describe('The system the rows come from; external ids are unique within it'),
    rows: z
      .array(z.union([row, z.record(z.string(), z.unknown())]))
      .min(1)
      .max(mostBulkRows)
      .describe('Each is looked at by itself'),
  });
export const BulkContacts = bulkOf(BulkContact).meta({ id: 'BulkContacts' });
export const BulkComplaints = bulkOf(BulkComplaint).meta({ id: 'BulkComplaints' });
export const BulkAnswers = bulkOf(BulkAnswer).meta({ id: 'BulkAnswers' });
export interface Bulk {
  readonly source: string;
  readonly rows: readonly object[];
}

export const BulkResult = z
  .object({
    stored: z.int(),
    there: z.int(),
    refused: z.int(),
    rows: z
      .array(
        z.object({
          externalId: z.string().nullable(),
          state: z.enum(['stored', 'there', 'refused']).describe('there: it came before with the same content'),
          id: uuid.nullable(),
          fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
        }),
      )
      .describe('In the order of the request'),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;
