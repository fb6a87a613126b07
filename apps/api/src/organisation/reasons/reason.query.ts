import type { ReasonEntry } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

/** A reason and all above it. */
export const ancestorsOf = (sql: Sql, id: string): Promise<{ id: string }[]> =>
  sql.rows(
    /* sql */ `
    WITH RECURSIVE upward AS (
      SELECT id, parent_id FROM reason WHERE id = $1
      UNION ALL
      SELECT r.id, r.parent_id FROM reason r JOIN upward u ON r.id = u.parent_id
    )
    SELECT id FROM upward`,
    [id],
  );

/** All below a reason, the nearest first; `depth` 1: its children. */
export const descendantsOf = (sql: Sql, id: string): Promise<{ id: string; depth: number }[]> =>
  sql.rows(
    /* sql */ `
    WITH RECURSIVE downward AS (
      SELECT id, 1 AS depth FROM reason WHERE parent_id = $1
      UNION ALL
      SELECT r.id, d.depth + 1 FROM reason r JOIN downward d ON r.parent_id = d.id
    )
    SELECT id, depth FROM downward ORDER BY depth`,
    [id],
  );

/** The ids below one parent in their order, and locked, so that two who arrange them come one after the other. */
export async function siblingsOf(sql: Sql, parentId: string | null): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    /* sql */ `
    SELECT id FROM reason WHERE parent_id IS NOT DISTINCT FROM $1 ORDER BY place, lower(name_en), id FOR UPDATE`,
    [parentId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The whole tree, each reason followed by those below it. `answerableDepartmentId` is inherited on the way down. A
 * reason that closes later is still there; one that begins later is there already.
 */
export const reasonTree = (sql: Sql, withClosed: boolean): Promise<ReasonEntry[]> =>
  sql.rows(
    /* sql */ `
    WITH RECURSIVE tree AS (
      SELECT r.*, answerable_department_id AS answers, 0 AS depth, ARRAY[row_number() OVER (ORDER BY place, lower(name_en), id)] AS path
      FROM reason r WHERE parent_id IS NULL
      UNION ALL
      SELECT r.*, coalesce(r.answerable_department_id, t.answers), t.depth + 1,
        t.path || row_number() OVER (PARTITION BY r.parent_id ORDER BY r.place, lower(r.name_en), r.id)
      FROM reason r JOIN tree t ON r.parent_id = t.id
    )
    SELECT id, parent_id AS "parentId", name_en AS "nameEn", name_zh AS "nameZh", answerable_department_id AS "departmentId",
      answers AS "answerableDepartmentId", depth, ${isoInstant('"from"')} AS "from", ${isoInstant('"to"')} AS "to", revision
    FROM tree WHERE $1 OR "to" IS NULL OR "to" > now()
    ORDER BY path LIMIT 5000`,
    [withClosed],
  );
