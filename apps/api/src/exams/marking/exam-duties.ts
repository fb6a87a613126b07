import { Injectable } from '@nestjs/common';
import { addDays, endOfDay, lostItems, type Marks } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import type { LockedExam } from './exam.query.js';
import { judgesOf } from './judges.query.js';

const day = 24 * 3_600_000;

/** For whoever is to act on an exam: days until it is due. */
const daysOf = {
  ...{ 'exam-name-second': 2, 'exam-give': 3, 'exam-mark': 3, 'exam-decide': 2, 'exam-dispute': 5, 'exam-coaching': 7 },
};
type ExamDutyKind = keyof typeof daysOf;

/** What an exam gives people to do. */
@Injectable()
export class ExamDuties {
  constructor(private readonly duties: DutyService) {}

  /** Of the heads of the department, unless an owner or a team is named. */
  async open(
    sql: Sql,
    viewer: Viewer,
    exam: LockedExam,
    kind: ExamDutyKind,
    to: { ownerId?: string; teamId?: string; parameters?: Record<string, string> } = {},
  ): Promise<void> {
    const { ownerId = null, teamId = null } = to;
    await this.duties.open(sql, {
      ...{ kind, ownerId, teamId, departmentId: ownerId || teamId ? null : exam.departmentId },
      ...{ dueAt: new Date(Date.now() + daysOf[kind] * day), source: sourceOf(exam), by: viewer.signInId },
      parameters: { ...names(exam), candidate: exam.staffName, ...to.parameters },
    });
  }

  /** Of whoever may decide. */
  async openDeciding(sql: Sql, viewer: Viewer, exam: LockedExam, kind: 'exam-decide' | 'exam-dispute'): Promise<void> {
    const { ownerIds } = await judgesOf(sql, exam.id);
    if (!ownerIds) return this.open(sql, viewer, exam, kind);
    for (const ownerId of ownerIds) await this.open(sql, viewer, exam, kind, { ownerId });
  }

  /** The candidate reads the result and signs or disputes it until the end of the last day. */
  async openResult(sql: Sql, viewer: Viewer, exam: LockedExam): Promise<void> {
    const dueAt = endOfDay(addDays(exam.today, exam.rules.disputeDays), exam.zone);
    await this.duties.open(sql, {
      ...{ kind: 'exam-result', ownerId: exam.staffId, dueAt, source: sourceOf(exam), by: viewer.signInId },
      ...{ remindAt: new Date(dueAt.getTime() - day), parameters: names(exam) },
    });
  }

  /**
   * Whoever leads the candidate's team practises with them what cost the most: one duty of a failed exam, since one talks
   * it over once. It is done by hand; where the head failed it against full marks it names the exam alone.
   */
  async openCoaching(sql: Sql, viewer: Viewer, exam: LockedExam, marks: readonly Marks[]): Promise<void> {
    const practised = await sql.first(
      `SELECT FROM duty WHERE source_entity = 'exam' AND source_id = $1 AND kind = 'exam-coaching' AND outcome = 'done'`,
      [exam.id],
    );
    if (practised) return;
    const lost = lostItems(exam.rubric, marks);
    const texts = lost.length > 0 ? lost.map(({ text }) => text) : [exam.campaign];
    const said = (first: 'en' | 'zh', other: 'en' | 'zh') => texts.map((text) => text[first] || text[other]);
    await this.open(sql, viewer, exam, 'exam-coaching', {
      teamId: exam.teamId,
      parameters: { items: said('en', 'zh').join('; '), itemsZh: said('zh', 'en').join('；') },
    });
  }

  async done(
    sql: Sql,
    viewer: Viewer,
    exam: Pick<LockedExam, 'id'>,
    kind: ExamDutyKind | 'exam-result',
    ownerId?: string,
  ) {
    await this.duties.done(sql, { source: sourceOf(exam), kind, ...(ownerId && { ownerId }) }, viewer.signInId);
  }

  /** There is nothing to be done any more: of one kind, or of all. */
  async cancel(sql: Sql, viewer: Viewer, exam: Pick<LockedExam, 'id'>, kind?: ExamDutyKind, ownerId?: string) {
    const of = { source: sourceOf(exam), ...(kind && { kind }), ...(ownerId && { ownerId }) };
    await this.duties.cancel(sql, of, viewer.signInId);
  }
}

const sourceOf = ({ id }: Pick<LockedExam, 'id'>) => ({ entity: 'exam', id });
const names = ({ campaign: { en, zh } }: LockedExam) => ({ exam: en || zh, examZh: zh || en });
