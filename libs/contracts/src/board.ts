import { boardWindows } from '@forecall/domain';
import { z } from 'zod';
import { BoardAlarm } from './alarm.js';
import { FigureAnswer, NameInBoth } from './figure.js';
import { uuid } from './written.js';

export const BoardWindowName = z.enum(boardWindows).meta({ id: 'BoardWindow' });
export const BoardSide = z.enum(['answerable', 'handling']).meta({ id: 'BoardSide' });
export type BoardSide = z.infer<typeof BoardSide>;

export const BoardQuestion = z
  .strictObject({ window: BoardWindowName.default('h1'), side: BoardSide.default('answerable') })
  .meta({ id: 'BoardQuestion' });
export type BoardQuestion = z.output<typeof BoardQuestion>;

const CountOverCount = z.object({ numerator: z.number(), denominator: z.number() });

/** One tile: a department's complaint rate now, and what it is to be compared with. */
export const BoardTile = z
  .object({
    departmentId: uuid,
    name: NameInBoth.unwrap(),
    version: z.number().int().describe('Of the scope; an older tile than the one on the screen is dropped'),
    figure: FigureAnswer.pick({
      numerator: true,
      denominator: true,
      n: true,
      value: true,
      interval: true,
      beside: true,
      definition: true,
    }),
    usual: z.object({ value: z.number(), basis: z.enum(['same weekdays', 'last 28 days']), n: z.number() }).nullable(),
    standing: z.enum(['above', 'usual', 'below', 'too-few', 'no-usual-level']),
    weekBefore: CountOverCount,
    trend: z.array(CountOverCount).describe('The eight windows before this one, oldest first'),
    quarter: CountOverCount.extend({ from: z.iso.datetime() }).describe('The running quarter-hour'),
    evidence: z
      .number()
      .nullable()
      .describe('How much speaks for a rise, 0..1 of what raises an alarm; null: not watched, or of the other side'),
    alarm: BoardAlarm.nullable().describe('The one that is raised, and not ended'),
    satisfied: CountOverCount.describe(
      'Answers of 4 or 5 about a contact that the department handled, of all in the window',
    ),
    caught: CountOverCount.describe('Problems that our call found first, of all found at key accounts, in 28 days'),
  })
  .meta({ id: 'BoardTile' });
export type BoardTile = z.infer<typeof BoardTile>;

export const BoardSnapshot = z
  .object({
    window: BoardWindowName,
    side: BoardSide,
    asOf: z.iso.datetime(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    zone: z.string(),
    caught: z
      .object({ from: z.iso.datetime(), to: z.iso.datetime() })
      .describe('The days of which the tiles say what was caught; read once a minute'),
    tiles: z.array(BoardTile),
  })
  .meta({ id: 'BoardSnapshot' });
export type BoardSnapshot = z.infer<typeof BoardSnapshot>;

/** A complaint as it arrives. Outside the viewer's scope the customer is left out. */
export const StreamEntry = z
  .object({
    scope: z.string(),
    n: z.number().int().describe('Runs by one in each scope; a gap means: load the stream anew'),
    complaintId: uuid.nullable(),
    number: z.string().nullable(),
    receivedAt: z.iso.datetime().describe('First receipt, which may lie before the contact'),
    endedAt: z.iso
      .datetime()
      .describe('Of the receiving contact: by this entries are sorted, and the receipts of the figure'),
    departmentId: uuid,
    department: NameInBoth,
    reason: NameInBoth,
    channel: z.string(),
    account: NameInBoth.describe('null: unknown, or outside the scope of who looks'),
    isWithinScope: z.boolean(),
  })
  .meta({ id: 'StreamEntry' });
export type StreamEntry = z.infer<typeof StreamEntry>;

export const BoardStream = z
  .object({
    entries: z.array(StreamEntry).describe('By the end of the receiving contact, newest first, at most 50'),
    lastOf: z.record(z.string(), z.number().int()).describe('The last number of each scope'),
    outsideScope: z.number().int().describe('How many of the entries lie outside the scope of who looks'),
  })
  .meta({ id: 'BoardStream' });
export type BoardStream = z.infer<typeof BoardStream>;

export const WallboardArrival = StreamEntry.pick({ scope: true, n: true, endedAt: true }).meta({
  id: 'WallboardArrival',
});
export type WallboardArrival = z.infer<typeof WallboardArrival>;

/** What a wallboard's link shows. */
export const WallboardView = z
  .object({
    name: z.string(),
    locale: z.enum(['en', 'zh']),
    organisation: z.string(),
    zone: z.string(),
    arrivals: z.array(WallboardArrival).describe('Complaints of the last five minutes, at most 1000'),
  })
  .meta({ id: 'WallboardView' });
export type WallboardView = z.infer<typeof WallboardView>;
