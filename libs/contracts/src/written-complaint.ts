import { z } from 'zod';
import { ReceiveComplaint } from './complaint.js';
import { freeText, instant, uuid } from './written.js';

/** A complaint that came in writing: it makes its own receiving contact. */
export const LogWrittenComplaint = z
  .strictObject({
    channel: z.enum(['letter', 'form', 'email']),
    receivedAt: instant.describe('When the writing reached us'),
    accountId: uuid.nullable().default(null),
    personId: uuid.nullable().default(null),
    reasonId: uuid.nullable().default(null),
    answerableDepartmentId: uuid.nullable().default(null).describe('Left out: from the reason'),
    repId: uuid.optional().describe('Who received it; left out: who signs in'),
    note: freeText(4000).default(''),
    complaint: ReceiveComplaint.omit({ foundByUs: true, receivedAt: true }),
  })
  .meta({ id: 'LogWrittenComplaint' });
export type LogWrittenComplaint = z.output<typeof LogWrittenComplaint>;
