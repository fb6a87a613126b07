import { Injectable } from '@nestjs/common';
import type { DecideDispute, DecideExam, ExamResult, MissedExam, NameAssessor } from '@forecall/contracts';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { GoneExams } from '../booking/gone-exams.js';
import { TellExams } from '../booking/tell-exams.js';
import { closed } from '../campaigns/campaign.service.js';
import { examSeen, type LockedExam, lockExamInCampaign, markingsOf, noteStep } from './exam.query.js';
import { ExamDuties } from './exam-duties.js';
import { unfitToMark } from './fit-to-mark.js';
import { type Involvement, judgesOf } from './judges.query.js';
import { OwnExamService } from './own-exam.service.js';
import { SettlingService } from './settling.service.js';

/** What the head does with an exam: names who marks it, decides where marks differ, and disputes. */
@Injectable()
export class ExamHeadService {
  constructor(
    private readonly database: Database,
    private readonly settling: SettlingService,
    private readonly duties: ExamDuties,
    private readonly results: OwnExamService,
    private readonly tell: TellExams,
    private readonly gone: GoneExams,
  ) {}

  /** Where one is asked for; and another one while the second has not signed. What is not signed never counts. */
  nameSecond(viewer: Viewer, id: string, { revision, staffId }: NameAssessor): Promise<ExamResult> {
    return this.work(viewer, id, revision, async (sql, exam) => {
      refuseNotLeading(viewer, exam);
      if (exam.state !== 'second') throw conflict('no-second-asked', 'No second assessor is asked for.');
      await refuseUnfit(sql, exam, staffId);
      await sql.change('UPDATE exam SET second_id = $2 WHERE id = $1', [id, staffId]);
      const names = { before: await nameOf(sql, exam.secondId), second: await nameOf(sql, staffId) };
      await noteStep(sql, id, { step: 'second-asked', by: viewer.staffId, data: names });
      await this.duties.done(sql, viewer, exam, 'exam-name-second');
      await this.duties.cancel(sql, viewer, exam, 'exam-mark');
      await this.duties.open(sql, viewer, exam, 'exam-mark', { ownerId: staffId });
    });
  }

  /** Another one marks what has begun, while the first has not signed. What is to come has a slot instead. */
  nameFirst(viewer: Viewer, id: string, { revision, staffId }: NameAssessor): Promise<ExamResult> {
    return this.work(viewer, id, revision, async (sql, exam) => {
      refuseNotLeading(viewer, exam);
      if (exam.state !== 'booked' || !exam.isUnderWay)
        throw conflict('no-first-asked', 'It has not begun, or the first assessor has signed.');
      await refuseUnfit(sql, exam, staffId);
      await sql.change('UPDATE exam SET assessor_id = $2 WHERE id = $1', [id, staffId]);
      const data = { before: { assessorId: exam.assessorId }, after: { assessorId: staffId } };
      await noteStep(sql, id, { step: 'moved', by: viewer.staffId, data });
      await this.duties.cancel(sql, viewer, exam, 'exam-give', exam.assessorId);
      await this.duties.open(sql, viewer, exam, 'exam-give', { ownerId: staffId });
    });
  }

  /** Two marks differ: the head says what counts. */
  decide(viewer: Viewer, id: string, { revision, outcome, why }: DecideExam): Promise<ExamResult> {
    return this.work(viewer, id, revision, async (sql, exam) => {
      refuseNotLeading(viewer, exam);
      if (exam.state !== 'head') throw conflict('nothing-to-decide', 'There is nothing for the head to decide.');
      await judging(sql, viewer, exam);
      await this.duties.done(sql, viewer, exam, 'exam-decide');
      await this.settling.settle(sql, viewer, exam, outcome, { step: 'decided', why });
    });
  }

