import { unplacedExamReasons } from '@forecall/domain';
import { z } from 'zod';
import { ExamEntry } from './exam-campaign.js';
import { day, Named, next, pageQuery, uuid } from './written.js';

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
  ...pageQuery,
});
export type ExamQuery = z.output<typeof ExamQuery>;

export const ExamPage = z
  .object({ exams: z.array(ExamEntry).describe('The earliest first'), next })
  .meta({ id: 'Exams' });
export type ExamPage = z.infer<typeof ExamPage>;
