import { healthBands, healthSignals } from '@forecall/domain';
import { z } from 'zod';
import { NamedInBoth, uuid } from './written.js';

const at = z.iso.datetime({ offset: true });
const day = z.iso.date();

export const HealthBand = z.enum(healthBands).meta({ id: 'HealthBand' });
const share = z.number().describe('0 to 1');

/** What a signal was reckoned from; what does not belong to it is left out. */
const Evidence = z.object({
  complaints: z.array(z.object({ id: uuid, number: z.string() })).optional(),
  answers: z.object({ low: z.int(), n: z.int(), lowShareOfAll: share }).optional(),
  silence: z.object({ lastAt: at, days: z.number(), medianGapDays: z.number() }).optional(),
  revenue: z.object({ now: z.number(), yearBefore: z.number() }).optional(),
  promises: z
    .array(z.object({ id: uuid, what: z.string(), dueAt: at, keptAt: at.nullable().describe('Late') }))
    .optional(),
  person: NamedInBoth.optional().describe('Who is called first or was spoken with last'),
  trainedOn: day.nullable().optional().describe('null: never'),
});

/** The index of an account, with what it is made of and what it is worth. */
export const AccountHealthReply = z
  .object({
    health: z.number().describe('0 to 100, unrounded'),
    band: HealthBand,
    asOf: at,
    signals: z.array(
      z.object({
        signal: z.enum(healthSignals),
        points: z.number().describe('Taken from 100'),
        hasData: z.boolean().describe('false: nothing to judge by, so it takes no points'),
        evidence: Evidence,
      }),
    ),
    line: z.array(z.object({ day, health: z.number(), band: HealthBand })).describe('Of the last half year'),
    calibration: z
      .array(z.object({ band: HealthBand, accounts: z.int(), complained: z.int() }))
      .describe('Over all key accounts, on days 30 apart: how many of a band complained in the 30 days after'),
  })
  .meta({ id: 'AccountHealth' });
export type AccountHealthReply = z.infer<typeof AccountHealthReply>;
