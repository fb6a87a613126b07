import { appraisalSteps, highestRating } from '@forecall/domain';
import { z } from 'zod';
import { AppraisalKindName, AppraisalRow, CompetencyText } from './appraisal-cycle.js';
import { asTold } from './as-told.js';
import { FigureAnswer, MetricName } from './figure.js';
import { Revision } from './organisation.js';
import { CardLine, CardTotalAnswer, DialNameOf } from './scorecard.js';
import { RoleName } from './session.js';
import { day, freeText, instant, Named, NamedInBoth, uuid, Why } from './written.js';

const onDay = z.iso.date();
const rating = z.int().min(1).max(highestRating).nullable();

/** 1 far below, 2 below, 3 as expected, 4 above, 5 far above; null: not rated. */
export const RatedText = z.strictObject({ rating, comment: freeText(1_000).trim() }).meta({ id: 'Rated' });

const ratedBy = (key: z.ZodString | typeof uuid) =>
  z.record(key, RatedText).refine((all) => Object.keys(all).length <= 60, 'has more than 60');

export const AppraisalText = z
  .strictObject({
    indicators: ratedBy(uuid).describe('By the indicator’s id'),
    competencies: ratedBy(z.string().max(40)).describe('By the competency’s id'),
    comment: freeText(5_000).trim(),
    goals: z
      .array(z.strictObject({ id: uuid, text: freeText(500).trim(), dueOn: day }))
      .max(12)
      .refine((goals) => new Set(goals.map(({ id }) => id)).size === goals.length, 'holds one twice'),
  })
  .meta({ id: 'AppraisalText' });
export type AppraisalText = z.output<typeof AppraisalText>;

export const SaveAppraisal = z.strictObject({ revision: Revision, text: AppraisalText }).meta({ id: 'SaveAppraisal' });
export type SaveAppraisal = z.output<typeof SaveAppraisal>;

export const AppraisalSaved = z.object({ revision: Revision, savedAt: instant }).meta({ id: 'AppraisalSaved' });
export type AppraisalSaved = z.infer<typeof AppraisalSaved>;

const revision = { revision: Revision };
export const ActOnAppraisal = z.strictObject(revision).meta({ id: 'ActOnAppraisal' });
export type ActOnAppraisal = z.output<typeof ActOnAppraisal>;

export const AgreeAppraisal = z
  .strictObject({ ...revision, note: freeText(2_000).trim().default('') })
  .meta({ id: 'AgreeAppraisal' });
export type AgreeAppraisal = z.output<typeof AgreeAppraisal>;

export const DisputeAppraisal = z
  .strictObject({
    ...revision,
    why: freeText(5_000)
      .trim()
      .refine((text) => text.length >= 3, 'say why in a few words'),
  })
  .meta({ id: 'DisputeAppraisal' });
export type DisputeAppraisal = z.output<typeof DisputeAppraisal>;

const ChangedRating = z.strictObject({
  of: z.enum(['indicators', 'competencies']),
  id: z.string().max(40),
  rating: z.int().min(1).max(highestRating),
});

export const DecideAppraisal = z
  .strictObject({
    ...revision,
    why: Why,
    changes: z
      .array(ChangedRating)
      .max(60)
      .default([])
      .describe('Ratings that become others; none: it stands as it is'),
  })
  .meta({ id: 'DecideAppraisal' });
export type DecideAppraisal = z.output<typeof DecideAppraisal>;

export const NameAppraiser = z.strictObject({ ...revision, staffId: uuid, why: Why }).meta({ id: 'NameAppraiser' });
export type NameAppraiser = z.output<typeof NameAppraiser>;

/** Who may be named to write an appraisal, and as what they lead. */
export const Appraisers = z
  .object({
    appraisers: z
      .array(
        z.object({
          ...Named.shape,
          roles: z
            .array(z.object({ role: RoleName, unit: NamedInBoth.nullable().describe('null: the company') }))
            .describe('The highest first'),
        }),
      )
      .describe('By name, at most 200; not whoever writes it now'),
  })
  .meta({ id: 'Appraisers' });
export type Appraisers = z.infer<typeof Appraisers>;

/** What a figure answers, and the rows behind it when it was frozen. */
export const FigureFrozen = z
  .object({
    at: instant,
    question: z.object({
      metric: MetricName,
      scope: z.array(z.string()),
      from: instant,
      to: instant,
      zone: z.string(),
    }),
    rows: z.int().describe('That stand in the figure'),
    sha256: z.string().describe('Of what each row adds, in the order of their ids'),
    areKept: z.boolean().describe('Their ids are kept: up to 5000'),
  })
  .meta({ id: 'FigureFrozen' });

export const AppraisalLine = z
  .object({
    ...CardLine.shape,
    rated: asTold(RatedText).nullable(),
    frozen: FigureFrozen.nullable().describe('null: it is still counted as it is asked'),
  })
  .meta({ id: 'AppraisalLine' });
export type AppraisalLine = z.infer<typeof AppraisalLine>;

export const goalOutcomes = ['reached', 'partly', 'not-reached', 'dropped'] as const;

const look = z.object({ at: instant, by: Named.nullable(), outcome: z.enum(goalOutcomes), note: z.string() });

