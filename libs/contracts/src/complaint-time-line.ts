import { contactChannels } from '@forecall/domain';
import { z } from 'zod';
import { ClockKindName } from './clock.js';
import { NoteKind } from './complaint-act.js';
import { ComplaintStepTaken } from './complaint.js';
import { instant, NamedInBoth, NamedTwice, uuid } from './written.js';

const otherComplaint = z.object({ id: uuid, number: z.string() });
const nameless = 'null: not by a person of ours';
const withheld = 'null: withheld';
const channel = z.enum(contactChannels);

export const ComplaintNote = z
  .object({
    id: uuid,
    of: otherComplaint.describe('This complaint, or one merged into it'),
    kind: NoteKind,
    channel: channel.nullable(),
    text: z.string().nullable().describe(withheld),
    at: instant,
    by: z.string().nullable().describe(nameless),
    corrects: uuid.nullable(),
    isCorrected: z.boolean(),
  })
  .meta({ id: 'ComplaintNote' });
export type ComplaintNote = z.infer<typeof ComplaintNote>;

export const Handover = z
  .object({
    id: uuid,
    from: NamedInBoth,
    to: NamedInBoth,
    reason: z.string().nullable().describe(withheld),
    at: instant,
    by: z.string().nullable().describe(nameless),
    answer: z.enum(['accepted', 'returned', 'withdrawn']).nullable().describe('null: waits for an answer'),
    answerReason: z.string().nullable().describe(withheld),
    answeredAt: instant.nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'Handover' });
export type Handover = z.infer<typeof Handover>;

export const TimeLinePause = z
  .object({
    id: uuid,
    kind: ClockKindName,
    from: instant,
    to: instant.nullable().describe('null: it stands still'),
    why: z.string().nullable().describe(withheld),
    by: z.string().nullable().describe(nameless),
  })
  .meta({ id: 'TimeLinePause' });
export type TimeLinePause = z.infer<typeof TimeLinePause>;

export const ComplaintChange = z
  .object({
    at: instant,
    by: z.string().nullable(),
    why: z.string(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: 'ComplaintChange' });
export type ComplaintChange = z.infer<typeof ComplaintChange>;

/** All that happened besides the steps, which are part of the complaint itself. Each list is bounded. */
export const ComplaintTimeLine = z
  .object({
    notes: z.array(ComplaintNote).describe('At most 500'),
    handovers: z.array(Handover).describe('At most 100'),
    pauses: z.array(TimeLinePause).describe('When clocks stood; at most 100'),
    changes: z.array(ComplaintChange).describe('Corrections and who it was given to; at most 200. None where withheld'),
    names: z.record(z.string(), z.string()).describe('Names of the ids in the changes'),
    contacts: z
      .array(
        z.object({
          id: uuid,
          endedAt: instant,
          channel,
          direction: z.enum(['in', 'out']),
          rep: z.string().nullable(),
          note: z.string().nullable().describe(withheld),
        }),
      )
      .describe('The others of the conversation that received it; at most 50'),
    merged: z
      .array(
        z.object({
          ...otherComplaint.shape,
          firstReceivedAt: instant,
          channel,
          receiver: z.string().nullable(),
          summary: z.string(),
          steps: z.array(ComplaintStepTaken),
        }),
      )
      .describe('Merged into this one; at most 20'),
    repeats: z
      .array(z.object({ ...otherComplaint.shape, firstReceivedAt: instant, channel }))
      .describe('Later ones linked to this; at most 50. None where withheld'),
  })
  .meta({ id: 'ComplaintTimeLine' });
export type ComplaintTimeLine = z.infer<typeof ComplaintTimeLine>;

export const EarlierQuery = z.strictObject({ reasonId: uuid.optional().describe('What it is about now') });
export type EarlierQuery = z.output<typeof EarlierQuery>;

/** Of the same account within the last 30 days: of the same reason first, then of its group, then the others. */
export const EarlierComplaints = z
  .object({
    complaints: z
      .array(
        z.object({
          ...otherComplaint.shape,
          firstReceivedAt: instant,
          isOpen: z.boolean(),
          reason: NamedTwice.nullable(),
          nearness: z.enum(['same', 'group', 'other']).describe('Of its reason to the one asked about'),
        }),
      )
      .describe('At most 10'),
  })
  .meta({ id: 'EarlierComplaints' });
export type EarlierComplaints = z.infer<typeof EarlierComplaints>;
