import { temperaments } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { Revision } from './organisation.js';
import { freeText, NamedInBoth, next, pageQuery, uuid, visibleName } from './written.js';

const at = z.iso.datetime({ offset: true });
const inBoth = (mostCharacters: number) =>
  z.strictObject({ en: freeText(mostCharacters).trim(), zh: freeText(mostCharacters).trim() });
const id = z
  .string()
  // Never as what every object has.
  .regex(/^(?!(?:constructor|prototype)$)[a-z0-9][a-z0-9-]{0,39}$/)
  .describe('Of the rubric’s own: marks name items by it');
const twoDecimals = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const item = {
  id,
  text: inBoth(200),
  help: inBoth(1_000),
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
    levels: z.array(z.strictObject({ points: z.int().min(0).max(5), text: inBoth(300) })).max(6),
    failsUnder: z.int().min(0).max(5).describe('A critical one is failed under so many points'),
  }),
]);

export const RubricText = z
  .strictObject({
    groups: z.array(z.strictObject({ id, name: inBoth(120), items: z.array(RubricItemText).max(40) })).max(20),
    passMark: z.number().min(0).max(100).refine(twoDecimals, 'two decimals at most'),
    passMarkWhy: inBoth(500),
  })
  .describe('Groups of weighted items, and the score from which one passes')
  .meta({ id: 'RubricText' });
export type RubricText = z.output<typeof RubricText>;

/** One way to play it: a resit takes another. */
export const ScenarioVariant = z.strictObject({
  id,
  name: inBoth(120),
  situation: inBoth(2_000).describe('What the candidate is told before'),
  brief: inBoth(4_000).describe('For whoever plays the customer; the candidate never sees it'),
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

/** What a version is named by in lists and results. */
const PaperVersionName = z.object({ id: uuid, n: z.int(), publishedAt: at.nullable().describe('null: a draft') });

export const PaperEntry = z
  .object({
    id: uuid,
    kind: z.enum(paperKinds),
    name: z.object({ en: z.string(), zh: z.string() }),
    department: NamedInBoth.nullable().describe('null: of every department'),
    published: PaperVersionName.nullable().describe('The newest that was published'),
    draft: PaperVersionName.nullable(),
    isArchived: z.boolean(),
    mayWrite: z.boolean(),
    revision: Revision,
  })
  .meta({ id: 'ExamPaper' });
export type PaperEntry = z.infer<typeof PaperEntry>;

export const PaperQuery = z.strictObject({
  kind: z.enum(paperKinds),
  state: z.enum(['current', 'archived']).default('current'),
  ...pageQuery,
});
export type PaperQuery = z.output<typeof PaperQuery>;

export const PaperPage = z.object({ papers: z.array(PaperEntry), next }).meta({ id: 'ExamPapers' });
export type PaperPage = z.infer<typeof PaperPage>;

const version = { ...PaperVersionName.shape, savedAt: at, savedBy: z.string(), revision: Revision };

export const PaperVersion = z
  .discriminatedUnion('kind', [
    z.object({ ...version, kind: z.literal('rubric'), text: asTold(RubricText) }),
    z.object({ ...version, kind: z.literal('scenario'), text: asTold(ScenarioText) }),
  ])
  .meta({ id: 'ExamPaperVersion' });
export type PaperVersion = z.infer<typeof PaperVersion>;

export const PaperDetail = z
  .object({ paper: PaperEntry, versions: z.array(PaperVersionName).describe('The newest first, at most 200') })
  .meta({ id: 'ExamPaperDetail' });
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
    revision: z.int().min(0),
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