  /** Nobody came, or it was given up: not assessed, and never failed. */
  miss(viewer: Viewer, id: string, { revision, kind, why }: MissedExam): Promise<ExamResult> {
    return this.work(viewer, id, revision, async (sql, exam) => {
      if (exam.assessorId !== viewer.staffId) refuseNotLeading(viewer, exam);
      const isMarked = (await markingsOf(sql, id)).some(({ signedAt }) => signedAt !== null);
      if (exam.state !== 'booked' || isMarked) throw conflict('exam-over', 'It was marked already, or has ended.');
      if (kind === 'absent' && exam.startsAt.getTime() > Date.now())
        throw conflict('exam-to-come', 'It has not begun: nobody can be absent yet.');
      await sql.change('UPDATE exam SET state = $2 WHERE id = $1', [id, kind]);
      await noteStep(sql, id, { step: kind, by: viewer.staffId, note: why });
      await this.duties.cancel(sql, viewer, exam);
      const { campaignId, campaign } = exam;
      if (kind === 'cancelled')
        await this.tell.cancelled(sql, { id: campaignId, name: campaign.en || campaign.zh }, exam, viewer.signInId);
    });
  }

  /**
   * By somebody who neither marked nor decided it, if there is anybody. The score stays as it was given; of a closed campaign
   * nobody would have to sit again.
   */
  decideDispute(viewer: Viewer, id: string, { revision, decision, why }: DecideDispute): Promise<ExamResult> {
    return this.work(viewer, id, revision, async (sql, exam) => {
      refuseNotLeading(viewer, exam);
      const involved = await judging(sql, viewer, exam);
      if (exam.dispute !== 'open') throw conflict('no-dispute', 'There is no open dispute.');
      if (exam.isClosed && (decision === 'failed' || decision === 'again')) throw closed();
      await sql.change(
        'UPDATE dispute SET decided_at = now(), decided_by = $2, decision = $3, decided_why = $4 WHERE exam_id = $1',
        [id, viewer.staffId, decision, why],
      );
      const outcome = decision === 'passed' || decision === 'failed' ? decision : exam.outcome;
      await sql.change('UPDATE exam SET outcome = $2 WHERE id = $1', [id, outcome]);
      await noteStep(sql, id, {
        ...{ step: 'dispute-decided', by: viewer.staffId, note: why },
        data: { decision, before: exam.outcome, involved },
      });
      // An attempt that does not count has no certificate, and nothing of it is to be practised.
      await this.settling.follow(sql, viewer, exam, decision === 'again' ? null : outcome, await markingsOf(sql, id));
      await this.duties.done(sql, viewer, exam, 'exam-dispute');
      if (outcome === 'passed' && decision !== 'again') await this.gone.cancelOfPassed(sql, [exam.candidateId], viewer);
    });
  }

  private work(
    viewer: Viewer,
    id: string,
    revision: number,
    change: (sql: Sql, exam: LockedExam) => Promise<void>,
  ): Promise<ExamResult> {
    return this.database.transaction(async (sql) => {
      const exam = await lockExamInCampaign(sql, id);
      if (!exam || !(await examSeen(sql, reachOf(viewer), id))) throw notFound('exam');
      if (exam.revision !== revision) throw changedMeanwhile();
      await change(sql, exam);
      await sql.change('UPDATE exam SET revision = revision + 1 WHERE id = $1', [id]);
      return this.results.result(viewer, id, sql);
    });
  }
}

/** What they had to do with it, of whoever may decide. */
async function judging(sql: Sql, { staffId }: Viewer, exam: LockedExam): Promise<Involvement> {
  const involved = (await judgesOf(sql, exam.id)).may.get(staffId);
  if (!involved) throw forbidden('Somebody else decides: you have marked or decided it.');
  return involved;
}

function refuseNotLeading(viewer: Viewer, exam: LockedExam): void {
  if (!leadsDepartment(viewer, exam.departmentId) || viewer.staffId === exam.staffId)
    throw forbidden('Only the head of the department.');
}

async function refuseUnfit(sql: Sql, exam: LockedExam, staffId: string): Promise<void> {
  const unfit = await unfitToMark(sql, exam, staffId);
  if (unfit) throw badField(unfit);
}

const nameOf = async (sql: Sql, staffId: string | null): Promise<string | null> =>
  (await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1', [staffId]))?.name ?? null;
