import { z } from 'zod';
import { ContactChannel } from './contact.js';
import { Revision } from './organisation.js';
import { surveyReplyLines } from './survey-reply.js';
import { freeText, instant, Named, NamedInBoth, uuid } from './written.js';

export const recoveryOutcomes = ['settled', 'not-settled', 'not-reached', 'complaint'] as const;
export const RecoveryOutcome = z
  .enum(recoveryOutcomes)
  .describe('settled, not-settled: reached; complaint: it has become one')
  .meta({ id: 'RecoveryOutcome' });

const LowAnswer = z.object({
  kind: z.enum(['csat', 'nps', 'ces']),
  scale: z.int(),
  score: z.int(),
  text: z.string().describe('In the customer’s words'),
  at: instant,
  enteredHow: z.enum(['survey', 'by-hand']),
});

/** A low answer that somebody sees to. */
export const Recovery = z
  .object({
    id: uuid,
    dutyId: uuid,
    answer: LowAnswer,
    now: LowAnswer.nullable().describe('What they say by now; null: the same'),
    lines: surveyReplyLines.describe('All that was told last by that asking; empty: it came by no form'),
    contact: z
      .object({ id: uuid, channel: ContactChannel, endedAt: instant, reason: NamedInBoth.nullable() })
      .nullable()
      .describe('null: they were asked about the relationship'),
    complaint: z.object({ id: uuid, number: z.int(), year: z.int() }).nullable().describe('Of that contact'),
    account: NamedInBoth.nullable().describe('null: unknown, or withheld from who asks'),
    person: NamedInBoth.nullable(),
    rep: Named.nullable().describe('To whom the answer is credited'),
    team: NamedInBoth.nullable(),
    department: NamedInBoth,
    owner: Named.nullable(),
    dueAt: instant,
    outcome: RecoveryOutcome.nullable(),
    note: z.string(),
    endedAt: instant.nullable(),
    endedBy: z.string().nullable(),
    revision: Revision.describe('Of its duty'),
  })
  .meta({ id: 'Recovery' });
export type Recovery = z.infer<typeof Recovery>;

export const EndRecovery = z
  .strictObject({
    revision: Revision,
    outcome: RecoveryOutcome,
    note: freeText(2000).trim().default('').describe('What was said and done'),
  })
  .meta({ id: 'EndRecovery' });
export type EndRecovery = z.output<typeof EndRecovery>;

export const TakeUpRecovery = z.strictObject({ revision: Revision }).meta({ id: 'TakeUpRecovery' });
export type TakeUpRecovery = z.output<typeof TakeUpRecovery>;

const most = (lowest: number, highest: number) =>
  z.int().min(lowest).max(highest).nullable().describe('Up to this score an answer is low; null: none of this kind');

/** Which answers are low, and how much working time there is to see to them. */
export const RecoverySetting = z
  .object({
    csatMost: most(1, 4),
    npsMost: most(0, 9),
    cesMost: most(1, 6),
    dueMinutes: z.int().min(15).max(14_400).describe('Of working time of whoever sees to it'),
    revision: Revision,
  })
  .meta({ id: 'RecoverySetting' });
export type RecoverySetting = z.infer<typeof RecoverySetting>;

export const ChangeRecoverySetting = z.strictObject(RecoverySetting.shape).meta({ id: 'ChangeRecoverySetting' });
export type ChangeRecoverySetting = z.output<typeof ChangeRecoverySetting>;
