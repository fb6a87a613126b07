import type { ChainBreak } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

/** To the microsecond, in UTC, however the session writes times. */
const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** All that a signature covers, as it stands in the rows now; by the appraisal's id. Ids, never names: those may change. */
const content = /* sql */ `
  SELECT a.id, json_build_object(
    'appraisal', json_build_object('id', a.id, 'kind', a.kind, 'subject', a.subject_id, 'appraiser', a.appraiser_id, 'how', a.how,
      'team', a.team_id, 'department', a.department_id, 'text', a.text, 'card', a.card, 'coaching', a.coaching,
      'answerBy', a.answer_by, 'savedAt', ${moment('a.saved_at')}, 'revision', a.revision),
    'cycle', json_build_object('id', c.id, 'kind', c.kind, 'from', c.from_on, 'to', c.to_on, 'competencies', c.competencies),
    'figures', (SELECT coalesce(json_agg(json_build_object('place', f.place, 'line', f.line, 'question', f.question,
      'at', ${moment('f.at')}, 'rows', f.rows, 'ids', f.row_ids, 'sha256', encode(f.rows_sha256, 'hex')) ORDER BY f.place), '[]')
      FROM appraisal_figure f WHERE f.appraisal_id = a.id),
    'steps', (SELECT coalesce(json_agg(json_build_object('n', w.n, 'step', w.step, 'at', ${moment('w.at')}, 'by', w.by_staff_id,
      'note', w.note, 'data', w.data) ORDER BY w.n), '[]')
      FROM appraisal_step w WHERE w.appraisal_id = a.id),
    'goals', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'place', g.place, 'subject', g.subject_id, 'by', g.set_by,
      'text', g.text, 'dueOn', g.due_on) ORDER BY g.place, g.id), '[]')
      FROM appraisal_goal g WHERE g.appraisal_id = a.id)) AS content
  FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id WHERE a.id = ANY ($1::uuid[])`;

export const contentsOf = async (sql: Sql, ids: readonly string[]): Promise<Map<string, unknown>> =>
  new Map((await sql.rows<{ id: string; content: unknown }>(content, [ids])).map((row) => [row.id, row.content]));

export interface Seal {
  readonly n: number;
  readonly appraisalId: string;
  readonly before: Buffer;
  readonly sha256: Buffer;
}

export const sealsAfter = (sql: Sql, n: number, limit: number): Promise<Seal[]> =>
  sql.rows<Seal & Record<string, unknown>>(
    /* sql */ `
    SELECT n::float8 AS n, appraisal_id AS "appraisalId", before_sha256 AS before, sha256
    FROM appraisal_seal WHERE n > $1 ORDER BY n LIMIT $2`,
    [n, limit],
  );

export interface ChainHead {
  readonly n: number;
  readonly sha256: Buffer;
}

export const chainHead = async (sql: Sql): Promise<ChainHead> =>
  (await sql.first<ChainHead & Record<string, unknown>>('SELECT n::float8 AS n, sha256 FROM appraisal_chain')) ?? {
    ...{ n: 0, sha256: Buffer.alloc(0) },
  };

/** One signature at a time: whoever signs meanwhile waits. */
export async function lockChain(sql: Sql): Promise<ChainHead> {
  await sql.rows('SELECT FROM appraisal_chain FOR UPDATE');
  return chainHead(sql);
}

export async function addSeal(sql: Sql, { n, appraisalId, before, sha256 }: Seal, at: Date): Promise<void> {
  await sql.change(
    'INSERT INTO appraisal_seal (n, appraisal_id, before_sha256, sha256, at) VALUES ($1, $2, $3, $4, $5)',
    [...[n, appraisalId, before, sha256, at]],
  );
  await sql.change('UPDATE appraisal_chain SET n = $1, sha256 = $2', [n, sha256]);
}

type Whose = Pick<ChainBreak, 'appraisalId' | 'kind' | 'subject' | 'cycle'>;

const whose = /* sql */ `
  SELECT a.id AS "appraisalId", a.kind, s.name AS subject, c.kind || ' ' || c.from_on AS cycle
  FROM appraisal a JOIN staff s ON s.id = a.subject_id JOIN appraisal_cycle c ON c.id = a.cycle_id`;

export const whoseIs = async (sql: Sql, appraisalId: string): Promise<Whose> =>
  (await sql.first<Whose & Record<string, unknown>>(`${whose} WHERE a.id = $1`, [appraisalId])) ?? {
    ...{ appraisalId, kind: null, subject: null, cycle: null },
  };

/** The first that was signed and has no seal: its seal was taken away. */
export const firstUnsealed = (sql: Sql): Promise<Whose | undefined> =>
  sql.first<Whose & Record<string, unknown>>(
    `${whose} JOIN appraisal_step w ON w.appraisal_id = a.id AND w.step = 'signed'
     WHERE NOT EXISTS (SELECT FROM appraisal_seal x WHERE x.appraisal_id = a.id) ORDER BY w.at, a.id LIMIT 1`,
  );
