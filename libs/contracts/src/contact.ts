import {
  complaintFoundByUs,
  contactChannels,
  contactDirections,
  type ContactFacts,
  contactFaults,
  contactOutcomes,
  contactPurposes,
} from '@forecall/domain';
import { z } from 'zod';
import { ReceiveComplaint } from './complaint.js';
import { Revision } from './organisation.js';
import { CallMade } from './proactive-call.js';
import { MakePromise } from './promise.js';
import { type FieldFault, fieldIssue, freeText, instant, Why, uuid } from './written.js';

export const ContactChannel = z.enum(contactChannels).meta({ id: 'ContactChannel' });
export const ContactDirection = z.enum(contactDirections).meta({ id: 'ContactDirection' });
export const ContactPurpose = z.enum(contactPurposes).meta({ id: 'ContactPurpose' });
export const ContactOutcome = z.enum(contactOutcomes).meta({ id: 'ContactOutcome' });

const seconds = z.int().min(0).max(86_400);
const attributeName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.()/-]{0,79}$/u, 'is no name of an attribute');
const attributeValue = z.union([freeText(500), z.number(), z.boolean(), z.null()]);

export const ContactAttributes = z
  .record(attributeName, attributeValue)
  .refine((attributes) => Object.keys(attributes).length <= 40, 'at most 40 attributes')
  .meta({ id: 'ContactAttributes' });

/** What a contact says about itself. All of it can be corrected later. */
const said = {
  accountId: uuid.nullable().describe('The customer organisation; null: unknown caller'),
  personId: uuid.nullable().describe('Who spoke for the account; names the account too if that is left out'),
  channel: ContactChannel,
  direction: ContactDirection.describe('in: the customer came to us; out: we went to the customer'),
  purpose: ContactPurpose.describe('proactive: our own regular call, always out; internal: outside all figures'),
  outcome: ContactOutcome.describe('abandoned only inbound, not-reached only outbound'),
  startedAt: instant.describe('First arrival, the telephone menu included'),
  endedAt: instant.describe('Owns the contact: day, team and department are those of this moment'),
  waitSeconds: seconds.nullable().describe('In the queue; null: not known'),
  talkSeconds: seconds.nullable(),
  holdSeconds: seconds.nullable(),
  wrapSeconds: seconds.nullable().describe('Work after the end that belongs to this contact'),
  reasonId: uuid.nullable().describe('What it was about; gives the answerable department'),
  resolved: z.boolean().nullable().describe('As the rep marked it; null: not said'),
  note: freeText(4000).describe('Seen within reach only'),
  attributes: ContactAttributes.describe('What has no field of its own; filters and groups figures'),
};

const unsaid = {
  accountId: said.accountId.default(null),
  personId: said.personId.default(null),
  purpose: said.purpose.default('service'),
  outcome: said.outcome.default('handled'),
  waitSeconds: said.waitSeconds.default(null),
  talkSeconds: said.talkSeconds.default(null),
  holdSeconds: said.holdSeconds.default(null),
  wrapSeconds: said.wrapSeconds.default(null),
  reasonId: said.reasonId.default(null),
  resolved: said.resolved.default(null),
  note: said.note.default(''),
  attributes: said.attributes.default({}),
};

interface Told extends Omit<ContactFacts, 'startedAt' | 'endedAt'> {
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly transferredFrom: string | null;
  readonly repId?: string | null;
  readonly handlingDepartmentId: string | null;
  readonly complaint: ReceiveComplaint | null;
  readonly handOver: HandOverContact | null;
  readonly plannedCall?: CallMade | undefined;
  readonly promise?: MakePromise | undefined;
}

function faultsOf(contact: Told): FieldFault[] {
  const facts = { ...contact, startedAt: Date.parse(contact.startedAt), endedAt: Date.parse(contact.endedAt) };
  const faults: FieldFault[] = contactFaults(facts);
  if (contact.complaint && complaintFoundByUs(contact, contact.complaint.foundByUs) === undefined)
    faults.push({
      path: 'complaint',
      code: 'contact-without-complaint',
      message: 'cannot be received by this contact',
    });
  if (contact.plannedCall && (contact.purpose !== 'proactive' || contact.accountId === null))
    faults.push({ path: 'plannedCall', code: 'call-not-proactive', message: 'is a proactive call to its account' });
  if (contact.plannedCall?.score && contact.outcome !== 'handled')
    faults.push({ path: 'plannedCall', code: 'nobody-answered', message: 'nobody was reached who could say' });
  if (contact.promise && contact.accountId === null && contact.personId === null)
    faults.push({ path: 'promise', code: 'promised-to-nobody', message: 'is made to somebody we know' });
  if ((contact.repId === null) !== (contact.handlingDepartmentId !== null))
    faults.push({
      path: 'handlingDepartmentId',
      code: 'rep-or-department',
      message: 'is given without a rep, only then',
    });
  if (contact.repId === null && !contact.outcome.startsWith('abandoned'))
    faults.push({ path: 'repId', code: 'rep-needed', message: 'somebody handled it' });
  if (contact.transferredFrom === contact.id)
    faults.push({ path: 'transferredFrom', code: 'transferred-from-itself', message: 'is this contact itself' });
  if (contact.handOver?.staffId && contact.handOver.staffId === contact.complaint?.repConcernedId)
    faults.push({
      path: 'handOver',
      code: 'handed-to-concerned',
      message: 'is to the rep whom the complaint is about',
    });
  return faults;
}

