import { Injectable } from '@nestjs/common';
import type { ExamCourse, ExamResult, OwnExams, OwnExamsQuery } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { closed } from '../campaigns/campaign.service.js';
import { todayOf } from '../campaigns/figures-of.js';
import { examSeen, type LockedExam, lockExamInCampaign, markingsOf, noteStep, type SeenExam } from './exam.query.js';
import { ExamDuties } from './exam-duties.js';
import { examsOfStaff } from './exam-list.query.js';
import { judgesOf } from './judges.query.js';

/** What a candidate sees of an exam and does with its result; and who leads them. */
@Injectable()
export class OwnExamService {
  constructor(
    private readonly database: Database,
    private readonly duties: ExamDuties,
  ) {}

  async own({ staffId }: Viewer, { after, limit }: OwnExamsQuery): Promise<OwnExams> {
    const { rows, next } = pageOf(await examsOfStaff(this.database, staffId, limit, pageAfter(after)), limit);
    return { exams: rows.map(({ at: _, ...exam }) => untold(exam)), next };
  }

  /** What was given is told once it counts; where marks differ, to the head who decides. */
  async result(viewer: Viewer, id: string, sql: Sql = this.database): Promise<ExamResult> {
    const seen = await examSeen(sql, reachOf(viewer), id);
    if (!seen) throw notFound('exam');
    const { departmentId: _, isUnderWay: __, isSigned: ___, isClosed: ____, ...result } = seen;
    const exam = seen.exam.staff.id === viewer.staffId ? untold(seen.exam) : seen.exam;
    const isJudge = await judges(sql, viewer, seen);
    const isTold = exam.state === 'settled' || (exam.state === 'head' && isJudge);
    const markings = isTold ? (await markingsOf(sql, id)).filter(({ signedAt }) => signedAt !== null) : [];
    return {
      ...{ ...result, exam },
      markings: markings.map(({ assessorId, ...marking }) => {
        const isFirst = assessorId === exam.assessor.id;
        return {
          ...marking,
          role: isFirst ? 'first' : 'second',
          assessor: isFirst ? exam.assessor : (exam.second ?? exam.assessor),
        };
      }),
      may: mayOf(viewer, seen, { today: await todayOf(sql), isJudge }),
    };
  }

  accept(viewer: Viewer, id: string, revision: number): Promise<ExamResult> {
    return this.answer(viewer, id, revision, async (sql) => {
      await sql.change('UPDATE exam SET accepted_at = now() WHERE id = $1', [id]);
      await noteStep(sql, id, { step: 'accepted', by: viewer.staffId });
    });
  }

  dispute(viewer: Viewer, id: string, revision: number, why: string): Promise<ExamResult> {
    return this.answer(viewer, id, revision, async (sql, exam) => {
      // Everybody has passed, and nobody could sit again.
      if (exam.isClosed) throw closed();
      if (exam.today > addDays(exam.settledOn ?? exam.today, exam.rules.disputeDays))
        throw conflict('dispute-late', 'The time for it is over.', { values: { days: exam.rules.disputeDays } });
      await sql.change('INSERT INTO dispute (id, exam_id, why) VALUES ($1, $2, $3)', [uuid(), id, why.trim()]);
      await noteStep(sql, id, { step: 'disputed', by: viewer.staffId, note: why.trim() });
      await this.duties.openDeciding(sql, viewer, exam, 'exam-dispute');
    });
  }

  private answer(
    viewer: Viewer,
    id: string,
    revision: number,
    work: (sql: Sql, exam: LockedExam) => Promise<void>,
  ): Promise<ExamResult> {
    return this.database.transaction(async (sql) => {
      const exam = await lockExamInCampaign(sql, id);
      if (!exam || !(await examSeen(sql, reachOf(viewer), id))) throw notFound('exam');
      if (exam.staffId !== viewer.staffId) throw forbidden('Only whoever was examined.');
      if (exam.state !== 'settled') throw conflict('exam-open', 'There is no result yet.');
      if (exam.acceptedAt) throw conflict('exam-accepted', 'You have signed it.');
      if (exam.dispute) throw conflict('exam-disputed', 'You have disputed it.');
      if (exam.revision !== revision) throw changedMeanwhile();
      await work(sql, exam);
      await this.duties.done(sql, viewer, exam, 'exam-result');
      await sql.change('UPDATE exam SET revision = revision + 1 WHERE id = $1', [id]);
      return this.result(viewer, id, sql);
    });
  }
}

/** To the candidate it is booked until it counts: that a second marks it, or the head decides, says how near it is. */
const untold = (exam: ExamCourse): ExamCourse =>
  exam.state === 'second' || exam.state === 'head' ? { ...exam, state: 'booked', second: null } : exam;

/** Whether there is anything to judge, by the viewer. */
async function judges(sql: Sql, viewer: Viewer, { exam, departmentId }: SeenExam): Promise<boolean> {
  const isOpen = exam.state === 'head' || exam.dispute === 'open';
  return isOpen && leadsDepartment(viewer, departmentId) && (await judgesOf(sql, exam.id)).may.has(viewer.staffId);
}

function mayOf(
  viewer: Viewer,
  { exam, ...seen }: SeenExam,
  { today, isJudge }: { today: string; isJudge: boolean },
): ExamResult['may'] {
  const isLeading = leadsDepartment(viewer, seen.departmentId) && exam.staff.id !== viewer.staffId;
  const isAnswered = exam.acceptedAt !== null || exam.dispute !== null;
  const mayAnswer = exam.staff.id === viewer.staffId && exam.state === 'settled' && !isAnswered;
  return {
    accept: mayAnswer,
    dispute: mayAnswer && !seen.isClosed && exam.disputeUntil !== null && today <= exam.disputeUntil,
    nameFirst: isLeading && exam.state === 'booked' && seen.isUnderWay,
    nameSecond: isLeading && exam.state === 'second',
    decide: isJudge && exam.state === 'head',
    decideDispute: isJudge && exam.dispute === 'open',
    miss: (isLeading || exam.assessor.id === viewer.staffId) && exam.state === 'booked' && !seen.isSigned,
  };
}
