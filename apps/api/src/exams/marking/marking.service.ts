import { Injectable } from '@nestjs/common';
import type {
  ExamsToMark,
  ExamsToMarkQuery,
  Marking,
  MarkingSheet,
  SaveMarking,
  ScenarioText,
} from '@forecall/contracts';
import { itemsOf, markFault, scoreOf } from '@forecall/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { type LockedExam, lockExam, markingOf, noteStep, sheetOf } from './exam.query.js';
import { ExamDuties } from './exam-duties.js';
import { examsToMark } from './exam-list.query.js';
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

  async sheet({ staffId }: Viewer, id: string, sql: Sql = this.database): Promise<MarkingSheet> {
    const found = await sheetOf(sql, staffId, id);
    if (!found) throw notFound('exam');
    const { played, variant, exam, ...rest } = found;
    const marking = (await markingOf(sql, id, staffId)) ?? null;
    const mayMark = rest.mayMark && !marking?.signedAt;
    return { ...rest, exam, mayMark, scenario: scenarioOf(exam.scenario, played, variant), marking };
  }

  /** Whole, each time something changed; where another tab was first, it is refused and nothing is lost there. */
  save(viewer: Viewer, examId: string, told: SaveMarking): Promise<Marking> {
    return this.database.transaction(async (sql) => {
      const exam = await this.marked(sql, viewer, examId);
      refuseUnknown(exam, told);
      const before = await markingOf(sql, examId, viewer.staffId);
      if (before?.signedAt) throw signed();
      if ((before?.revision ?? 0) !== told.revision || (before && before.id !== told.id)) {
        const values = { revision: before?.revision ?? 0 };
        throw conflict('marking-changed', 'It was changed meanwhile, in another tab or on another device.', { values });
      }
      await sql.change(
        `INSERT INTO marking (id, exam_id, assessor_id, marks, notes, evidence, feedback, seconds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET marks = $4, notes = $5, evidence = $6, feedback = $7, seconds = $8,
           saved_at = now(), revision = marking.revision + 1 WHERE marking.exam_id = $2 AND marking.assessor_id = $3`,
        [
          ...[told.id, examId, viewer.staffId, JSON.stringify(told.marks), JSON.stringify(told.notes)],
          ...[JSON.stringify(told.evidence), told.feedback, told.seconds],
        ],
      );
      const after = await markingOf(sql, examId, viewer.staffId);
      if (!after) throw badField({ path: 'id', code: 'taken', message: 'is of another marking' });
      return after;
    });
  }

  /** From here on nobody changes it. */
  sign(viewer: Viewer, examId: string, revision: number): Promise<MarkingSheet> {
    return this.database.transaction(async (sql) => {
      const exam = await this.marked(sql, viewer, examId);
      const marking = await markingOf(sql, examId, viewer.staffId);
      if (!marking)
        throw conflict('marking-open', 'Nothing is marked yet.', { values: { open: itemsOf(exam.rubric).length } });
      if (marking.signedAt) throw signed();
      if (marking.revision !== revision)
        throw conflict('marking-changed', 'It was changed meanwhile.', { values: { revision: marking.revision } });
      const { numerator, denominator, failedCritical, open, state } = scoreOf(exam.rubric, marking.marks);
      if (state === 'open')
        throw conflict('marking-open', 'Not every item that applies is marked.', { values: { open: open.length } });
      await sql.change(
        `UPDATE marking SET signed_at = now(), numerator = $2, denominator = $3, failed_critical = $4, outcome = $5,
           revision = revision + 1 WHERE id = $1`,
        [marking.id, numerator, denominator, failedCritical, state],
      );
      await noteStep(sql, examId, { step: 'marked', by: viewer.staffId });
      for (const kind of ['exam-mark', 'exam-give'] as const)
        await this.duties.done(sql, viewer, exam, kind, viewer.staffId);
      await this.settling.go(sql, viewer, exam);
      await sql.change('UPDATE exam SET revision = revision + 1 WHERE id = $1', [examId]);
      return this.sheet(viewer, examId, sql);
    });
  }

  private async marked(sql: Sql, { staffId }: Viewer, id: string): Promise<LockedExam> {
    const exam = await lockExam(sql, id);
    if (!exam) throw notFound('exam');
    if (exam.assessorId !== staffId && exam.secondId !== staffId) throw forbidden('Only who examines marks.');
    if (exam.state !== 'booked' && exam.state !== 'second')
      throw (await markingOf(sql, id, staffId))?.signedAt
        ? signed()
        : conflict('exam-over', 'It is not marked any more.');
    if (exam.on > exam.today) throw conflict('exam-to-come', 'Its day is still to come.');
    return exam;
  }
}

const signed = () => conflict('marking-signed', 'It is signed and does not change any more.');

function refuseUnknown({ rubric }: LockedExam, { marks, notes, evidence }: SaveMarking): void {
  const fault = markFault(rubric, marks);
  if (fault) throw badField({ ...fault, message: 'is nothing that the rubric knows' });
  const ids = new Set(itemsOf(rubric).map(({ id }) => id));
  const strange = [
    ...Object.keys(notes).map((item) => ({ item, path: `notes.${item}` })),
    ...evidence.flatMap(({ item }, n) => (item === null ? [] : [{ item, path: `evidence.${n}.item` }])),
  ].find(({ item }) => !ids.has(item));
  if (strange) throw badField({ path: strange.path, code: 'unknown-item', message: 'is no item of the rubric' });
}

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
