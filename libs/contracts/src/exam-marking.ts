import { disputeDecisions, examOutcomes, examStates, temperaments } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { RubricText } from './exam-paper.js';
import { Revision } from './organisation.js';
import { freeText, instant, Named, NamedInBoth, next, pageQuery, uuid, Why } from './written.js';

const onDay = z.iso.date();
const nameInBoth = z.object({ en: z.string(), zh: z.string() });
/** Of an item within its rubric. */
export const RubricItemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const ExamMarks = z
  .record(RubricItemId, z.union([z.int().min(0).max(5), z.literal('not-applicable')]))
  .describe('Points by item; an item that is not there is not marked yet');
export type ExamMarks = z.output<typeof ExamMarks>;

export const ExamEvidence = z.strictObject({
  id: uuid,
  item: RubricItemId.nullable().describe('null: of the whole'),
  seconds: z.int().min(0).max(86_400).describe('Of the timer of the marking'),
  text: freeText(1_000).trim(),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)]).describe('To a recording; empty: none'),
});
export type ExamEvidence = z.output<typeof ExamEvidence>;

const written = {
  marks: ExamMarks,
  notes: z.record(RubricItemId, freeText(1_000)).describe('For the candidate, by item'),
  evidence: z.array(ExamEvidence).max(200),
  feedback: freeText(4_000),
  seconds: z.int().min(0).max(86_400).describe('That the timer ran'),
};

/** The whole of it each time; `id` is the client’s, so that what was sent twice is there once. */
export const SaveMarking = z
  .strictObject({ id: uuid, revision: z.int().min(0).describe('0: it is new'), ...written })
  .meta({ id: 'SaveMarking' });
export type SaveMarking = z.output<typeof SaveMarking>;

export const SignMarking = z
  .strictObject({ revision: Revision })
  .describe('Of the marking')
  .meta({ id: 'SignMarking' });
export type SignMarking = z.output<typeof SignMarking>;

export const Marking = z
  .object({
    id: uuid,
    ...written,
    evidence: asTold(written.evidence),
    savedAt: instant,
    signedAt: instant.nullable(),
    numerator: z.int().nullable().describe('Hundredths, as it was signed'),
    denominator: z.int().nullable(),
    failedCritical: z.array(z.string()),
    outcome: z.enum(examOutcomes).nullable(),
    revision: Revision,
  })
  .meta({ id: 'ExamMarking' });
export type Marking = z.infer<typeof Marking>;

const exam = {
  id: uuid,
  campaign: z.object({ id: uuid, name: nameInBoth }),
  staff: Named,
  team: NamedInBoth,
  attempt: z.int(),
  startsAt: instant,
  minutes: z.int(),
  scenario: z.object({ name: nameInBoth, variant: nameInBoth }).nullable(),
  revision: Revision,
};

export const examRoles = ['first', 'second'] as const;

/** An exam as its assessor finds it; of what the other assessor gave it holds nothing. */
export const ExamToMark = z
  .object({
    ...exam,
    role: z.enum(examRoles),
    isBegun: z.boolean(),
    signedAt: instant.nullable().describe('By oneself'),
    outcome: z.enum(examOutcomes).nullable().describe('As one has signed it'),
  })
  .meta({ id: 'ExamToMark' });
export type ExamToMark = z.infer<typeof ExamToMark>;

export const ExamsToMarkQuery = z.strictObject({
  state: z
    .enum(['open', 'ahead', 'signed'])
    .default('open')
    .describe('open: until today, the earliest first; ahead: after today, the earliest first; signed: the last first'),
  ...pageQuery,
});
export type ExamsToMarkQuery = z.output<typeof ExamsToMarkQuery>;

export const ExamsToMark = z.object({ exams: z.array(ExamToMark), next }).meta({ id: 'ExamsToMark' });
export type ExamsToMark = z.infer<typeof ExamsToMark>;

const MarkedBy = z.object({ name: nameInBoth, n: z.int(), text: asTold(RubricText) });

