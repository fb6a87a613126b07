import { z } from 'zod';
import { Personal } from './notification.js';
import { BoardQuestion, BoardSnapshot, StreamEntry } from './board.js';

/** Sent to every socket every 2 s: nothing else tells that the line is alive. */
export const Beat = z.object({
  serverTime: z.iso.datetime(),
  versions: z.record(z.string(), z.number().int()).describe('The newest version of each scope that the viewer sees'),
});
export type Beat = z.infer<typeof Beat>;

/** What the server sends, by the name of its event. */
export const liveEvents = { beat: Beat, board: BoardSnapshot, complaint: StreamEntry, personal: Personal } as const;

/** What a client sends. `board.watch`: which window of the board it looks at; null when it looks away. */
export const liveRequests = { 'board.watch': BoardQuestion.nullable() } as const;

/** Where sockets connect. A wallboard sends its token as `auth.wallboard`; everybody else comes with the session's cookie. */
export const livePath = '/api/live';
