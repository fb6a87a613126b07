import { cardKinds, dialNames, readings } from '@forecall/domain';
import { z } from 'zod';
import { FigureAnswer, MetricName } from './figure.js';
import { day, NamedInBoth, uuid } from './written.js';

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
    figure: FigureAnswer.nullable().describe('null: the figure is not given of such a card'),
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

/** The card of a rep, team, supervisor or department over a period. */
export const Scorecard = z
  .object({
    subject: z.object({ kind: CardKindName, ...NamedInBoth.shape }),
    from: day,
    to: day.describe('First day after the period'),
    asOf: z.iso.datetime(),
    lines: z.array(CardLine),
    total: CardTotalAnswer,
    dials: z
      .record(DialNameOf, CardTotalAnswer)
      .nullable()
      .describe('Of supervisors: targets, team and skills kept apart'),
  })
  .meta({ id: 'Scorecard' });
export type Scorecard = z.infer<typeof Scorecard>;
