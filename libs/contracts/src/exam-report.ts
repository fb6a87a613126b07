import { examOutcomes } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { CampaignEntry } from './exam-campaign.js';
import { RubricText } from './exam-paper.js';
import { FigureAnswer } from './figure.js';
import { Named, NamedInBoth, uuid } from './written.js';

const onDay = z.iso.date();
const share = z.number().min(0).max(1);
const bothRates = {
  firstAttempt: FigureAnswer.describe('exam-first-attempt-pass-rate'),
  byNow: FigureAnswer.describe('exam-pass-rate'),
};

/** So many exams of a campaign are read for its report at most; and so many are listed behind an item. */
export const mostReportedExams = 10_000;
export const mostItemExams = 200;

/** How a campaign went: who passed at which attempt, by how much, and at what points were lost. */
export const ExamReport = z
  .object({
    campaign: CampaignEntry,
    isNarrowed: z.boolean().describe('Only exams within the reach of who asks are counted'),
    isCut: z.boolean().describe('There are more exams than are read: only the latest are, but for the rates'),
    question: z
      .object({ scope: z.array(z.string()), from: onDay, to: onDay })
      .describe('As the figures were asked: their receipts take the same'),
    ...bothRates,
    teams: z.array(z.object({ id: uuid, name: z.string(), nameZh: z.string(), ...bothRates })),
    trend: z
      .array(
        z.object({
          campaign: CampaignEntry.pick({ id: true, name: true, opensOn: true }),
          n: z.int().describe('Version of the rubric'),
          passMark: z.number(),
          from: onDay.describe('The day from which anything of it counts'),
          ...bothRates,
        }),
      )
      .describe('This campaign and those of the department before it by the same rubric, the earliest first'),
    exams: z.int().describe('Attempts that count'),
    attempts: z.array(z.object({ attempt: z.int(), sat: z.int(), passed: z.int() })),
    bins: z
      .array(z.object({ from: z.number(), to: z.number(), passed: z.int(), critical: z.int(), failed: z.int() }))
      .describe('Of scores, each from `from` to under `to`; critical: failed on a critical item, whatever the score'),
    rubric: asTold(RubricText),
    items: z
      .array(
        z.object({
          itemId: z.string(),
          n: z.int().describe('Exams in which it applied'),
          lost: z.number().describe('Points; of two markings the mean'),
          most: z.number(),
          share,
          ofAllLost: share.nullable().describe('Of all weighted points that were lost'),
          failed: z.int().describe('Exams failed on it'),
        }),
      )
      .describe('The hardest first'),
    two: z.object({
      twice: z.int().describe('Exams that two assessors marked'),
      of: z.int(),
      meanDifference: z.number().nullable().describe('In points of 0 to 100'),
      largest: z.number().nullable(),
      verdictsApart: z.int(),
    }),
    times: z.object({
      markingSeconds: z.number().nullable().describe('Median of the timer, where it ran'),
      timed: z.int(),
      settlingDays: z.number().nullable().describe('Median from the exam to the result'),
      resitDays: z.number().nullable().describe('Median from a failed exam to the next attempt'),
      resits: z.int(),
    }),
  })
  .meta({ id: 'ExamReport' });
export type ExamReport = z.infer<typeof ExamReport>;

export const ItemExams = z
  .object({
    total: z.int().describe('Exams that lost points at it'),
    exams: z
      .array(
        z.object({
          id: uuid,
          staff: Named,
          team: NamedInBoth,
          attempt: z.int(),
          on: onDay,
          marks: z.array(z.number()).describe('Of each assessor, in the order in which they marked'),
          lost: z.number(),
          isFailed: z.boolean().describe('On this item'),
          score: z.number().nullable(),
          outcome: z.enum(examOutcomes),
        }),
      )
      .describe('Those that lost most first, at most 200'),
  })
  .meta({ id: 'ItemExams' });
export type ItemExams = z.infer<typeof ItemExams>;
