import { z } from 'zod';
import { Personal } from './notification.js';
import { BoardQuestion, BoardSnapshot, StreamEntry } from './board.js';
import { uuid } from './written.js';
import { DeskCalls } from './telephone.js';

/** Sent to every socket every 2 s: nothing else tells that the line is alive. */
export const Beat = z.object({
  serverTime: z.iso.datetime(),
  versions: z.record(z.string(), z.number().int()).describe('The newest version of each scope that the viewer sees'),
  moving: z
    .enum(['importing', 'undoing'])
    .nullable()
    .optional()
    .describe(
      'An import is written or taken out in this moment, and figures hold a part of it; left out: an older server',
    ),
});
export type Beat = z.infer<typeof Beat>;

/** The complaint one looks at is not as it was. */
export const ComplaintChanged = z.object({ id: uuid });
export type ComplaintChanged = z.infer<typeof ComplaintChanged>;

/** Of the exam campaign one looks at somebody's exam, a candidate or itself is not as it was. */
export const CampaignChanged = z.object({ id: uuid });
export type CampaignChanged = z.infer<typeof CampaignChanged>;

/** What the server sends, by the name of its event. */
export const liveEvents = {
  beat: Beat,
  board: BoardSnapshot,
  complaint: StreamEntry,
  'complaint.changed': ComplaintChanged,
  'campaign.changed': CampaignChanged,
  personal: Personal,
  calls: DeskCalls,
} as const;

/** What a client sends: which window of the board, which complaint or campaign it looks at; null when it looks away. */
export const liveRequests = {
  'board.watch': BoardQuestion.nullable(),
  'complaint.watch': z.strictObject({ id: uuid }).nullable(),
  'campaign.watch': z.strictObject({ id: uuid }).nullable(),
} as const;

/** Where sockets connect. A wallboard sends its token as `auth.wallboard`; everybody else comes with the session's cookie. */
export const livePath = '/api/live';
