import { Injectable } from '@nestjs/common';
import type {
  ExamsToMark,
  ExamsToMarkQuery,
  Marking,
  MarkingSheet,
  SaveMarking,
  ScenarioText,
} from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { type LockedExam, lockExam, noteStep, sheetOf, wasTakenOff } from './exam.query.js';
import { ExamDuties } from './exam-duties.js';
import { examsToMark } from './exam-list.query.js';
import { refuseLeader } from './fit-to-mark.js';
import { type MarkedBy, ownMarking, saveMarking, signed, signMarking } from './own-marking.js';
import { SettlingService } from './settling.service.js';

/** What an assessor does: reads the sheet, marks, signs. Each knows of their own marking only. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly database: Database,
    private readonly settling: SettlingService,
    private readonly duties: ExamDuties,
  ) {}

  async mine({ staffId }: Viewer, query: ExamsToMarkQuery): Promise<ExamsToMark> {
    const { rows, next } = pageOf(
      await examsToMark(this.database, staffId, query, pageAfter(query.after)),
      query.limit,
    );
    return { exams: rows.map(({ at: _, ...exam }) => exam), next };
  }

  async sheet(viewer: Viewer, id: string, sql: Sql = this.database): Promise<MarkingSheet> {
    const found = await sheetOf(sql, viewer.staffId, id);
    if (!found) throw notFound('exam');
    const { played, variant, exam, ...rest } = found;
    const marking = (await ownMarking(sql, byViewer(viewer, id))) ?? null;
    const mayMark = rest.mayMark && !rest.isOwnLeader && !marking?.signedAt;
    return { ...rest, exam, mayMark, scenario: scenarioOf(exam.scenario, played, variant), marking };
  }

  save(viewer: Viewer, examId: string, told: SaveMarking): Promise<Marking> {
    return this.database.transaction(async (sql) => {
      const { rubric } = await this.marked(sql, viewer, examId);
      return saveMarking(sql, byViewer(viewer, examId), rubric, told);
    });
  }

  sign(viewer: Viewer, examId: string, revision: number): Promise<MarkingSheet> {
    return this.database.transaction(async (sql) => {
      const exam = await this.marked(sql, viewer, examId);
      await signMarking(sql, byViewer(viewer, examId), exam.rubric, revision);
      await noteStep(sql, examId, { step: 'marked', by: viewer.staffId });
      await this.duties.done(sql, viewer, exam, 'exam-give', viewer.staffId);
      // The second's, who signs now, though it was handed on: nobody else can do it.
      await this.duties.done(sql, viewer, exam, 'exam-mark');
      await this.settling.go(sql, viewer, exam);
      await sql.change('UPDATE exam SET revision = revision + 1 WHERE id = $1', [examId]);
      return this.sheet(viewer, examId, sql);
    });
  }

  private async marked(sql: Sql, viewer: Viewer, id: string): Promise<LockedExam> {
    const { staffId } = viewer;
    const exam = await lockExam(sql, id);
    if (!exam) throw notFound('exam');
    if (exam.assessorId !== staffId && exam.secondId !== staffId)
      throw (await wasTakenOff(sql, id, staffId))
        ? conflict('exam-taken-off', 'It was given to somebody else.')
        : forbidden('Only who examines marks.');
    if (exam.state !== 'booked' && exam.state !== 'second')
      throw (await ownMarking(sql, byViewer(viewer, id)))?.signedAt
        ? signed()
        : conflict('exam-over', 'It is not marked any more.');
    if (exam.on > exam.today) throw conflict('exam-to-come', 'Its day is still to come.');
    refuseLeader(exam, viewer);
    return exam;
  }
}

const byViewer = ({ staffId }: Viewer, id: string): MarkedBy => ({ of: 'exam_id', id, staffId });

function scenarioOf(
  named: MarkingSheet['exam']['scenario'],
  played: ScenarioText | null,
  variantId: string,
): MarkingSheet['scenario'] {
  const variant = played?.variants.find(({ id }) => id === variantId);
  if (!named || !played || !variant) return null;
  const { name, situation, brief } = variant;
  return { name: named.name, temperament: played.temperament, variant: { name, situation, brief } };
}
