import { cardKinds, dialNames, readings } from '@forecall/domain';
import { z } from 'zod';
import { FigureAnswer, MetricName } from './figure.js';
import { LocalDay } from './organisation.js';
import { day, Named, NamedInBoth, next, uuid } from './written.js';

export const CardKindName = z.enum(cardKinds).meta({ id: 'CardKind' });
export const DialNameOf = z.enum(dialNames).meta({ id: 'DialName' });

/** What is expected of a figure on a card, as it stood in the period. */
export const IndicatorOnCard = z
  .object({
    id: uuid,
    metric: MetricName,
    target: z.number().describe('As the figure: rates 0..1, durations in seconds'),
    floor: z.number(),
    weight: z.number(),
    dial: DialNameOf.nullable().describe('Of cards of supervisors: which of the three it belongs to'),
    from: day.describe('Since when it holds as it is'),
    setOn: day.optional().describe('When it was set, where that was later: nobody knew of it before'),
    audience: z.enum(['all', 'department', 'team']).describe('Whose cards it is for; the narrower goes before'),
  })
  .meta({ id: 'IndicatorOnCard' });
export type IndicatorOnCard = z.infer<typeof IndicatorOnCard>;

export const CardTotalAnswer = z
  .object({
    score: z.number().nullable().describe('0 to 100 over the indicators that have data; null: none has'),
    present: z.int(),
    of: z.int(),
    weightPresent: z.number(),
    weightOf: z.number(),
  })
  .meta({ id: 'CardTotal' });

export const CardLine = z
  .object({
    indicator: IndicatorOnCard,
    figure: FigureAnswer.nullable().describe('null: not given of such a card, or of too many rows at once'),
    shrunk: z.number().nullable().describe('Drawn towards the group; null: there is no group, or no data'),
    group: FigureAnswer.nullable().describe(
      'The same figure of the group: of a rep the team, of a team the department',
    ),
    reading: z.enum(readings),
    score: z.number().nullable().describe('0 to 100; null: no data or too few cases'),
    minimumN: z.int(),
  })
  .meta({ id: 'CardLine' });
export type CardLine = z.infer<typeof CardLine>;

export const CardSubject = z.object({ kind: CardKindName, ...NamedInBoth.shape }).meta({ id: 'CardSubject' });
export type CardSubject = z.infer<typeof CardSubject>;

/** The card of a rep, team, supervisor or department over a period. */
export const Scorecard = z
  .object({
    subject: CardSubject.extend({
      team: NamedInBoth.nullable().describe('Of a rep, at the end of the period'),
      department: NamedInBoth.nullable(),
      supervisors: z.array(Named).describe('Of the team, at the end of the period; of a department its head'),
    }),
    from: day,
    to: day.describe('First day after the period'),
    asOf: z.iso.datetime(),
    isGroupWithheld: z
      .boolean()
      .describe('The group is left out for a rep: its figures are told over whole months, of four colleagues or more'),
    lines: z.array(CardLine),
    total: CardTotalAnswer,
    dials: z
      .record(DialNameOf, CardTotalAnswer)
      .nullable()
      .describe('Of supervisors: targets, team and skills kept apart'),
  })
  .meta({ id: 'Scorecard' });
export type Scorecard = z.infer<typeof Scorecard>;

export const ScorecardQuestion = z
  .strictObject({
    from: LocalDay.describe('First day of the period'),
    to: LocalDay.describe('First day after it; at most 366 days later'),
  })
  .meta({ id: 'ScorecardQuestion' });
export type ScorecardQuestion = z.output<typeof ScorecardQuestion>;

export const TrendQuestion = z
  .strictObject({
    metric: MetricName,
    by: z.enum(['week', 'month']),
    to: LocalDay.describe('First day after the last one of the trend, which goes back twelve weeks or months'),
  })
  .meta({ id: 'TrendQuestion' });
export type TrendQuestion = z.output<typeof TrendQuestion>;

/** A figure of a card along time. A week or month without rows is there with no value. */
export const CardTrend = z
  .object({
    metric: MetricName,
    by: z.enum(['week', 'month']),
    points: z.array(z.object({ key: z.string(), from: day, to: day, figure: FigureAnswer })),
  })
  .meta({ id: 'CardTrend' });
export type CardTrend = z.infer<typeof CardTrend>;

/** The cards of whoever asks. */
export const OwnScorecards = z.object({ cards: z.array(CardSubject) }).meta({ id: 'OwnScorecards' });
export type OwnScorecards = z.infer<typeof OwnScorecards>;

export const ScorecardsQuery = z
  .strictObject({
    kind: CardKindName.default('rep'),
    q: z.string().trim().max(100).default('').describe('In the name'),
    department: uuid.optional(),
    team: uuid.optional(),
    after: uuid.optional().describe('Goes on after this one: `next` of the last answer'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .meta({ id: 'ScorecardsQuery' });
export type ScorecardsQuery = z.output<typeof ScorecardsQuery>;

/** Whose cards are within reach, by name: a list of them, never a ranking. */
export const ScorecardList = z
  .object({
    cards: z.array(CardSubject.extend({ team: NamedInBoth.nullable(), department: NamedInBoth.nullable() })),
    kinds: z.array(CardKindName).describe('Of which there are any within reach'),
    next,
  })
  .meta({ id: 'ScorecardList' });
export type ScorecardList = z.infer<typeof ScorecardList>;
