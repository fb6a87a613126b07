import { gapDimensions } from '@forecall/domain';
import { z } from 'zod';
import { CareClass } from './customer.js';
import { Revision } from './organisation.js';
import { SurveyRules } from './survey-ask.js';
import { surveyReplyLines } from './survey-reply.js';
import { day, fieldIssue, instant, NamedInBoth, next, pageQuery, uuid, visibleName, Why } from './written.js';

const FormName = z.object({ id: uuid, nameEn: z.string(), nameZh: z.string() });

const ClassCadence = z.strictObject({
  class: CareClass,
  days: z.int().min(14).max(730).describe('From one asking of an account to the next'),
});

/** How often key accounts are asked about the relationship: one person each time. Classes left out are not asked. */
export const SurveyCadence = z
  .object({
    isOn: z.boolean(),
    form: FormName.nullable(),
    classes: z.array(z.object(ClassCadence.shape)),
    sends: SurveyRules.shape.sends,
    revision: Revision,
  })
  .meta({ id: 'SurveyCadence' });
export type SurveyCadence = z.infer<typeof SurveyCadence>;

export const SetSurveyCadence = z
  .strictObject({
    revision: Revision,
    isOn: z.boolean(),
    formId: uuid.nullable(),
    classes: z.array(ClassCadence).max(4),
  })
  .superRefine(({ isOn, formId, classes }, refuse) => {
    if (isOn && formId === null)
      refuse.addIssue(
        fieldIssue({ path: 'formId', code: 'survey-without-form', message: 'whoever is asked needs a form' }),
      );
    if (isOn && classes.length === 0)
      refuse.addIssue(fieldIssue({ path: 'classes', code: 'cadence-of-none', message: 'no class is asked' }));
    for (const [n, { class: name }] of classes.entries())
      if (classes.findIndex((other) => other.class === name) < n)
        refuse.addIssue(
          fieldIssue({ path: `classes.${n}.class`, code: 'class-twice', message: 'is said above already' }),
        );
  })
  .meta({ id: 'SetSurveyCadence' });
export type SetSurveyCadence = z.output<typeof SetSurveyCadence>;

const picture = z.string().describe('A QR code of the address, as SVG');

/** A link for the customer of one contact, shown on the screen. It is told once; asked for again it is another. */
export const ShownSurveyLink = z
  .object({ askId: uuid, url: z.string(), qr: picture, expiresAt: instant })
  .meta({ id: 'ShownSurveyLink' });
export type ShownSurveyLink = z.infer<typeof ShownSurveyLink>;

export const ShowSurveyLink = z.strictObject({ formId: uuid }).meta({ id: 'ShowSurveyLink' });
export type ShowSurveyLink = z.output<typeof ShowSurveyLink>;

/** A standing link, printed or shown, by which anybody may answer about a department. */
export const OpenSurveyLink = z
  .object({
    id: uuid,
    name: z.string(),
    url: z.string(),
    form: FormName,
    department: NamedInBoth,
    endsOn: day.describe('The last day on which it leads anywhere'),
    isOff: z.boolean(),
    isGood: z.boolean().describe('false: switched off, over, or its form is not in use'),
    answers: z.int().describe('In the last 90 days. Who they are from nobody knows, so they are in no figure'),
    revision: Revision,
    createdAt: instant,
  })
  .meta({ id: 'OpenSurveyLink' });
export type OpenSurveyLink = z.infer<typeof OpenSurveyLink>;

export const OpenSurveyLinkQuery = z.strictObject(pageQuery);
export type OpenSurveyLinkQuery = z.output<typeof OpenSurveyLinkQuery>;

export const OpenSurveyLinks = z
  .object({ links: z.array(OpenSurveyLink).describe('The newest first'), next })
  .meta({ id: 'OpenSurveyLinks' });
export type OpenSurveyLinks = z.infer<typeof OpenSurveyLinks>;

export const MakeOpenSurveyLink = z
  .strictObject({ name: visibleName(80), formId: uuid, departmentId: uuid, endsOn: day })
  .meta({ id: 'MakeOpenSurveyLink' });
export type MakeOpenSurveyLink = z.output<typeof MakeOpenSurveyLink>;

export const ChangeOpenSurveyLink = z
  .strictObject({
    revision: Revision,
    name: visibleName(80).optional(),
    endsOn: day.optional(),
    isOff: z.boolean().optional(),
  })
  .meta({ id: 'ChangeOpenSurveyLink' });
export type ChangeOpenSurveyLink = z.output<typeof ChangeOpenSurveyLink>;

export const surveyAskStates = ['planned', 'sent', 'bounced', 'answered', 'expired'] as const;
export const surveyAskAbouts = ['contact', 'complaint', 'account', 'department'] as const;
export const surveyAskChannels = ['mail', 'link', 'agent'] as const;

