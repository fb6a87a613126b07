import type { Marking, RubricText, SaveMarking } from '@forecall/contracts';
import { itemsOf, markFault, scoreOf } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { badField, conflict } from '../../platform/http/problem.js';
import { markingColumns } from './exam-json.query.js';

/** What somebody marks: an exam or a gold session, by the column that names it. */
export interface MarkedBy {
  readonly of: 'exam_id' | 'gold_id';
  readonly id: string;
  readonly staffId: string;
}

/** One's own marking, and nobody else's. */
export const ownMarking = (sql: Sql, { of, id, staffId }: MarkedBy): Promise<Marking | undefined> =>
  sql.first<Marking & Record<string, unknown>>(
    `SELECT ${markingColumns} FROM marking m WHERE m.${of} = $1 AND m.assessor_id = $2`,
    [id, staffId],
  );

/** Whole, each time something changed; where another tab was first, it is refused and nothing is lost there. */
export async function saveMarking(sql: Sql, by: MarkedBy, rubric: RubricText, told: SaveMarking): Promise<Marking> {
  refuseUnknown(rubric, told);
  const before = await ownMarking(sql, by);
  if (before?.signedAt) throw signed();
  if ((before?.revision ?? 0) !== told.revision || (before && before.id !== told.id)) {
    const values = { revision: before?.revision ?? 0 };
    throw conflict('marking-changed', 'It was changed meanwhile, in another tab or on another device.', { values });
  }
  await sql.change(
    `INSERT INTO marking (id, ${by.of}, assessor_id, marks, notes, evidence, feedback, seconds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET marks = $4, notes = $5, evidence = $6, feedback = $7, seconds = $8,
       saved_at = now(), revision = marking.revision + 1 WHERE marking.${by.of} = $2 AND marking.assessor_id = $3`,
    [
      ...[told.id, by.id, by.staffId, JSON.stringify(told.marks), JSON.stringify(told.notes)],
      ...[JSON.stringify(told.evidence), told.feedback, told.seconds],
    ],
  );
  const after = await ownMarking(sql, by);
  if (!after) throw badField({ path: 'id', code: 'taken', message: 'is of another marking' });
  return after;
}

/** From here on nobody changes it. */
export async function signMarking(sql: Sql, by: MarkedBy, rubric: RubricText, revision: number): Promise<void> {
  const marking = await ownMarking(sql, by);
  if (!marking) throw conflict('marking-open', 'Nothing is marked yet.', { values: { open: itemsOf(rubric).length } });
  if (marking.signedAt) throw signed();
  if (marking.revision !== revision)
    throw conflict('marking-changed', 'It was changed meanwhile.', { values: { revision: marking.revision } });
  const { numerator, denominator, failedCritical, open, state } = scoreOf(rubric, marking.marks);
  if (state === 'open')
    throw conflict('marking-open', 'Not every item that applies is marked.', { values: { open: open.length } });
  await sql.change(
    `UPDATE marking SET signed_at = now(), numerator = $2, denominator = $3, failed_critical = $4, outcome = $5,
       revision = revision + 1 WHERE id = $1`,
    [marking.id, numerator, denominator, failedCritical, state],
  );
}

export const signed = () => conflict('marking-signed', 'It is signed and does not change any more.');

function refuseUnknown(rubric: RubricText, { marks, notes, evidence }: SaveMarking): void {
  const fault = markFault(rubric, marks);
  if (fault) throw badField({ ...fault, message: 'is nothing that the rubric knows' });
  const ids = new Set(itemsOf(rubric).map(({ id }) => id));
  const strange = [
    ...Object.keys(notes).map((item) => ({ item, path: `notes.${item}` })),
    ...evidence.flatMap(({ item }, n) => (item === null ? [] : [{ item, path: `evidence.${n}.item` }])),
  ].find(({ item }) => !ids.has(item));
  const twice = evidence.findIndex(({ id }, n) => evidence.findIndex((other) => other.id === id) < n);
  if (twice >= 0) throw badField({ path: `evidence.${twice}.id`, code: 'taken', message: 'is of another one' });
  if (strange) throw badField({ path: strange.path, code: 'unknown-item', message: 'is no item of the rubric' });
}