export const MarkingSheet = z
  .object({
    exam: ExamToMark,
    mayMark: z.boolean(),
    isOwnLeader: z
      .boolean()
      .describe('They lead whoever is examined by now, which is excluded: somebody else marks it'),
    rubric: MarkedBy,
    scenario: z
      .object({
        name: nameInBoth,
        temperament: z.enum(temperaments).nullable(),
        variant: z.object({ name: nameInBoth, situation: nameInBoth, brief: nameInBoth }),
      })
      .nullable(),
    marking: Marking.nullable().describe('One’s own'),
  })
  .meta({ id: 'MarkingSheet' });
export type MarkingSheet = z.infer<typeof MarkingSheet>;

const Dispute = z.object({
  at: instant,
  why: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: Named.nullable(),
  decision: z.enum(disputeDecisions).nullable(),
  decidedWhy: z.string(),
});

export const ExamCourse = z
  .object({
    ...exam,
    assessor: Named,
    second: Named.nullable(),
    state: z.enum(examStates).describe('To the candidate booked until it counts'),
    outcome: z.enum(examOutcomes).nullable(),
    score: z.number().nullable().describe('0 to 100, unrounded: the mean of the markings'),
    passMark: z.number(),
    settledAt: instant.nullable(),
    disputeUntil: onDay.nullable().describe('The last day on which it is signed or disputed'),
    acceptedAt: instant.nullable(),
    dispute: z.union([z.literal('open'), z.enum(disputeDecisions)]).nullable(),
    validUntil: onDay.nullable().describe('Of a pass: the last day on which it holds; null: for good'),
  })
  .meta({ id: 'ExamCourse' });
export type ExamCourse = z.infer<typeof ExamCourse>;

export const OwnExamsQuery = z.strictObject(pageQuery);
export type OwnExamsQuery = z.output<typeof OwnExamsQuery>;

export const OwnExams = z
  .object({ exams: z.array(ExamCourse).describe('The latest first'), next })
  .meta({ id: 'OwnExams' });
export type OwnExams = z.infer<typeof OwnExams>;

/** Where an exam stands and, once it may be known, what it was marked with. */
export const ExamResult = z
  .object({
    exam: ExamCourse,
    rubric: MarkedBy,
    markings: z
      .array(Marking.extend({ assessor: Named, role: z.enum(examRoles) }))
      .describe('Signed ones; none while one of them is not in'),
    decided: z
      .object({ by: Named.nullable(), at: instant, why: z.string() })
      .nullable()
      .describe('By the head, where marks differed'),
    disputed: Dispute.nullable(),
    may: z.object({
      accept: z.boolean(),
      dispute: z.boolean(),
      nameFirst: z.boolean(),
      nameSecond: z.boolean().describe('Or another one, while the second has not signed'),
      decide: z.boolean(),
      decideDispute: z.boolean(),
      miss: z.boolean(),
    }),
  })
  .meta({ id: 'ExamResult' });
export type ExamResult = z.infer<typeof ExamResult>;

export const NameAssessor = z.strictObject({ revision: Revision, staffId: uuid }).meta({ id: 'NameAssessor' });
export type NameAssessor = z.output<typeof NameAssessor>;

export const DecideExam = z
  .strictObject({ revision: Revision, outcome: z.enum(['passed', 'failed']), why: Why })
  .meta({ id: 'DecideExam' });
export type DecideExam = z.output<typeof DecideExam>;

export const AcceptExam = z.strictObject({ revision: Revision }).meta({ id: 'AcceptExam' });
export type AcceptExam = z.output<typeof AcceptExam>;

export const DisputeExam = z
  .strictObject({
    revision: Revision,
    why: freeText(2_000).refine((text) => text.trim().length >= 3, 'say why in a few words'),
  })
  .meta({ id: 'DisputeExam' });
export type DisputeExam = z.output<typeof DisputeExam>;

export const DecideDispute = z
  .strictObject({ revision: Revision, decision: z.enum(disputeDecisions), why: Why })
  .meta({ id: 'DecideDispute' });
export type DecideDispute = z.output<typeof DecideDispute>;
