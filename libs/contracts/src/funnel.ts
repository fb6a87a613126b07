import { funnelJudgings, funnelMetrics, funnelStandings, funnelUnits } from '@forecall/domain';
import { z } from 'zod';
import { IntervalAnswer, NameInBoth } from './figure.js';
import { day, NamedInBoth, uuid } from './written.js';

const limits = z.object({ low: z.number(), high: z.number() });
const bothLimits = {
  inner: limits.describe('95 %'),
  outer: limits.describe('99.8 %: what lies beyond is looked at'),
};

/** Which people or teams are held against each other, by which figure. */
export const FunnelQuestion = z
  .strictObject({
    metric: z.enum(funnelMetrics),
    of: z
      .union([uuid, z.literal('company')])
      .optional()
      .describe('A department by its id, or the company; left out: the first that one may ask for'),
    by: z.enum(funnelUnits).optional().describe('Left out: rep; of the company team'),
    judged: z
      .enum(funnelJudgings)
      .optional()
      .describe('Left out: like for like, by what the same matters bring all; of shares always as counted'),
    from: day.describe('First day of the period'),
    to: day.describe('First day after it'),
  })
  .meta({ id: 'FunnelQuestion' });
export type FunnelQuestion = z.output<typeof FunnelQuestion>;

export const FunnelUnit = z
  .object({
    id: uuid.nullable().describe('null: not for the eyes of who asks, and then the name is null too'),
    name: NameInBoth,
    isOwn: z.boolean().describe('Who asks, or a team that they lead'),
    hasReceipts: z.boolean().describe('The rows behind it are within reach'),
    numerator: z.int(),
    n: z.int(),
    raw: z.number().nullable().describe('null under five'),
    interval: IntervalAnswer.nullable(),
    alike: z
      .object({
        expected: z.number().describe('So many there would be, did its matters go as they go for all'),
        weight: z.number().describe('So many contacts with the matters of all would bring as many'),
        rate: z.number().nullable().describe('As with the matters of all; null: hardly any are expected'),
        interval: IntervalAnswer.nullable(),
      })
      .nullable()
      .describe('What is judged like for like; null: as counted, under five or without a group'),
    shrunk: z
      .object({ value: z.number(), low: z.number(), high: z.number(), weight: z.number() })
      .nullable()
      .describe('Drawn towards the group; weight: how much of it is their own'),
    limits: z.object(bothLimits).nullable().describe('For its own n, like for like for its weight'),
    standing: z
      .enum(funnelStandings)
      .nullable()
      .describe('Beyond 99.8 %: a reason to look, no verdict. null: there is no group'),
    more: z
      .int()
      .nullable()
      .describe('Within chance: so many more at the same rate would tell; null: not within reach, or not asked'),
  })
  .meta({ id: 'FunnelUnit' });
export type FunnelUnit = z.infer<typeof FunnelUnit>;

export const FunnelReply = z
  .object({
    asOf: z.iso.datetime(),
    zone: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    metric: z.enum(funnelMetrics),
    definition: z.object({ version: z.int(), kind: z.enum(['proportion', 'ratio']), direction: z.string() }),
    by: z.enum(funnelUnits),
    judged: z.enum(funnelJudgings),
    of: NamedInBoth.nullable().describe('null: the company'),
    groups: z
      .object({
        departments: z.array(NamedInBoth.extend({ mayTeams: z.boolean() })),
        company: z.boolean(),
      })
      .describe('What who asks may ask for'),
    fewest: z.int().describe('Under so many there is no standing'),
    target: z
      .object({ value: z.number(), numerator: z.int(), n: z.int() })
      .nullable()
      .describe('The ratio of sums of the units; null: fewer than two'),
    dispersion: z
      .object({ phi: z.number(), between: z.number(), units: z.int() })
      .nullable()
      .describe('How much more units differ than by chance (phi 1); null: too few to tell'),
    curve: z.array(z.object({ n: z.int(), ...bothLimits })).describe('Along n, like for like along the weight'),
    units: z.array(FunnelUnit).describe('By n, like for like by weight; the order tells nothing else'),
    unshown: z
      .int()
      .describe(
        'Like for like: units without a name, counted but not shown; how hard their matters are would tell who',
      ),
    leftOut: z
      .object({ units: z.int(), why: z.enum(['few', 'short']) })
      .nullable()
      .describe(
        'Units that who asks may not know by name, neither shown nor counted: too few of them (few), or not over whole months (short)',
      ),
  })
  .meta({ id: 'FunnelReply' });
export type FunnelReply = z.infer<typeof FunnelReply>;
