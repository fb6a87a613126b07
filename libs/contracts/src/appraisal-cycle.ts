import { appraisalKinds, appraisalStages, appraiserWays, cycleKinds, leftOutWhys } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { Revision } from './organisation.js';
import { day, instant, Named, NamedInBoth, next, pageQuery, textInBoth, uuid, Why } from './written.js';

export const AppraisalKindName = z.enum(appraisalKinds).meta({ id: 'AppraisalKind' });
export const AppraisalStageName = z.enum(appraisalStages).meta({ id: 'AppraisalStage' });
const CycleKindName = z.enum(cycleKinds).meta({ id: 'CycleKind' });
const onDay = z.iso.date();

/** What is rated beside the figures. Its id stays through changes of its words. */
export const CompetencyText = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: textInBoth(80).refine(({ en, zh }) => en !== '' && zh !== '', 'is not named in both languages'),
    what: textInBoth(300).describe('What one looks for'),
    weight: z.number().min(0.1).max(100),
  })
  .meta({ id: 'CompetencyText' });
export type CompetencyText = z.output<typeof CompetencyText>;

const listOf = z
  .array(CompetencyText)
  .min(1)
  .max(12)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'holds one twice');

export const Competencies = z
  .object({ rep: asTold(listOf), supervisor: asTold(listOf), isReadyMade: z.boolean(), revision: z.int() })
  .describe('Of later cycles; a cycle keeps those it was opened with')
  .meta({ id: 'Competencies' });
export type Competencies = z.infer<typeof Competencies>;

export const SetCompetencies = z
  .strictObject({ revision: Revision, rep: listOf, supervisor: listOf })
  .meta({ id: 'SetCompetencies' });
export type SetCompetencies = z.output<typeof SetCompetencies>;

export const OpenCycle = z
  .strictObject({
    kind: CycleKindName,
    from: day.describe('The first day of the period, which is over'),
    writeBy: day.describe('The last day to give an appraisal'),
    answerDays: z.int().min(1).max(30).default(5).describe('Days for the member to agree or dispute'),
    minimumDays: z.int().min(1).max(366).default(15).describe('Who was in a team for fewer days is left out'),
  })
  .meta({ id: 'OpenCycle' });
export type OpenCycle = z.output<typeof OpenCycle>;

export const CyclePreviewQuery = z
  .strictObject({
    kind: CycleKindName,
    from: day,
    writeBy: day,
    minimumDays: z.coerce.number().int().min(1).max(366).default(15),
  })
  .meta({ id: 'CyclePreviewQuery' });
export type CyclePreviewQuery = z.output<typeof CyclePreviewQuery>;

const counts = z.record(AppraisalStageName, z.int());

export const AppraisalCycle = z
  .object({
    id: uuid,
    kind: CycleKindName,
    from: onDay,
    to: onDay.describe('First day after the period'),
    writeBy: onDay,
    answerDays: z.int(),
    minimumDays: z.int(),
    openedAt: instant,
    closedAt: instant.nullable(),
    counts: counts.describe('Appraisals by stage, within the reach of who asks'),
    leftOut: z.int(),
    revision: Revision,
  })
  .meta({ id: 'AppraisalCycle' });
export type AppraisalCycle = z.infer<typeof AppraisalCycle>;

export const AppraisalCycleQuery = z.strictObject(pageQuery);
export type AppraisalCycleQuery = z.output<typeof AppraisalCycleQuery>;

export const AppraisalCyclePage = z
  .object({ cycles: z.array(AppraisalCycle).describe('The newest period first'), next })
  .meta({ id: 'AppraisalCyclePage' });
export type AppraisalCyclePage = z.infer<typeof AppraisalCyclePage>;

