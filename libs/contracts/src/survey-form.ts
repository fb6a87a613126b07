import { gapDimensions, gapSides, mostSurveyQuestions, surveyFormKinds, surveyMeasures } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { draftedDocument, draftedQuery, draftedVersion, draftRevision, partKey, versionNames } from './drafted.js';
import { Revision } from './organisation.js';
import { next, textInBoth, uuid, visibleName } from './written.js';

const id = partKey.describe('Of the form’s own: replies name questions by it');

const asked = { id, text: textInBoth(300), isRequired: z.boolean() };

export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.literal('scale'),
    measure: z.enum(surveyMeasures).describe('csat 1..5, nps 0..10, ces 1..7, item 1..steps'),
    steps: z.int().min(2).max(11),
    low: textInBoth(60).describe('The lowest score in words'),
    high: textInBoth(60).describe('The highest score in words'),
    gap: z
      .strictObject({ dimension: z.enum(gapDimensions), side: z.enum(gapSides) })
      .nullable()
      .describe('An item that asks what is expected, or what is perceived, in a dimension'),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ id, text: textInBoth(80) })).max(8),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
]);
export type SurveyQuestion = z.output<typeof SurveyQuestion>;

/** What the page of a survey shows. Bounded, so that no page is larger than 50 kB. */
export const SurveyContent = z
  .strictObject({
    intro: textInBoth(500).describe('Before the questions; may be empty'),
    questions: z.array(SurveyQuestion).max(mostSurveyQuestions),
  })
  .meta({ id: 'SurveyContent' });
export type SurveyContent = z.output<typeof SurveyContent>;

export const SurveyForm = z
  .object({
    ...draftedDocument,
    kind: z.enum(surveyFormKinds),
    isAfterContacts: z.boolean().describe('The rules name it for asking after a contact'),
  })
  .meta({ id: 'SurveyForm' });
export type SurveyForm = z.infer<typeof SurveyForm>;

export const SurveyFormQuery = z.strictObject(draftedQuery);
export type SurveyFormQuery = z.output<typeof SurveyFormQuery>;

export const SurveyFormPage = z.object({ forms: z.array(SurveyForm), next }).meta({ id: 'SurveyForms' });
export type SurveyFormPage = z.infer<typeof SurveyFormPage>;

export const SurveyFormVersion = z
  .object({
    ...draftedVersion,
    kind: z.enum(surveyFormKinds),
    content: asTold(SurveyContent),
  })
  .meta({ id: 'SurveyFormVersion' });
export type SurveyFormVersion = z.infer<typeof SurveyFormVersion>;

export const SurveyFormDetail = z.object({ form: SurveyForm, versions: versionNames }).meta({ id: 'SurveyFormDetail' });
export type SurveyFormDetail = z.infer<typeof SurveyFormDetail>;

const formName = z.strictObject({ en: visibleName(120), zh: visibleName(120) });

/** Begins empty, as one of the ready-made ones of its kind, or as another form of its kind stands now. */
export const MakeSurveyForm = z
  .strictObject({
    kind: z.enum(surveyFormKinds),
    name: formName,
    from: z
      .union([z.strictObject({ readyMade: id }), z.strictObject({ formId: uuid })])
      .nullable()
      .default(null),
  })
  .meta({ id: 'MakeSurveyForm' });
export type MakeSurveyForm = z.output<typeof MakeSurveyForm>;

export const ChangeSurveyForm = z
  .strictObject({ revision: Revision, name: formName.optional(), isArchived: z.boolean().optional() })
  .meta({ id: 'ChangeSurveyForm' });
export type ChangeSurveyForm = z.output<typeof ChangeSurveyForm>;

/** A draft is saved whole; the revision is that of the draft, or 0 where there was none. */
export const SaveSurveyDraft = z
  .strictObject({ revision: draftRevision, content: SurveyContent })
  .meta({ id: 'SaveSurveyDraft' });
export type SaveSurveyDraft = z.output<typeof SaveSurveyDraft>;

export const OfSurveyDraft = z.strictObject({ revision: Revision }).meta({ id: 'OfSurveyDraft' });
export type OfSurveyDraft = z.output<typeof OfSurveyDraft>;

export const ReadyMadeSurveys = z
  .object({
    forms: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(surveyFormKinds),
        name: z.object({ en: z.string(), zh: z.string() }),
        content: asTold(SurveyContent),
      }),
    ),
  })
  .meta({ id: 'ReadyMadeSurveys' });
export type ReadyMadeSurveys = z.infer<typeof ReadyMadeSurveys>;
