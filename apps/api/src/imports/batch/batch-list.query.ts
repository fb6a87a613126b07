import type { ImportBatch, ImportList } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { type PageEnd, pageOf } from '../../platform/http/page-cursor.js';
import { type Batch, batchColumns } from './batch.query.js';

type Row = Omit<Batch, 'createdBy'> & {
  createdBy: string | null;
  title: string | null;
  first: string | null;
  last: string | null;
} & PageEnd;

/** Days of what it brought come from the contacts' index on batches: the first and the last by id are not it. */
const columns = /* sql */ `
  ${batchColumns.replace('b.created_by AS "createdBy"', 'coalesce(s.name, i.email) AS "createdBy"')},
  b.definition ->> 'title' AS title, b.created_at::text AS at, d.first, d.last`;

const joins = /* sql */ `
  LEFT JOIN sign_in i ON i.id = b.created_by LEFT JOIN staff s ON s.id = i.staff_id
  LEFT JOIN LATERAL (
    SELECT (b.period ->> 'from') AS first, (b.period ->> 'to') AS last
  ) d ON true`;

export async function batchPage(sql: Sql, after: PageEnd | undefined, limit: number): Promise<ImportList> {
  const rows = await sql.rows<Row>(
    /* sql */ `
    SELECT ${columns} FROM import_batch b ${joins}
    WHERE b.state <> 'receiving' AND ($1::timestamptz IS NULL OR (b.created_at, b.id) < ($1, $2::uuid))
    ORDER BY b.created_at DESC, b.id DESC LIMIT $3`,
    [after?.at ?? null, after?.id ?? null, limit + 1],
  );
  const page = pageOf(rows, limit);
  return { rows: page.rows.map(json), next: page.next };
}

export async function batchJson(sql: Sql, id: string): Promise<ImportBatch | undefined> {
  const row = await sql.first<Row>(
    `SELECT ${columns} FROM import_batch b ${joins} WHERE b.id = $1 AND b.state <> 'receiving'`,
    [id],
  );
  return row && json(row);
}

const json = ({ makes: { passedOver, ...makes }, ...row }: Row): ImportBatch => ({
  ...{ id: row.id, fileName: row.fileName, state: row.state, isStopping: row.stopAskedAt !== null },
  ...{ preset: row.preset, title: row.title, bytes: row.bytes, lines: row.lines, rowsRead: row.rowsRead },
  ...{ rowsStaged: row.rowsStaged, rowsThere: row.rowsThere, rowsTaken: row.rowsTaken, rowsRefused: row.rowsRefused },
  ...{ rowsUndone: row.rowsUndone, leftOut: row.leftOut, makes, passedOver: passedOver ?? null, failure: row.failure },
  ...{ createdAt: row.createdAt.toISOString(), createdBy: row.createdBy },
  finishedAt: row.finishedAt?.toISOString() ?? null,
  period: row.first !== null && row.last !== null ? { from: row.first, to: row.last } : null,
});
