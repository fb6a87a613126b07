import type { BulkAnswer } from '@forecall/contracts';
import { scaleOf } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface AnswerStored {
  readonly state: 'stored' | 'there' | 'differs' | 'no-contact' | 'not-handled';
  readonly id: string | null;
}

/**
 * Answers about contacts of the source, credited to whom those are. One that came before is told from another under the
 * same external id by what it says. A later answer of a kind counts instead of the earlier.
 */
export async function storeAnswers(
  sql: Sql,
  rows: readonly BulkAnswer[],
  { source, by }: { source: string; by: string },
): Promise<AnswerStored[]> {
  const told = rows.map((row, n) => ({
    ...{ n, id: uuid(), external_id: row.externalId, contact: row.contact, kind: row.kind, scale: scaleOf(row.kind) },
    ...{ score: row.score, text: row.text, at: row.at },
  }));
  const made = await sql.rows<{ id: string }>(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x (n integer, id uuid, external_id text, contact text, kind text,
        scale smallint, score smallint, text text, at timestamptz)
    )
    INSERT INTO answer (id, contact_id, account_id, kind, scale, score, text, entered_how, at, created_by, rep_id, team_id,
        supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id, channel, reason_id,
        source, external_id)
      SELECT t.id, c.id, c.account_id, t.kind, t.scale, t.score, t.text, 'import', t.at, $3, c.rep_id, c.team_id,
        c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class, c.rep_in_care_id, c.channel,
        c.reason_id, $2, t.external_id
      FROM told t JOIN contact c ON c.source = $2 AND c.external_id = t.contact AND c.outcome = 'handled' AND c.voided_at IS NULL
      ORDER BY t.n
      ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL DO NOTHING RETURNING id`,
    [JSON.stringify(told), source, by],
  );
  // Asked by itself: what came at the same moment by another request is seen now.
  const found = await sql.rows<AnswerStored & { n: number }>(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x (n integer, id uuid, external_id text, contact text, kind text,
        scale smallint, score smallint, text text, at timestamptz)
    )
    SELECT t.n, a.id, CASE
        WHEN t.id = ANY ($3::uuid[]) THEN 'stored'
        WHEN a.id IS NOT NULL AND (a.kind, a.score, a.text, a.at) = (t.kind, t.score, t.text, t.at)
          AND c.id IS NOT DISTINCT FROM a.contact_id THEN 'there'
        WHEN a.id IS NOT NULL OR c.id IS NOT NULL AND c.outcome = 'handled' AND c.voided_at IS NULL THEN 'differs'
        WHEN c.id IS NULL THEN 'no-contact' ELSE 'not-handled' END AS state
    FROM told t LEFT JOIN answer a ON a.source = $2 AND a.external_id = t.external_id
    LEFT JOIN contact c ON c.source = $2 AND c.external_id = t.contact
    ORDER BY t.n`,
    [JSON.stringify(told), source, made.map(({ id }) => id)],
  );
  await sql.change(
    /* sql */ `
    UPDATE answer a SET superseded_by = later.id, revision = revision + 1
    FROM (
      SELECT a.id AS earlier_id, (
        SELECT l.id FROM answer l WHERE l.contact_id = a.contact_id AND l.kind = a.kind AND l.voided_at IS NULL
        ORDER BY l.at DESC, l.id DESC LIMIT 1) AS id
      FROM answer a
      WHERE a.superseded_by IS NULL AND a.voided_at IS NULL
        AND a.contact_id IN (SELECT contact_id FROM answer WHERE id = ANY ($1::uuid[]))
    ) later
    WHERE a.id = later.earlier_id AND later.id <> a.id`,
    [told.map(({ id }) => id)],
  );
  return found.map(({ state, id }) => ({ state, id }));
}