export const GoalSet = z
  .object({
    id: uuid,
    text: z.string(),
    dueOn: onDay,
    from: onDay.describe('First day of the period of the appraisal that set it'),
    looks: z.array(look).describe('In order of time'),
    mayLook: z.boolean(),
  })
  .meta({ id: 'GoalSet' });
export type GoalSet = z.infer<typeof GoalSet>;

export const LookAtGoal = z
  .strictObject({ outcome: z.enum(goalOutcomes), note: freeText(1_000).trim().default('') })
  .meta({ id: 'LookAtGoal' });
export type LookAtGoal = z.output<typeof LookAtGoal>;

const share = z.object({ numerator: z.int(), denominator: z.int(), value: z.number().nullable() });
const meanOfRatings = z.object({ mean: z.number().nullable(), rated: z.int(), of: z.int() });

export const AppraisalStepTaken = z.object({
  step: z.enum([...appraisalSteps, 'handed']),
  at: instant,
  by: Named.nullable().describe('null: the program'),
  note: z.string().describe('Of handed: empty for whom the appraisal is about'),
  before: z.string().nullable().describe('Of handed: who appraised before'),
  after: z.string().nullable().describe('Of handed: who appraised from then on'),
  changes: z.array(
    z.object({ of: z.enum(['indicators', 'competencies']), id: z.string(), before: rating, after: rating }),
  ),
});

export const Appraisal = z
  .object({
    appraisal: AppraisalRow,
    competencies: z.array(asTold(CompetencyText)),
    text: asTold(AppraisalText),
    lines: z.array(AppraisalLine),
    asOf: instant.describe('Of the figures'),
    isFrozen: z.boolean().describe('The figures stay as they are'),
    total: CardTotalAnswer,
    dials: z.record(DialNameOf, CardTotalAnswer).nullable(),
    rated: z.object({ indicators: meanOfRatings, competencies: meanOfRatings }),
    coaching: share.nullable().describe('Of supervisors: goals due in the period that were looked at by their day'),
    lastGoals: z.array(GoalSet).describe('Of appraisals before, due by then or still open; the earliest due first'),
    goals: z.array(GoalSet).describe('That this one has set, once it is signed'),
    steps: z.array(AppraisalStepTaken).describe('In order of time'),
    seal: z.object({ n: z.int(), sha256: z.string(), at: instant }).nullable().describe('Its place in the chain'),
    judges: z.array(Named).describe('Who decides a dispute of it and signs it, as things stand now'),
    answerBy: onDay.nullable().describe('The last day for the member’s word'),
    may: z
      .object({
        write: z.boolean(),
        give: z.boolean(),
        answer: z.boolean(),
        decide: z.boolean(),
        sign: z.boolean(),
        handOver: z.boolean(),
      })
      .describe('What whoever asks may do now'),
    revision: Revision,
    savedAt: instant.nullable(),
  })
  .meta({ id: 'Appraisal' });
export type Appraisal = z.infer<typeof Appraisal>;

export const FigurePlace = z.coerce.number().int().min(0).max(200);

const adds = z.object({ numerator: z.number(), denominator: z.number() }).nullable();

/** A row that came to a frozen figure, went from it, or adds something else by now. */
export const RowSince = z
  .object({
    id: z.string(),
    then: adds.describe('What it added above and below the line; null: it was not there'),
    now: adds.describe('null: it is not in the figure any more'),
    at: instant.nullable().describe('When it took place; null: not known'),
    complaintNumber: z.string().nullable(),
    isVoided: z.boolean(),
  })
  .meta({ id: 'RowSince' });
export type RowSince = z.infer<typeof RowSince>;

/** A frozen figure beside what the same question answers now. */
export const FigureSince = z
  .object({
    then: FigureAnswer,
    now: FigureAnswer,
    came: z.int().nullable().describe('Rows that came later; null: their ids were not kept'),
    gone: z.int().nullable().describe('Rows that were there and are not any more'),
    isSame: z.boolean().describe('Every row adds what it added'),
    rows: z.array(RowSince).describe('Those that came, went or changed: gone ones first, at most 100'),
  })
  .meta({ id: 'FigureSince' });
export type FigureSince = z.infer<typeof FigureSince>;

/** The first row of the chain of signed appraisals that is not as it was signed. */
export const ChainBreak = z
  .object({
    n: z.int().describe('Its place in the chain'),
    fault: z.enum(['altered', 'seal-altered', 'gone', 'seal-gone', 'unsealed']),
    appraisalId: uuid.nullable(),
    kind: AppraisalKindName.nullable(),
    subject: z.string().nullable(),
    cycle: z.string().nullable().describe('Kind and first day of its period'),
  })
  .meta({ id: 'ChainBreak' });
export type ChainBreak = z.infer<typeof ChainBreak>;

export const ChainVerification = z
  .object({
    startedAt: instant.nullable().describe('null: there was none yet'),
    finishedAt: instant.nullable(),
    signed: z.int().nullable(),
    head: z.string().nullable().describe('n:sha256 of the last signature; written down elsewhere it can be asked for'),
    first: ChainBreak.nullable().describe('null: every row is as it was signed'),
  })
  .meta({ id: 'ChainVerification' });
export type ChainVerification = z.infer<typeof ChainVerification>;
