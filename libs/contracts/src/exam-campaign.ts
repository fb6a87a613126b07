import { disputeDecisions, examOutcomes, examStandings, examStates } from '@forecall/domain';
import { z } from 'zod';
import { asTold } from './as-told.js';
import { Revision } from './organisation.js';
import { day, freeText, instant, Named, NamedInBoth, next, pageQuery, uuid, visibleName, Why } from './written.js';

const at = z.iso.datetime({ offset: true });
const onDay = z.iso.date();
const nameInBoth = z.object({ en: z.string(), zh: z.string() });

export const CampaignRules = z
  .strictObject({
    excludesOwn: z.boolean().describe('Supervisors examine nobody of the teams that they lead'),
    coolOffDays: z.int().min(0).max(90).describe('Days of practice after a failed exam'),
    mostAttempts: z.int().min(1).max(10).nullable().describe('null: as many as it takes'),
    takesOtherVariant: z.boolean().describe('A resit is played in another way'),
    nearMark: z.number().min(0).max(20).describe('So near the pass mark two assessors mark'),
    differenceLimit: z.number().min(0).max(50).describe('Scores further apart go to the head'),
    disputeDays: z.int().min(1).max(30).describe('Days within which a result is signed or disputed'),
    validMonths: z.int().min(1).max(60).nullable().describe('How long a pass holds; null: for good'),
  })
  .meta({ id: 'CampaignRules' });
export type CampaignRules = z.output<typeof CampaignRules>;

export const CampaignState = z.enum(['planned', 'running', 'closed']);

const told = {
  name: z
    .strictObject({ en: z.union([visibleName(120), z.literal('')]), zh: z.union([visibleName(120), z.literal('')]) })
    .refine(({ en, zh }) => en !== '' || zh !== '', 'a name in one of the languages'),
  rubricId: uuid.describe('Of the rubric; its newest published version is taken while the campaign is planned'),
  scenarioIds: z.array(uuid).max(40).describe('Role plays; none: without'),
  teamIds: z.array(uuid).max(200).describe('Whose members must pass; none: all of the department'),
  assessorIds: z.array(uuid).max(200),
  opensOn: day,
  endsOn: day,
  minutes: z.int().min(10).max(240).describe('Of one exam, preparing and talking it over included'),
  rules: CampaignRules,
};

export const MakeCampaign = z.strictObject({ departmentId: uuid, ...told }).meta({ id: 'MakeCampaign' });
export type MakeCampaign = z.output<typeof MakeCampaign>;

/** Once it has begun only its end, its assessors and its name may change. */
export const ChangeCampaign = z.strictObject({ revision: Revision, ...told }).meta({ id: 'ChangeCampaign' });
export type ChangeCampaign = z.output<typeof ChangeCampaign>;

export const CampaignAct = z.strictObject({ revision: Revision }).meta({ id: 'CampaignAct' });
export type CampaignAct = z.output<typeof CampaignAct>;

const campaign = {
  id: uuid,
  name: nameInBoth,
  department: NamedInBoth,
  rubric: z.object({
    paperId: uuid,
    versionId: uuid,
    n: z.int(),
    name: nameInBoth,
    passMark: z.number(),
    critical: z.int().describe('How many items are critical'),
  }),
  opensOn: onDay,
  endsOn: onDay,
  state: CampaignState,
  passed: z.int().describe('Candidates who stand as passed'),
  eligible: z.int(),
  revision: Revision,
};

export const CampaignEntry = z.object(campaign).meta({ id: 'Campaign' });
export type CampaignEntry = z.infer<typeof CampaignEntry>;

export const CampaignQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  departmentId: uuid.optional(),
  ...pageQuery,
});
export type CampaignQuery = z.output<typeof CampaignQuery>;

export const CampaignPage = z.object({ campaigns: z.array(CampaignEntry), next }).meta({ id: 'Campaigns' });
export type CampaignPage = z.infer<typeof CampaignPage>;

