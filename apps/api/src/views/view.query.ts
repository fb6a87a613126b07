import type { KeepView, SavedView } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';

const columns = 'id, page, name, address, is_first AS "isFirst"';

export const listViews = (sql: Sql, signInId: string, page: string): Promise<SavedView[]> =>
  sql.rows<SavedView>(
    `SELECT ${columns} FROM saved_view WHERE sign_in_id = $1 AND page = $2 ORDER BY lower(name), id LIMIT 100`,
    [signInId, page],
  );

/** Two windows of one person keep one after the other. */
export const lockViews = (sql: Sql, signInId: string): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('views ' || $1, 0))`, [signInId]);

/** The others of the page. */
export async function countViews(sql: Sql, signInId: string, page: string, except: string): Promise<number> {
  const row = await sql.first<{ count: number }>(
    'SELECT count(*)::int AS count FROM saved_view WHERE sign_in_id = $1 AND page = $2 AND id <> $3',
    [signInId, page, except],
  );
  return row?.count ?? 0;
}

/** One at most is the first of its page: a new one takes the place. Undefined where the id is not this person's. */
export async function keepView(
  sql: Sql,
  signInId: string,
  id: string,
  { page, name, address, isFirst }: KeepView,
): Promise<SavedView | undefined> {
  if (isFirst)
    await sql.change(
      'UPDATE saved_view SET is_first = false WHERE sign_in_id = $1 AND page = $2 AND is_first AND id <> $3',
      [signInId, page, id],
    );
  return sql.first<SavedView>(
    `INSERT INTO saved_view (id, sign_in_id, page, name, address, is_first) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, address = EXCLUDED.address, is_first = EXCLUDED.is_first
     WHERE saved_view.sign_in_id = EXCLUDED.sign_in_id AND saved_view.page = EXCLUDED.page
     RETURNING ${columns}`,
    [id, signInId, page, name, address, isFirst],
  );
}

export const deleteView = (sql: Sql, signInId: string, id: string): Promise<number> =>
  sql.change('DELETE FROM saved_view WHERE id = $1 AND sign_in_id = $2', [id, signInId]);
