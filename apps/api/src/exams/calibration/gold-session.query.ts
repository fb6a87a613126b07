import type {
  ChangeGoldSession,
  GoldSession,
  GoldSessionDetail,
  GoldSessionQuery,
  RubricText,
} from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { hasSigned, sessionColumns, sessionJoins } from './gold-json.query.js';

const counted = /* sql */ `
  ${sessionColumns}, (SELECT count(*)::integer FROM gold_assessor a WHERE a.gold_id = g.id) AS asked,
  (SELECT count(*)::integer FROM gold_assessor a WHERE a.gold_id = g.id AND ${hasSigned}) AS signed`;

/** Of the departments that one leads. */
const sight = (reach: number) => `($${reach}::boolean OR g.department_id = ANY ($${reach + 1}::uuid[]))`;

/** The newest first. */
export const goldSessionsPage = (
  sql: Sql,
  { everything, departmentIds }: Reach,
  { state, rubricVersionId, limit }: GoldSessionQuery,
  after: PageEnd | undefined,
): Promise<(GoldSession & PageEnd)[]> =>
  sql.rows(
    /* sql */ `
    SELECT ${counted}, g.created_at::text AS at FROM ${sessionJoins}
    WHERE (g.closed_at IS NOT NULL) = $3 AND ($4::uuid IS NULL OR g.rubric_version_id = $4)
      AND ($5::timestamptz IS NULL OR (g.created_at, g.id) < ($5::timestamptz, $6::uuid)) AND ${sight(1)}
    ORDER BY g.created_at DESC, g.id DESC LIMIT $7`,
    [
      ...[everything, departmentIds, state === 'closed', rubricVersionId ?? null],
      ...[after?.at ?? null, after?.id ?? null, limit + 1],
    ],
  );

export const goldSessionById = (
  sql: Sql,
  { everything, departmentIds }: Reach,
  id: string,
): Promise<Omit<GoldSessionDetail, 'mayChange'> | undefined> =>
  sql.first(
    /* sql */ `
    SELECT ${counted}, g.recording AS link, g.played, coalesce((
        SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'isReference', a.is_reference, 'signedAt', m.signed_at)
          ORDER BY a.is_reference, s.name COLLATE name_order, s.id)
        FROM gold_assessor a JOIN staff s ON s.id = a.staff_id
        LEFT JOIN marking m ON m.gold_id = a.gold_id AND m.assessor_id = a.staff_id
        WHERE a.gold_id = g.id), '[]') AS assessors
    FROM ${sessionJoins} WHERE g.id = $3 AND ${sight(1)}`,
    [everything, departmentIds, id],
  );

export interface LockedGoldSession {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly dueOn: string;
  readonly isClosed: boolean;
  readonly rubricVersionId: string;
  readonly rubricId: string;
  readonly rubric: RubricText;
  readonly staffIds: readonly string[];
  /** Who has begun to mark it. */
  readonly begun: readonly { readonly id: string; readonly name: string }[];
  readonly signed: number;
  readonly zone: string;
  readonly revision: number;
}

/** Nobody else changes, signs or closes it until the transaction is over. */
export async function lockGoldSession(sql: Sql, id: string): Promise<LockedGoldSession | undefined> {
  // First the lock, then what is read under it: another's signature that was waited for is seen.
  if (!(await sql.first('SELECT FROM gold_session WHERE id = $1 FOR UPDATE', [id]))) return undefined;
  return sql.first<LockedGoldSession & Record<string, unknown>>(
    /* sql */ `
    SELECT g.id, g.department_id AS "departmentId", g.name, g.due_on::text AS "dueOn", g.closed_at IS NOT NULL AS "isClosed",
      v.id AS "rubricVersionId", v.paper_id AS "rubricId", v.content AS rubric,
      coalesce((SELECT array_agg(a.staff_id) FROM gold_assessor a WHERE a.gold_id = g.id), '{}') AS "staffIds",
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name, s.id)
        FROM marking m JOIN staff s ON s.id = m.assessor_id WHERE m.gold_id = g.id), '[]') AS begun,
      (SELECT count(*)::integer FROM gold_assessor a WHERE a.gold_id = g.id AND ${hasSigned}) AS signed, o.zone, g.revision
    FROM gold_session g JOIN exam_paper_version v ON v.id = g.rubric_version_id CROSS JOIN organisation o WHERE g.id = $1`,
    [id],
  );
}

export interface GoldColumns extends Omit<ChangeGoldSession, 'revision' | 'rubricId'> {
  readonly id: string;
  readonly rubricVersionId: string;
}

const values = ({ id, name, rubricVersionId, link, played, dueOn }: GoldColumns) => [
  ...[id, name, rubricVersionId, link, played, dueOn],
];

export async function addGoldSession(sql: Sql, told: GoldColumns, departmentId: string, by: string): Promise<void> {
  await sql.change(
    `INSERT INTO gold_session (id, name, rubric_version_id, recording, played, due_on, department_id, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...values(told), departmentId, by],
  );
  await writeAssessors(sql, told);
}

export async function changeGoldSession(sql: Sql, told: GoldColumns): Promise<void> {
  await sql.change(
    `UPDATE gold_session SET name = $2, rubric_version_id = $3, recording = $4, played = $5, due_on = $6,
       revision = revision + 1 WHERE id = $1`,
    values(told),
  );
  await writeAssessors(sql, told);
}

async function writeAssessors(sql: Sql, { id, assessorIds, referenceId }: GoldColumns): Promise<void> {
  await sql.change('DELETE FROM gold_assessor WHERE gold_id = $1', [id]);
  await sql.change(
    `INSERT INTO gold_assessor (gold_id, staff_id, is_reference) SELECT DISTINCT $1::uuid, who, who IS NOT DISTINCT FROM $3::uuid
     FROM unnest($2::uuid[]) AS who`,
    [id, referenceId === null ? assessorIds : [...assessorIds, referenceId], referenceId],
  );
}

export const closeGoldSession = (sql: Sql, id: string): Promise<number> =>
  sql.change('UPDATE gold_session SET closed_at = now(), revision = revision + 1 WHERE id = $1', [id]);

/** Which of these people do not work here. */
export const strangerAmong = async (sql: Sql, staffIds: readonly string[]): Promise<number | undefined> => {
  const row = await sql.first<{ n: number }>(
    /* sql */ `
    SELECT asked.n::integer - 1 AS n FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, n)
    WHERE NOT EXISTS (SELECT FROM staff s WHERE s.id = asked.id AND s.left_on IS NULL) ORDER BY asked.n LIMIT 1`,
    [staffIds],
  );
  return row?.n;
};
