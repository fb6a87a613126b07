import { mostWeight } from '@forecall/domain';
import { z } from 'zod';
import { MetricName } from './figure.js';
import { LocalDay, Revision } from './organisation.js';
import { CardKindName, DialNameOf } from './scorecard.js';
import { NamedInBoth, next, pageQuery, uuid } from './written.js';

/** Where an indicator stands in time; `past`: it held and ended. */
export const indicatorStates = ['present', 'future', 'past'] as const;

/** What is wanted of a figure on a kind of card, from a day until a day. */
export const IndicatorEntry = z
  .object({
    id: uuid,
    metric: MetricName,
    card: CardKindName,
    department: NamedInBoth.nullable().describe(
      'Narrowed to its cards; null with no team either: every card of the kind',
    ),
    team: NamedInBoth.nullable(),
    target: z.number(),
    floor: z.number(),
    weight: z.number(),
    dial: DialNameOf.nullable(),
    from: LocalDay,
    to: LocalDay.nullable().describe('First day on which it holds no more; null: still so'),
    state: z.enum(indicatorStates),
    setBy: z.string().nullable().describe('null: the program itself'),
    setAt: z.iso.datetime(),
    revision: Revision,
  })
  .meta({ id: 'IndicatorEntry' });
export type IndicatorEntry = z.infer<typeof IndicatorEntry>;

export const IndicatorQuery = z.strictObject({
  card: CardKindName,
  past: z.enum(['yes', 'no']).default('no').describe('yes: with what has ended'),
  ...pageQuery,
});
export type IndicatorQuery = z.output<typeof IndicatorQuery>;

export const IndicatorList = z
  .object({
    today: LocalDay,
    isEmpty: z.boolean().describe('Nothing was ever set, of no kind of card'),
    indicators: z.array(IndicatorEntry),
    next,
  })
  .meta({ id: 'IndicatorList' });
export type IndicatorList = z.infer<typeof IndicatorList>;

/**
 * From a day on: what held until then for the same metric and audience ends the day before. A day before today only for a
 * metric that no card of the kind had an indicator of before today, and that nobody is appraised over.
 */
export const SetIndicator = z
  .strictObject({
    metric: MetricName,
    card: CardKindName,
    departmentId: uuid.nullable().default(null),
    teamId: uuid.nullable().default(null),
    target: z.number(),
    floor: z.number(),
    weight: z.number().positive().max(mostWeight),
    dial: DialNameOf.nullable().default(null).describe('Of cards of supervisors, and only of those'),
    from: LocalDay,
    inForce: z
      .strictObject({ id: uuid, revision: Revision })
      .nullable()
      .describe('The one that holds on that day, as it was seen; null: none does'),
  })
  .meta({ id: 'SetIndicator' });
export type SetIndicator = z.output<typeof SetIndicator>;

export const ReadyMadeIndicators = z
  .strictObject({ from: LocalDay.optional().describe('Since when they hold; left out: today') })
  .meta({ id: 'ReadyMadeIndicators' });
export type ReadyMadeIndicators = z.output<typeof ReadyMadeIndicators>;

export const EndIndicator = z
  .strictObject({ from: LocalDay.describe('The first day on which it holds no more'), revision: Revision })
  .meta({ id: 'EndIndicator' });
export type EndIndicator = z.output<typeof EndIndicator>;
