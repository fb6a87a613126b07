import type { Sql } from '../../platform/database/database.js';

const contactsAtOnce = 2_000;
const nil = '00000000-0000-0000-0000-000000000000';

export interface Deleted {
  readonly deleted: number;
  /** The last contact looked at, to go on behind; null: there is none left. */
  readonly last: string | null;
}

/**
 * Deletes the next contacts of a batch behind `after`, with their answers and complaints of the same batch. A contact
 * that others refer to (a complaint or an answer by hand, a transfer, a complaint about it), or whose complaint was handed
 * over, noted upon or analysed here, stays whole.
 */
export async function deleteContacts(sql: Sql, batchId: string, after: string): Promise<Deleted> {
  const rows = await sql.rows<{ id: string; is_free: boolean }>(
    /* sql */ `
    SELECT c.id, NOT EXISTS (SELECT FROM contact t WHERE t.transferred_from = c.id)
      AND NOT EXISTS (SELECT FROM answer a WHERE a.contact_id = c.id AND a.batch_id IS DISTINCT FROM c.batch_id)
      AND NOT EXISTS (SELECT FROM complaint k WHERE k.about_contact_id = c.id)
      AND NOT EXISTS (
        SELECT FROM complaint k WHERE k.contact_id = c.id AND (
          k.batch_id IS DISTINCT FROM c.batch_id
          OR EXISTS (SELECT FROM complaint o WHERE o.repeat_of = k.id)
          OR EXISTS (SELECT FROM complaint o WHERE o.merged_into = k.id)
          OR EXISTS (SELECT FROM handover o WHERE o.complaint_id = k.id)
          OR EXISTS (SELECT FROM complaint_note o WHERE o.complaint_id = k.id)
          OR EXISTS (SELECT FROM cause o WHERE o.complaint_id = k.id)
        )
      ) AS is_free
    FROM contact c WHERE c.batch_id = $1 AND c.id > $2 ORDER BY c.id LIMIT ${contactsAtOnce} FOR UPDATE`,
    [batchId, after || nil],
  );
  const free = rows.filter(({ is_free }) => is_free).map(({ id }) => id);
  await sql.change(
    `DELETE FROM complaint_step s USING complaint k WHERE s.complaint_id = k.id AND k.contact_id = ANY ($1::uuid[])`,
    [free],
  );
  await sql.change('DELETE FROM complaint WHERE contact_id = ANY ($1::uuid[])', [free]);
  await sql.change('DELETE FROM answer WHERE contact_id = ANY ($1::uuid[])', [free]);
  const deleted = await sql.change('DELETE FROM contact WHERE id = ANY ($1::uuid[])', [free]);
  return { deleted, last: rows.at(-1)?.id ?? null };
}
