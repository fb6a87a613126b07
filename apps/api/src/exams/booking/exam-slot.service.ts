import { Injectable } from '@nestjs/common';
import type { BookExam, ExamEntry, ExamPage, ExamQuery, MoveExam, SlotCheck, SlotQuery } from '@forecall/contracts';
import { otherVariant, standingOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { DutyService } from '../../duties/duty.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, conflict, notFound } from '../../platform/http/problem.js';
import { CampaignService, led, notBegun } from '../campaigns/campaign.service.js';
import type { LockedCampaign } from '../campaigns/campaign.query.js';
import { figuresOf } from '../campaigns/figures-of.js';
import { candidatesToBook, examsOfCampaign, lockBooking, scenarioChoices } from './booking-input.query.js';
import { told } from './booking-week.service.js';
import { examById, examsPage } from './exam-list.query.js';
import {
  addExams,
  addSteps,
  campaignOfExam,
  lockExam,
  moveExam,
  type NewExam,
  type SlotOfExam,
} from './exam-write.query.js';
import { refuseBadSlot, slotFaults } from './slot-faults.js';
import { TellExams } from './tell-exams.js';

/** The plan of exams, and single exams that somebody books or moves by hand. */
@Injectable()
export class ExamSlotService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignService,
    private readonly tell: TellExams,
    private readonly duties: DutyService,
  ) {}

  async page(viewer: Viewer, campaignId: string, query: ExamQuery): Promise<ExamPage> {
    const { mayLead } = await this.campaigns.one(viewer, campaignId);
    const whose = { campaignId, everything: mayLead, reach: reachOf(viewer) };
    const found = await examsPage(this.database, whose, query, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { exams: rows.map(({ at: _, ...row }) => ({ ...row, startsAt: row.startsAt.toISOString() })), next };
  }

  /** Who has used up all attempts gets another one by the head's word, which this is. */
  book(viewer: Viewer, campaignId: string, { candidateId, ...asked }: BookExam): Promise<ExamEntry> {
    return this.database.transaction(async (sql) => {
      const campaign = await ledAndBegun(sql, viewer, campaignId);
      const { candidate, standing, mayFrom, zone } = await candidateIn(sql, campaign, candidateId);
      if (['passed', 'booked', 'disputed'].includes(standing))
        throw conflict('exam-not-due', `${candidate.staff.name} is booked, has passed or disputes a result.`);
      const slot = { ...asked, startsAt: new Date(asked.startsAt) };
      await refuseBadSlot(sql, campaign, { ...slot, candidate, minutes: campaign.minutes, zone, mayFrom });
      const before = await examsOfCampaign(sql, campaignId);
      const own = before.filter((exam) => exam.candidateId === candidateId);
      const scenario = otherVariant(
        await scenarioChoices(sql, campaignId),
        own.map(({ scenarioVersionId, variant }) => ({ versionId: scenarioVersionId ?? '', variant })),
        { takesOther: campaign.rules.takesOtherVariant, turn: before.length },
      );
      const made: NewExam = {
        ...{ id: uuid(), candidateId, staffId: candidate.staff.id, ...slot, isFixed: true },
        attempt: Math.max(0, ...own.map(({ attempt }) => attempt)) + 1,
        ...{ scenarioVersionId: scenario?.versionId ?? null, variant: scenario?.variant ?? '' },
      };
      await addExams(sql, campaign, [made], viewer.staffId);
      await this.tell.booked(sql, campaign, [made], viewer.signInId);
      return entryOf(sql, made.id);
    });
  }

  /** Whether an exam of somebody could be in a slot, asked before it is put there. */
  check(
    viewer: Viewer,
    campaignId: string,
    { candidateId, examId, secondId, ...asked }: SlotQuery,
  ): Promise<SlotCheck> {
    return this.database.transaction(async (sql) => {
      const campaign = await led(sql, viewer, campaignId);
      const { candidate, zone } = await candidateIn(sql, campaign, candidateId);
      const slot = { ...asked, startsAt: new Date(asked.startsAt), secondId: secondId ?? null };
      const [fault] = await slotFaults(sql, campaign, [
        {
          ...{ ...slot, candidate, minutes: campaign.minutes, zone, ...(examId && { examId }) },
          mayFrom: await mayFromWithout(sql, campaign, examId, candidateId),
        },
      ]);
      return { fault: fault ? told(fault) : null };
    });
  }

  move(viewer: Viewer, id: string, { revision, ...asked }: MoveExam): Promise<ExamEntry> {
    return this.database.transaction(async (sql) => {
      const found = await campaignOfExam(sql, id);
      if (!found) throw notFound('exam');
      const campaign = await ledAndBegun(sql, viewer, found.campaignId);
      const exam = await lockExam(sql, id);
      if (!exam) throw notFound('exam');
      if (exam.revision !== revision) throw changedMeanwhile();
      if (exam.state !== 'booked' || exam.isBegun)
        throw conflict('exam-not-ahead', 'It is being marked, has been marked, or was given up.');
      const { candidate, zone } = await candidateIn(sql, campaign, exam.candidateId);
      const slot = { ...asked, startsAt: new Date(asked.startsAt) };
      await refuseBadSlot(sql, campaign, {
        ...{ ...slot, candidate, minutes: exam.minutes, zone, examId: id },
        mayFrom: await mayFromWithout(sql, campaign, id, exam.candidateId),
      });
      await moveExam(sql, id, slot);
      const data = { before: slotData(exam), after: slotData(slot) };
      await addSteps(sql, [{ examId: id, step: 'moved', byStaffId: viewer.staffId, data }]);
      // Of its time they are reminded anew.
      await this.duties.cancel(sql, { source: { entity: 'exam', id } }, viewer.signInId);
      await this.tell.moved(sql, campaign, exam, { id, staffId: exam.staffId, ...slot }, viewer.signInId);
      return entryOf(sql, id);
    });
  }
}

const slotData = ({ startsAt, assessorId, secondId }: SlotOfExam) => ({
  ...{ startsAt: startsAt.toISOString(), assessorId, secondId },
});

async function ledAndBegun(sql: Sql, viewer: Viewer, campaignId: string): Promise<LockedCampaign> {
  const campaign = await led(sql, viewer, campaignId);
  if (campaign.state !== 'running') throw notBegun();
  await lockBooking(sql);
  return campaign;
}

async function candidateIn(sql: Sql, campaign: LockedCampaign, candidateId: string) {
  const [candidate] = await candidatesToBook(sql, campaign.id, [candidateId]);
  const standing = (await figuresOf(sql, campaign)).standings.get(candidateId);
  if (!candidate || !standing)
    throw badField({ path: 'candidateId', code: 'unknown-candidate', message: 'is not in the campaign' });
  const zone = (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
  return { candidate, zone, standing: standing.standing, mayFrom: standing.mayFrom };
}

/** From when a resit may be sat, as it was before it was booked. */
async function mayFromWithout(sql: Sql, campaign: LockedCampaign, examId: string | undefined, candidateId: string) {
  const { exams, today } = await figuresOf(sql, campaign);
  const others = exams.filter((exam) => exam.candidateId === candidateId && exam.id !== examId);
  return standingOf(others, campaign.rules, today).mayFrom;
}

async function entryOf(sql: Sql, id: string): Promise<ExamEntry> {
  const row = await examById(sql, id);
  if (!row) throw notFound('exam');
  return { ...row, startsAt: row.startsAt.toISOString() };
}