const asksOf = {
  about: z.enum(surveyAskAbouts).optional(),
  channel: z.enum(surveyAskChannels).optional(),
  departmentId: uuid.optional().describe('Handling or answerable'),
  accountId: uuid.optional(),
  from: day.optional(),
  to: day.optional().describe('This day included'),
};

export const SurveyAskQuery = z.strictObject({ state: z.enum(surveyAskStates).optional(), ...asksOf, ...pageQuery });
export type SurveyAskQuery = z.output<typeof SurveyAskQuery>;

export const SurveyAskCountQuery = z.strictObject(asksOf);
export type SurveyAskCountQuery = z.output<typeof SurveyAskCountQuery>;

/** That somebody was asked, and what came of it. */
export const SurveyAskEntry = z
  .object({
    id: uuid,
    state: z.enum(surveyAskStates),
    about: z.enum(surveyAskAbouts),
    channel: z.enum(surveyAskChannels).describe('agent: asked and entered by one of ours'),
    form: FormName,
    plannedAt: instant,
    askedAt: instant.nullable(),
    remindedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    expiresAt: instant.nullable(),
    contactId: uuid.nullable(),
    complaint: z.object({ id: uuid, number: z.int(), year: z.int() }).nullable(),
    account: NamedInBoth.nullable().describe('null: unknown, or withheld from who asks'),
    person: NamedInBoth.nullable(),
    rep: z.object({ id: uuid, name: z.string() }).nullable(),
    team: NamedInBoth.nullable(),
    department: NamedInBoth,
  })
  .meta({ id: 'SurveyAskEntry' });
export type SurveyAskEntry = z.infer<typeof SurveyAskEntry>;

export const SurveyAskPage = z
  .object({ asks: z.array(SurveyAskEntry).describe('The last planned first'), next })
  .meta({ id: 'SurveyAsks' });
export type SurveyAskPage = z.infer<typeof SurveyAskPage>;

const letters = z.object({ answered: z.int(), delivered: z.int() });

export const SurveyAskCounts = z
  .object({
    ...{ planned: z.int(), sent: z.int(), bounced: z.int(), answered: z.int(), expired: z.int() },
    letters: z
      .object({ contacts: letters, relationship: letters })
      .describe('As survey-response-rate and survey-response-rate-relationship count them, by the day asked'),
    beside: z
      .object({ links: z.int(), entered: z.int() })
      .describe('Answered by no letter, so in no rate: by a link, and entered by one of ours'),
  })
  .meta({ id: 'SurveyAskCounts' });
export type SurveyAskCounts = z.infer<typeof SurveyAskCounts>;

/** That a letter has come back: which asking, or the Message-ID that a mail server’s report names. */
export const ReportBounce = z
  .strictObject({
    askId: uuid.optional(),
    messageId: z
      .string()
      .regex(/^<[^<>\s]{1,250}>$/, 'is no Message-ID such as <id@host>')
      .optional(),
    why: Why,
  })
  .refine(({ askId, messageId }) => (askId === undefined) !== (messageId === undefined), {
    path: ['askId'],
    message: 'name the asking or the letter',
    params: { code: 'bounce-of-what' },
  })
  .meta({ id: 'ReportBounce' });
export type ReportBounce = z.output<typeof ReportBounce>;

export const BounceReported = z.object({ askId: uuid, state: z.literal('bounced') }).meta({ id: 'BounceReported' });
export type BounceReported = z.infer<typeof BounceReported>;

const Side = z.object({ score: z.int(), steps: z.int().describe('1 to this') });

/** What the people of an account answered about the relationship, for those who care for it. */
export const AccountSurveys = z
  .object({
    gaps: z
      .object({
        at: instant,
        person: NamedInBoth.nullable(),
        dimensions: z.array(
          z.object({
            dimension: z.enum(gapDimensions),
            expectation: Side,
            perception: Side,
            gap: z.int().describe('Perception minus expectation: below 0 we fall short'),
          }),
        ),
      })
      .nullable()
      .describe('Of the latest reply that holds both sides of a dimension'),
    replies: z
      .array(
        z.object({
          askId: uuid,
          at: instant,
          person: NamedInBoth.nullable(),
          form: FormName,
          scores: z.array(z.object({ kind: z.string(), item: z.string().nullable(), scale: z.int(), score: z.int() })),
          text: z.string(),
          lines: surveyReplyLines,
        }),
      )
      .describe('The last first, at most 20'),
    waiting: z
      .object({ askedAt: instant, person: NamedInBoth.nullable(), expiresAt: instant })
      .nullable()
      .describe('Who is asked now and has not answered'),
  })
  .meta({ id: 'AccountSurveys' });
export type AccountSurveys = z.infer<typeof AccountSurveys>;
