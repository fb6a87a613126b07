import { Injectable } from '@nestjs/common';
import type { BookingWeek, CampaignDetail, SlotFault } from '@forecall/contracts';
import { addDays, localDay, localInstant, weekdayOf } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { ProblemError } from '../../platform/http/problem.js';
import { CampaignService } from '../campaigns/campaign.service.js';
import { todayOf } from '../campaigns/figures-of.js';
import { candidatesToBook, examsOfCampaign } from './booking-input.query.js';
import { type ExamRow, examsPage } from './exam-list.query.js';
import { slotFaults } from './slot-faults.js';
import { WorkingTimes } from './working-times.js';

/** More in a week nobody could read. */
const mostExams = 600;

/** Who examines whom when, a week at a time, and what has come to stand against it since. */
@Injectable()
export class BookingWeekService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignService,
  ) {}

  async of(viewer: Viewer, id: string, on: string | undefined): Promise<BookingWeek> {
    const campaign = await this.campaigns.one(viewer, id);
    const today = await todayOf(this.database);
    const zone = (await this.database.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
    const day = on ?? (await this.nextDay(id, zone, today)) ?? nearest(today, campaign);
    const from = addDays(day, -weekdayOf(day));
    const to = addDays(from, 6);
    const whose = { campaignId: id, everything: campaign.mayLead, reach: reachOf(viewer) };
    const found = await examsPage(this.database, whose, { from, to, limit: mostExams }, undefined);
    const exams = found.slice(0, mostExams);
    const faults = campaign.mayLead ? await this.faultsOf(campaign, exams, zone) : new Map<string, SlotFault>();
    return {
      ...{ campaign, today, from, hasMore: found.length > mostExams },
      assessors: await this.assessors(campaign, exams, { from, to, zone }),
      exams: exams.map(({ at: _, ...exam }) => ({
        ...{ ...exam, startsAt: exam.startsAt.toISOString() },
        fault: faults.get(exam.id) ?? null,
      })),
    };
  }

  /** On which the next exam is, if there is one. */
  private async nextDay(id: string, zone: string, today: string): Promise<string | undefined> {
    const days = (await examsOfCampaign(this.database, id)).map(({ startsAt }) => localDay(startsAt, zone));
    return days.find((one) => one >= today);
  }

  /** The campaign's, and who examines in this week without being one of them any more. */
  private async assessors(
    { id, assessors, mayLead }: CampaignDetail,
    exams: readonly ExamRow[],
    { from, to, zone }: { from: string; to: string; zone: string },
  ): Promise<BookingWeek['assessors']> {
    const named = [...assessors, ...exams.flatMap(({ assessor, second }) => [assessor, second ?? []].flat())];
    const people = [...new Map(named.map((staff) => [staff.id, staff])).values()];
    const times = await WorkingTimes.read(
      this.database,
      people.map((staff) => staff.id),
      ...([from, to] as const),
    );
    const given = (await examsOfCampaign(this.database, id)).flatMap(({ assessorId, secondId }) => [
      assessorId,
      secondId,
    ]);
    const week = { fromMs: localInstant(from, 0, zone), toMs: localInstant(addDays(to, 1), 0, zone) };
    return people.map((staff) => ({
      ...{ staff, exams: given.filter((one) => one === staff.id).length },
      hours: times
        .openOf(staff.id)
        .filter(({ fromMs, toMs }) => fromMs < week.toMs && toMs > week.fromMs)
        .map(({ fromMs, toMs }) => ({ from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() })),
      leave: mayLead ? times.leaveOf(staff.id).filter((day) => from <= day && day <= to) : [],
    }));
  }

  /** Of what is to come: leave that was taken since, somebody who leads them by now, a day that is none any more. */
  private async faultsOf(
    campaign: CampaignDetail,
    exams: readonly ExamRow[],
    zone: string,
  ): Promise<ReadonlyMap<string, SlotFault>> {
    const ahead = exams.filter(({ state, startsAt }) => state === 'booked' && startsAt.getTime() > Date.now());
    const ids = ahead.map(({ candidateId }) => candidateId);
    const candidates = new Map((await candidatesToBook(this.database, campaign.id, ids)).map((one) => [one.id, one]));
    const slots = ahead.flatMap(({ id: examId, candidateId, startsAt, minutes, assessor, second }) => {
      const candidate = candidates.get(candidateId);
      if (!candidate) return [];
      return [
        {
          ...{ examId, candidate, startsAt, minutes, zone, mayFrom: null },
          ...{ assessorId: assessor.id, secondId: second?.id ?? null },
        },
      ];
    });
    const faults = await slotFaults(this.database, campaign, slots);
    return new Map(
      slots.flatMap(({ examId }, n): [string, SlotFault][] => {
        const fault = faults[n];
        return fault ? [[examId, told(fault)]] : [];
      }),
    );
  }
}

/** As the console says it. */
export const told = ({ code, extra }: ProblemError): SlotFault => ({ code, ...extra });

const nearest = (today: string, { opensOn, endsOn }: Pick<CampaignDetail, 'opensOn' | 'endsOn'>): string =>
  today < opensOn ? opensOn : today > endsOn ? endsOn : today;
