import { temperaments } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { draftedDocument, draftedQuery, draftedVersion, draftRevision, partKey, versionNames } from './drafted.js';
import { Revision } from './organisation.js';
import { NamedInBoth, next, textInBoth, uuid, visibleName } from './written.js';

const id = partKey.describe('Of the rubric’s own: marks name items by it');
const twoDecimals = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const item = {
  id,
  text: textInBoth(200),
  help: textInBoth(1_000),
  weight: z.number().min(0).max(100).refine(twoDecimals, 'two decimals at most'),
  isCritical: z.boolean(),
  mayNotApply: z.boolean(),
  onlyIf: z
    .strictObject({ itemId: id, atLeast: z.int().min(0).max(5) })
    .nullable()
    .describe('Applies only where an earlier item has at least so many points'),
};

export const RubricItemText = z.discriminatedUnion('kind', [
  z.strictObject({ ...item, kind: z.literal('yes-no') }),
  z.strictObject({
    ...item,
    kind: z.literal('points'),
    levels: z.array(z.strictObject({ points: z.int().min(0).max(5), text: textInBoth(300) })).max(6),
    failsUnder: z.int().min(0).max(5).describe('A critical one is failed under so many points'),
  }),
]);

export const RubricText = z
  .strictObject({
    groups: z.array(z.strictObject({ id, name: textInBoth(120), items: z.array(RubricItemText).max(40) })).max(20),
    passMark: z.number().min(0).max(100).refine(twoDecimals, 'two decimals at most'),
    passMarkWhy: textInBoth(500),
  })
  .describe('Groups of weighted items, and the score from which one passes')
  .meta({ id: 'RubricText' });
export type RubricText = z.output<typeof RubricText>;

/** One way to play it: a resit takes another. */
export const ScenarioVariant = z.strictObject({
  id,
  name: textInBoth(120),
  situation: textInBoth(2_000).describe('What the candidate is told before'),
  brief: textInBoth(4_000).describe('For whoever plays the customer; the candidate never sees it'),
});

export const ScenarioText = z
  .strictObject({
    temperament: z.enum(temperaments).nullable().describe('Of the customer who is played; null: any'),
    variants: z.array(ScenarioVariant).max(12),
  })
  .describe('A role play, in one or more variants')
  .meta({ id: 'ScenarioText' });
export type ScenarioText = z.output<typeof ScenarioText>;

export const paperKinds = ['rubric', 'scenario'] as const;
export type PaperKind = (typeof paperKinds)[number];

export const PaperEntry = z
  .object({
    ...draftedDocument,
    kind: z.enum(paperKinds),
    department: NamedInBoth.nullable().describe('null: of every department'),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'ExamPaper' });
export type PaperEntry = z.infer<typeof PaperEntry>;

export const PaperQuery = z.strictObject({ kind: z.enum(paperKinds), ...draftedQuery });
export type PaperQuery = z.output<typeof PaperQuery>;

export const PaperPage = z.object({ papers: z.array(PaperEntry), next }).meta({ id: 'ExamPapers' });
export type PaperPage = z.infer<typeof PaperPage>;

export const PaperVersion = z
  .discriminatedUnion('kind', [
    z.object({ ...draftedVersion, kind: z.literal('rubric'), text: asTold(RubricText) }),
    z.object({ ...draftedVersion, kind: z.literal('scenario'), text: asTold(ScenarioText) }),
  ])
  .meta({ id: 'ExamPaperVersion' });
export type PaperVersion = z.infer<typeof PaperVersion>;

export const PaperDetail = z.object({ paper: PaperEntry, versions: versionNames }).meta({ id: 'ExamPaperDetail' });
export type PaperDetail = z.infer<typeof PaperDetail>;

const paperName = z
  .strictObject({ en: z.union([visibleName(120), z.literal('')]), zh: z.union([visibleName(120), z.literal('')]) })
  .refine(({ en, zh }) => en !== '' || zh !== '', 'a name in one of the languages');

/** Begins empty, as one of the ready-made ones, or as another paper stands now. */
export const MakePaper = z
  .strictObject({
    kind: z.enum(paperKinds),
    name: paperName,
    departmentId: uuid.nullable().describe('null: of every department; for executives'),
    from: z
      .union([z.strictObject({ readyMade: id }), z.strictObject({ paperId: uuid })])
      .nullable()
      .default(null),
  })
  .meta({ id: 'MakeExamPaper' });
export type MakePaper = z.output<typeof MakePaper>;

export const ChangePaper = z
  .strictObject({ revision: Revision, name: paperName.optional(), isArchived: z.boolean().optional() })
  .meta({ id: 'ChangeExamPaper' });
export type ChangePaper = z.output<typeof ChangePaper>;

/** A draft is saved whole; the revision is that of the draft, or 0 where there was none. */
export const SaveDraft = z
  .strictObject({
    revision: draftRevision,
    text: z.union([RubricText, ScenarioText]),
  })
  .meta({ id: 'SaveExamPaperDraft' });
export type SaveDraft = z.output<typeof SaveDraft>;

export const PublishDraft = z.strictObject({ revision: Revision }).meta({ id: 'PublishExamPaper' });
export type PublishDraft = z.output<typeof PublishDraft>;

export const ReadyMadePapers = z
  .object({
    papers: z.array(
      z.object({ key: id, kind: z.enum(paperKinds), name: z.object({ en: z.string(), zh: z.string() }) }),
    ),
  })
  .meta({ id: 'ReadyMadePapers' });
export type ReadyMadePapers = z.infer<typeof ReadyMadePapers>;