/** Who is missing at which step, by team. */
export const CycleOverview = z
  .object({
    cycle: AppraisalCycle,
    teams: z
      .array(z.object({ team: NamedInBoth, department: NamedInBoth, counts, late: z.int().describe('Past their day') }))
      .describe('By department and name; at most 1000'),
    mayClose: z.boolean(),
    mayDiscard: z.boolean().describe('Nothing was written in it yet'),
  })
  .meta({ id: 'CycleOverview' });
export type CycleOverview = z.infer<typeof CycleOverview>;

export const AppraisalRow = z
  .object({
    id: uuid,
    cycle: z.object({ id: uuid, kind: CycleKindName, from: onDay, to: onDay }),
    kind: AppraisalKindName,
    subject: Named,
    appraiser: Named,
    how: z.enum(appraiserWays).describe('How the appraiser came to it; named: by hand'),
    team: NamedInBoth,
    department: NamedInBoth,
    stage: AppraisalStageName,
    at: instant.nullable().describe('Of the last step; null: a draft'),
    dueOn: onDay.nullable().describe('By when whoever is next is to act'),
    isLate: z.boolean(),
    wasGiven: z.boolean().describe('false: whom it is about does not read it'),
  })
  .meta({ id: 'AppraisalRow' });
export type AppraisalRow = z.infer<typeof AppraisalRow>;

export const appraisalAs = ['appraiser', 'subject', 'leader', 'reader'] as const;

export const AppraisalQuery = z.strictObject({
  as: z
    .enum(appraisalAs)
    .default('leader')
    .describe(
      'appraiser: mine to write; subject: about me, once given or closed; leader: of the departments that I lead; reader: any of these',
    ),
  cycleId: uuid.optional(),
  stage: AppraisalStageName.optional(),
  teamId: uuid.optional(),
  departmentId: uuid.optional(),
  isLate: z.enum(['yes', 'no']).optional().describe('yes: only those past their day'),
  after: z.string().max(400).optional().describe('Goes on after this row: the `next` of the last answer'),
  limit: pageQuery.limit,
});
export type AppraisalQuery = z.output<typeof AppraisalQuery>;

export const AppraisalPage = z
  .object({ appraisals: z.array(AppraisalRow).describe('The newest cycle first, then by name'), next })
  .meta({ id: 'AppraisalPage' });
export type AppraisalPage = z.infer<typeof AppraisalPage>;

export const LeftOutQuery = z.strictObject({
  after: AppraisalQuery.shape.after,
  limit: pageQuery.limit,
});
export type LeftOutQuery = z.output<typeof LeftOutQuery>;

const leftOut = z.object({
  kind: AppraisalKindName,
  staff: Named,
  team: NamedInBoth,
  why: z.enum(leftOutWhys),
  days: z.int().describe('In teams, within the period'),
});

export const LeftOutPage = z
  .object({
    leftOut: z.array(leftOut),
    next,
  })
  .meta({ id: 'LeftOutPage' });
export type LeftOutPage = z.infer<typeof LeftOutPage>;

export const CloseCycle = z.strictObject({ revision: Revision }).meta({ id: 'CloseCycle' });
export type CloseCycle = z.output<typeof CloseCycle>;

export const DiscardCycle = z.strictObject({ revision: Revision, why: Why }).meta({ id: 'DiscardCycle' });
export type DiscardCycle = z.output<typeof DiscardCycle>;

/** Who would appraise whom in a cycle, were it opened now. */
export const CyclePreview = z
  .object({
    isThere: z.boolean().describe('There is a cycle of that period already'),
    appraisals: z.int(),
    by: z
      .array(
        z.object({
          department: NamedInBoth,
          team: NamedInBoth,
          kind: AppraisalKindName,
          appraiser: Named,
          how: z.enum(appraiserWays),
          appraisals: z.int(),
        }),
      )
      .describe('By department, team and appraiser; at most 1000'),
    leftOut: z.array(leftOut).describe('Who would not be appraised, by name; at most 200'),
    leftOutCount: z.int(),
  })
  .meta({ id: 'CyclePreview' });
export type CyclePreview = z.infer<typeof CyclePreview>;
