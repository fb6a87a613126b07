import { Injectable } from '@nestjs/common';
import { doAgree, isNearMark, meanScore, type ExamOutcome, scoreOf, type SignedScore } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { type ExamStep, type LockedExam, type MarkingRow, markingsOf, noteStep } from './exam.query.js';
import { ExamDuties } from './exam-duties.js';

/** From signed markings to a result that counts. */
@Injectable()
export class SettlingService {
  constructor(private readonly duties: ExamDuties) {}

  /** After somebody signed: a second assessor is asked for, the head, or it counts. */
  async go(sql: Sql, viewer: Viewer, exam: LockedExam): Promise<void> {
    const signed = (await markingsOf(sql, exam.id)).filter(({ signedAt }) => signedAt !== null);
    const first = signed.find(({ assessorId }) => assessorId === exam.assessorId);
    const second = signed.find(({ assessorId }) => assessorId === exam.secondId);
    if (first && second) {
      if (doAgree(scored(first), scored(second), exam.rules.differenceLimit))
        await this.settle(sql, viewer, exam, scored(first).outcome);
      else await this.toHead(sql, viewer, exam);
    } else if (first && (exam.secondId !== null || isNear(exam, first))) await this.toSecond(sql, viewer, exam);
    else if (first) await this.settle(sql, viewer, exam, scored(first).outcome);
  }

  /** It counts from now on: with the mean of the scores. */
  async settle(
    sql: Sql,
    viewer: Viewer,
    exam: LockedExam,
    outcome: ExamOutcome,
    { step, why }: { step: ExamStep; why: string } = { step: 'settled', why: '' },
  ): Promise<void> {
    const markings = (await markingsOf(sql, exam.id)).filter(({ signedAt }) => signedAt !== null);
    const score = meanScore(markings.map(scored));
    const failedCritical = [...new Set(markings.flatMap((one) => one.failedCritical))];
    await sql.change(
      `UPDATE exam SET state = 'settled', settled_at = now(), outcome = $2, score = $3, failed_critical = $4 WHERE id = $1`,
      [exam.id, outcome, score, failedCritical],
    );
    await noteStep(sql, exam.id, { step, by: viewer.staffId, note: why, data: { outcome, score } });
    await this.follow(sql, viewer, exam, outcome, markings);
    await this.duties.openResult(sql, viewer, exam);
  }

  /** The certificate and the coaching go with the outcome. */
  async follow(
    sql: Sql,
    viewer: Viewer,
    exam: LockedExam,
    outcome: ExamOutcome | null,
    markings: readonly MarkingRow[],
  ): Promise<void> {
    if (outcome === 'passed') await certify(sql, exam);
    else
      await sql.change('UPDATE certificate SET revoked_at = now() WHERE exam_id = $1 AND revoked_at IS NULL', [
        exam.id,
      ]);
    if (outcome === 'failed')
      await this.duties.openCoaching(
        sql,
        viewer,
        exam,
        markings.map(({ marks }) => marks),
      );
    else await this.duties.cancel(sql, viewer, exam, 'exam-coaching');
  }

  private async toSecond(sql: Sql, viewer: Viewer, exam: LockedExam): Promise<void> {
    await sql.change(`UPDATE exam SET state = 'second' WHERE id = $1`, [exam.id]);
    await noteStep(sql, exam.id, { step: 'second-asked', by: viewer.staffId });
    if (exam.secondId) await this.duties.open(sql, viewer, exam, 'exam-mark', { ownerId: exam.secondId });
    else await this.duties.open(sql, viewer, exam, 'exam-name-second');
  }

  private async toHead(sql: Sql, viewer: Viewer, exam: LockedExam): Promise<void> {
    await sql.change(`UPDATE exam SET state = 'head' WHERE id = $1`, [exam.id]);
    await noteStep(sql, exam.id, { step: 'to-head', by: viewer.staffId });
    await this.duties.openDeciding(sql, viewer, exam, 'exam-decide');
  }
}

const scored = ({ numerator, denominator, outcome }: MarkingRow): SignedScore => ({
  ...{ numerator: numerator ?? 0, denominator: denominator ?? 0, outcome: outcome ?? 'not-assessed' },
});

const isNear = ({ rubric, rules }: LockedExam, { marks }: MarkingRow): boolean =>
  isNearMark(scoreOf(rubric, marks), rubric, rules.nearMark);

/** It holds from the day of the exam; one that was taken back holds again. */
async function certify(sql: Sql, { id, staffId, campaignId, on, rules }: LockedExam): Promise<void> {
  await sql.change(
    `INSERT INTO certificate (id, staff_id, campaign_id, exam_id, from_on, until_on)
     VALUES ($1, $2, $3, $4, $5::date, ($5::date + make_interval(months => $6::integer))::date)
     ON CONFLICT (exam_id) DO UPDATE SET revoked_at = NULL`,
    [uuid(), staffId, campaignId, id, on, rules.validMonths],
  );
}
