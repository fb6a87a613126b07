import { unplacedExamReasons } from '@forecall/domain';
import { z } from 'zod';
import { CampaignDetail, ExamEntry } from './exam-campaign.js';
import { Problem } from './problem.js';
import { day, instant, Named, next, pageQuery, uuid } from './written.js';

export const BookCampaign = z
  .strictObject({
    candidateIds: z.array(uuid).min(1).max(1_000).optional().describe('Left out: everybody who may be examined'),
    from: day.optional().describe('Left out: tomorrow, or when the campaign opens'),
    to: day.optional().describe('Left out: as long as the campaign runs; at most 90 days are looked at'),
  })
  .meta({ id: 'BookCampaign' });
export type BookCampaign = z.output<typeof BookCampaign>;

/** Beside what the planner says: all attempts that the rules give are used up, or the time is over before it begins. */
export const notBookedReasons = [...unplacedExamReasons, 'out-of-attempts', 'no-days-left'] as const;

export const BookedCampaign = z
  .object({
    booked: z.int().describe('How many exams; the list of exams shows them'),
    notBooked: z.array(z.object({ candidateId: uuid, staff: Named, why: z.enum(notBookedReasons) })),
    perAssessor: z
      .array(z.object({ assessor: Named, exams: z.int() }))
      .describe('How many each has in the campaign, those of before included'),
  })
  .meta({ id: 'BookedCampaign' });
export type BookedCampaign = z.infer<typeof BookedCampaign>;

export const ExamQuery = z.strictObject({
  from: day.optional().describe('Exams from this day on, of the organisation’s zone'),
  to: day.optional().describe('Up to this day, included'),
  candidateId: uuid.optional().describe('All of one person, cancelled ones too; left out: none of those'),
  ...pageQuery,
});
export type ExamQuery = z.output<typeof ExamQuery>;

export const ExamPage = z
  .object({ exams: z.array(ExamEntry).describe('The earliest first'), next })
  .meta({ id: 'Exams' });
export type ExamPage = z.infer<typeof ExamPage>;

/** Why an exam cannot be in a slot, as a problem says it. */
export const SlotFault = Problem.pick({ code: true, values: true, fields: true }).meta({ id: 'SlotFault' });
export type SlotFault = z.infer<typeof SlotFault>;

export const SlotQuery = z.strictObject({
  candidateId: uuid,
  startsAt: instant,
  assessorId: uuid,
  secondId: uuid.optional(),
  examId: uuid.optional().describe('The exam that would be moved there'),
});
export type SlotQuery = z.output<typeof SlotQuery>;

export const SlotCheck = z
  .object({ fault: SlotFault.nullable().describe('null: it can be there') })
  .meta({ id: 'SlotCheck' });
export type SlotCheck = z.infer<typeof SlotCheck>;

export const BookingWeekQuery = z.strictObject({
  on: day
    .optional()
    .describe('A day of the week; left out: of the next exam, of today, or of the campaign’s first or last day'),
});
export type BookingWeekQuery = z.output<typeof BookingWeekQuery>;

const at = z.iso.datetime({ offset: true });

/** Who examines whom when, in one week. */
export const BookingWeek = z
  .object({
    campaign: CampaignDetail,
    today: z.iso.date(),
    from: z.iso.date().describe('A Monday'),
    assessors: z.array(
      z.object({
        staff: Named,
        exams: z.int().describe('In the whole campaign'),
        hours: z.array(z.object({ from: at, to: at })).describe('In which they work; leave is taken out'),
        leave: z.array(z.iso.date()).describe('Told to who leads the campaign'),
      }),
    ),
    exams: z
      .array(ExamEntry.extend({ fault: SlotFault.nullable().describe('Why it cannot stand there any more') }))
      .describe('The earliest first'),
    hasMore: z.boolean().describe('There are more than can be shown'),
  })
  .meta({ id: 'BookingWeek' });
export type BookingWeek = z.infer<typeof BookingWeek>;
