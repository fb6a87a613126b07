import { contactChannels } from '@forecall/domain';
import { z } from 'zod';
import { said } from './complaint-step.js';
import { Revision } from './organisation.js';
import { freeText, instant, Why, uuid } from './written.js';

/** Who sees to a complaint. Nobody: it waits in the queue of the department that answers for it. */
export const GiveComplaint = z
  .strictObject({
    revision: Revision,
    ownerId: uuid.nullable(),
    why: freeText(500).default('').describe('Needed unless one takes it oneself'),
  })
  .meta({ id: 'GiveComplaint' });
export type GiveComplaint = z.output<typeof GiveComplaint>;

/** To the department that answers for it from now on; its figures follow. */
export const HandOver = z
  .strictObject({
    revision: Revision,
    departmentId: uuid,
    ownerId: uuid.nullable().default(null).describe('Who is to see to it there; null: their queue'),
    why: Why,
  })
  .meta({ id: 'HandOver' });
export type HandOver = z.output<typeof HandOver>;

export const AcceptHandover = z.strictObject({}).meta({ id: 'AcceptHandover' });
export const ReturnHandover = z.strictObject({ why: Why }).meta({ id: 'ReturnHandover' });
export type ReturnHandover = z.output<typeof ReturnHandover>;

/** Two that are the same complaint: the one received first stays. */
export const MergeComplaint = z
  .strictObject({ revision: Revision, withId: uuid, why: Why })
  .meta({ id: 'MergeComplaint' });
export type MergeComplaint = z.output<typeof MergeComplaint>;

export const UnmergeComplaint = z
  .strictObject({ mergedId: uuid.describe('The one that was merged into this'), why: Why })
  .meta({ id: 'UnmergeComplaint' });
export type UnmergeComplaint = z.output<typeof UnmergeComplaint>;

export const ComplaintMerged = z
  .object({ id: uuid.describe('The one that stays'), mergedId: uuid, revision: Revision })
  .meta({ id: 'ComplaintMerged' });
export type ComplaintMerged = z.infer<typeof ComplaintMerged>;

export const noteKinds = ['internal', 'to-customer'] as const;
export const NoteKind = z.enum(noteKinds).meta({ id: 'NoteKind' });

export const WriteNote = z
  .strictObject({
    kind: NoteKind.describe('to-customer: what the customer was told'),
    channel: z.enum(contactChannels).nullable().default(null).describe('How the customer was told; only then'),
    text: said(8000),
    at: instant.optional().describe('When it was said; left out: now'),
    corrects: uuid.nullable().default(null).describe('An earlier note of the same kind that this one corrects'),
  })
  .refine(({ kind, channel }) => (kind === 'to-customer') === (channel !== null), {
    message: 'is given for what the customer was told, and only then',
    path: ['channel'],
  })
  .meta({ id: 'WriteNote' });
export type WriteNote = z.output<typeof WriteNote>;

export const NoteWritten = z.object({ id: uuid }).meta({ id: 'NoteWritten' });
export type NoteWritten = z.infer<typeof NoteWritten>;