export const CampaignDetail = z
  .object({
    ...campaign,
    minutes: z.int(),
    rules: asTold(CampaignRules),
    scenarios: z.array(z.object({ paperId: uuid, versionId: uuid, n: z.int(), name: nameInBoth })),
    teams: z.array(NamedInBoth).describe('None: all of the department'),
    assessors: z.array(Named),
    mayLead: z.boolean(),
  })
  .meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

export const CoveredPerson = z
  .object({
    candidateId: uuid,
    staff: Named,
    standing: z.enum(examStandings),
    attempts: z.int(),
    examId: uuid.nullable().describe('That says so'),
    examState: z.enum(examStates).nullable(),
    outcome: z.enum(examOutcomes).nullable(),
    startsAt: at.nullable().describe('Of the exam that is booked'),
    mayFrom: onDay.nullable().describe('Of a resit: the first day'),
    isOutOfAttempts: z.boolean(),
    untilOn: onDay.nullable().describe('Longer than the campaign'),
    validUntil: onDay.nullable().describe('Of a pass: the last day on which it holds; null: for good'),
  })
  .meta({ id: 'CoveredPerson' });
export type CoveredPerson = z.infer<typeof CoveredPerson>;

const Share = z.object({ numerator: z.int(), denominator: z.int() });

/** Who stands where, and what blocks the whole. */
export const Coverage = z
  .object({
    campaign: CampaignDetail,
    today: onDay,
    teams: z.array(
      z.object({
        team: NamedInBoth,
        supervisor: Named.nullable(),
        people: z.array(CoveredPerson),
        firstAttempt: Share,
      }),
    ),
    out: z.array(
      z.object({
        candidateId: uuid,
        staff: Named,
        outOn: onDay,
        kind: z.enum(['left', 'moved', 'excused']),
        why: z.string(),
      }),
    ),
    firstAttempt: Share.describe('Passed at the first attempt, of those with one'),
    failedOnCritical: Share.describe('Of the failed exams'),
    curve: z.array(z.object({ day: onDay, passed: z.int() })).describe('Each day on which the number changed'),
    recentWeeks: z.array(z.int()).describe('Exams that were marked in each of the last four weeks, the oldest first'),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

export const ExcuseCandidate = z
  .strictObject({ outOn: day, why: Why })
  .describe('Out of the campaign with a date')
  .meta({ id: 'ExcuseCandidate' });
export type ExcuseCandidate = z.output<typeof ExcuseCandidate>;

export const ExtendCandidate = z
  .strictObject({ untilOn: day, why: Why })
  .describe('Longer than the campaign')
  .meta({ id: 'ExtendCandidate' });
export type ExtendCandidate = z.output<typeof ExtendCandidate>;

export const BookExam = z
  .strictObject({
    candidateId: uuid,
    startsAt: instant,
    assessorId: uuid,
    secondId: uuid.nullable().default(null),
  })
  .meta({ id: 'BookExam' });
export type BookExam = z.output<typeof BookExam>;

export const MoveExam = z
  .strictObject({ revision: Revision, startsAt: instant, assessorId: uuid, secondId: uuid.nullable() })
  .meta({ id: 'MoveExam' });
export type MoveExam = z.output<typeof MoveExam>;

export const MissedExam = z
  .strictObject({ revision: Revision, kind: z.enum(['absent', 'cancelled']), why: freeText(500).trim().min(1) })
  .meta({ id: 'MissedExam' });
export type MissedExam = z.output<typeof MissedExam>;

export const ExamEntry = z
  .object({
    id: uuid,
    campaignId: uuid,
    candidateId: uuid,
    staff: Named,
    attempt: z.int(),
    startsAt: at,
    minutes: z.int(),
    assessor: Named,
    second: Named.nullable(),
    scenario: z.object({ name: nameInBoth, variant: nameInBoth }).nullable(),
    state: z.enum(examStates),
    outcome: z.enum(examOutcomes).nullable(),
    score: z.number().nullable().describe('0 to 100, unrounded; null: it does not count yet'),
    dispute: z.union([z.literal('open'), z.enum(disputeDecisions)]).nullable(),
    isFixed: z.boolean().describe('A person chose the slot'),
    revision: Revision,
  })
  .meta({ id: 'ExamEntry' });
export type ExamEntry = z.infer<typeof ExamEntry>;