/** To one person, or to those who lead a department. */
export const HandOverContact = z
  .strictObject({ staffId: uuid.nullable().default(null), departmentId: uuid.nullable().default(null) })
  .refine(
    ({ staffId, departmentId }) => (staffId === null) !== (departmentId === null),
    'is to a person or a department',
  )
  .meta({ id: 'HandOverContact' });
export type HandOverContact = z.output<typeof HandOverContact>;

/** What a contact that was handed over says to whom it was handed. */
export const HandedOver = z
  .object({
    contactId: uuid,
    conversationId: uuid,
    from: z.string().nullable().describe('Who handled it'),
    endedAt: instant,
    accountId: uuid.nullable(),
    personId: uuid.nullable(),
    reasonId: uuid.nullable(),
    note: z.string(),
  })
  .meta({ id: 'HandedOver' });
export type HandedOver = z.infer<typeof HandedOver>;

/** One rep's handling of one interaction. Sent again with the same id it is stored once. */
export const LogContact = z
  .strictObject({
    id: z.uuidv7().toLowerCase().describe('Made by the client; a retry with the same body gets the same answer'),
    conversationId: uuid
      .nullable()
      .default(null)
      .describe('Several handlings of one matter; left out: begins a new one'),
    transferredFrom: uuid.nullable().default(null).describe('The handling this one continues'),
    ...said,
    ...unsaid,
    answerableDepartmentId: uuid.nullable().default(null).describe('Chosen at wrap-up; left out: from the reason'),
    repId: uuid.nullable().optional().describe('Left out: who signs in; null: nobody, for an abandoned contact'),
    handlingDepartmentId: uuid.nullable().default(null).describe('Only for a contact without a rep'),
    handOver: HandOverContact.nullable().default(null).describe('Somebody else goes on with it'),
    callId: uuid.nullable().default(null).describe('The call that the telephone system told of, by our id'),
    complaint: ReceiveComplaint.nullable().default(null).describe('The contact is also a complaint'),
    plannedCall: CallMade.optional().describe('The contact is this proactive call that was planned'),
    promise: MakePromise.optional().describe('Something was promised'),
  })
  .superRefine((contact, refuse) => {
    for (const fault of faultsOf(contact)) refuse.addIssue(fieldIssue(fault));
  })
  .meta({ id: 'LogContact' });
export type LogContact = z.output<typeof LogContact>;

export const ComplaintName = z
  .object({ id: uuid, number: z.string().describe('C-YY-NNNNN') })
  .meta({ id: 'ComplaintName' });
export type ComplaintName = z.infer<typeof ComplaintName>;

export const ContactLogged = z
  .object({
    id: uuid,
    revision: z.literal(1).describe('Of the contact as first stored'),
    complaint: ComplaintName.nullable(),
    plannedCallId: uuid
      .nullable()
      .optional()
      .describe('Of a contact that names a planned call: the one that it counts for, null: the plan had none any more'),
  })
  .meta({ id: 'ContactLogged' });
export type ContactLogged = z.infer<typeof ContactLogged>;

/** What to correct, and why. What is left out stays. */
export const CorrectContact = z
  .strictObject({
    revision: Revision,
    why: Why,
    changes: z
      .strictObject({
        ...said,
        repId: uuid.describe('Who handled it; by supervisors and heads'),
        answerableDepartmentId: uuid.describe('Hand-over; without it a new reason decides'),
      })
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'names nothing to correct'),
  })
  .meta({ id: 'CorrectContact' });
export type CorrectContact = z.output<typeof CorrectContact>;

export const VoidEntry = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'VoidEntry' });
export type VoidEntry = z.output<typeof VoidEntry>;

export const Revised = z.object({ id: uuid, revision: Revision }).meta({ id: 'Revised' });
export type Revised = z.infer<typeof Revised>;
