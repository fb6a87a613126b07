import type { ReportListQuery, SavedReport } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { isoInstant } from '../platform/database/iso-instant.js';
import type { PageEnd } from '../platform/http/page-cursor.js';

const minuteText = `to_char(make_interval(mins => m.minute), 'HH24:MI')`;

const mailing = /* sql */ `
  (SELECT json_build_object('weekday', m.weekday, 'dayOfMonth', m.day_of_month, 'time', ${minuteText},
     'nextAt', ${isoInstant('m.next_at')}, 'lastAt', ${isoInstant('m.last_at')},
     'recipients', (SELECT coalesce(json_agg(json_build_object('staffId', s.id, 'name', s.name, 'locale', c.locale)
         ORDER BY s.name COLLATE name_order, s.id), '[]')
       FROM report_recipient c JOIN staff s ON s.id = c.staff_id WHERE c.report_id = r.id))
   FROM report_mailing m WHERE m.report_id = r.id AND r.owner_id = $1)`;

/** $1: the sign-in that asks. */
const columns = /* sql */ `
  r.id, r.name, r.definition, json_build_object('id', o.id, 'name', o.name) AS owner, r.owner_id = $1 AS "isMine",
  r.is_shared AS "isShared", ${mailing} AS mailing, r.revision, ${isoInstant('r.changed_at')} AS "changedAt"`;
const from = 'report r JOIN sign_in i ON i.id = r.owner_id JOIN staff o ON o.id = i.staff_id';

/** Whoever owns it, whoever it is shared with (all), whoever it is mailed to. $2: the staff of the sign-in. */
const isOpen = /* sql */ `(r.owner_id = $1 OR r.is_shared
  OR EXISTS (SELECT FROM report_recipient c WHERE c.report_id = r.id AND c.staff_id = $2))`;

export interface Asker {
  readonly signInId: string;
  readonly staffId: string;
}

export type ListedReport = SavedReport & PageEnd;

/** The last changed first: each half by its own index. */
export function listReports(
  sql: Sql,
  { signInId }: Asker,
  { whose, limit }: Pick<ReportListQuery, 'whose' | 'limit'>,
  after: PageEnd | undefined,
): Promise<ListedReport[]> {
  const half = (which: string) => /* sql */ `
    (SELECT r.id, r.changed_at FROM report r
     WHERE ${which} AND r.deleted_at IS NULL AND ($2::timestamptz IS NULL OR (r.changed_at, r.id) < ($2, $3::uuid))
     ORDER BY r.changed_at DESC, r.id DESC LIMIT $4)`;
  const halves = [
    ...(whose === 'shared' ? [] : [half('r.owner_id = $1')]),
    ...(whose === 'own' ? [] : [half('r.is_shared AND r.owner_id <> $1')]),
  ];
  return sql.rows<ListedReport & Record<string, unknown>>(
    /* sql */ `
    SELECT ${columns}, r.changed_at::text AS at FROM ${from} JOIN (${halves.join(' UNION ALL ')}) page ON page.id = r.id
    ORDER BY r.changed_at DESC, r.id DESC LIMIT $4`,
    [signInId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
}

/** Undefined where there is none that the asker may open. */
export const reportById = (sql: Sql, { signInId, staffId }: Asker, id: string): Promise<SavedReport | undefined> =>
  sql.first<SavedReport & Record<string, unknown>>(
    `SELECT ${columns} FROM ${from} WHERE r.id = $3 AND r.deleted_at IS NULL AND ${isOpen}`,
    [signInId, staffId, id],
  );

/** One after the other, so that nobody keeps more than there is room for. */
export const lockReports = (sql: Sql, signInId: string): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('reports ' || $1, 0))`, [signInId]);

export async function countReports(sql: Sql, signInId: string): Promise<number> {
  const row = await sql.first<{ count: number }>(
    'SELECT count(*)::int AS count FROM report WHERE owner_id = $1 AND deleted_at IS NULL',
    [signInId],
  );
  return row?.count ?? 0;
}

export const insertReport = (
  sql: Sql,
  report: { readonly id: string; readonly ownerId: string; readonly name: string; readonly definition: object },
): Promise<number> =>
  sql.change('INSERT INTO report (id, owner_id, name, definition) VALUES ($1, $2, $3, $4)', [
    report.id,
    report.ownerId,
    report.name,
    JSON.stringify(report.definition),
  ]);

export interface OwnReport {
  readonly name: string;
  readonly isShared: boolean;
  readonly isDeleted: boolean;
  readonly revision: number;
}

/** One's own, also where it was deleted, held until the end of the transaction. */
export const ownReport = (sql: Sql, signInId: string, id: string): Promise<OwnReport | undefined> =>
  sql.first<OwnReport & Record<string, unknown>>(
    `SELECT name, is_shared AS "isShared", deleted_at IS NOT NULL AS "isDeleted", revision
     FROM report WHERE id = $1 AND owner_id = $2 FOR UPDATE`,
    [id, signInId],
  );

export const changeReport = (
  sql: Sql,
  id: string,
  { name, definition, isShared }: { name?: string; definition?: object; isShared?: boolean },
): Promise<number> =>
  sql.change(
    `UPDATE report SET name = coalesce($2, name), definition = coalesce($3::jsonb, definition),
       is_shared = coalesce($4, is_shared), revision = revision + 1, changed_at = now()
     WHERE id = $1`,
    [id, name ?? null, definition ? JSON.stringify(definition) : null, isShared ?? null],
  );

export const markDeleted = (sql: Sql, id: string, isDeleted: boolean): Promise<number> =>
  sql.change(
    'UPDATE report SET deleted_at = CASE WHEN $2 THEN now() END, revision = revision + 1, changed_at = now() WHERE id = $1',
    [id, isDeleted],
  );

/** What was deleted can be brought back for some days. */
export const clearDeleted = (sql: Sql, signInId: string): Promise<number> =>
  sql.change(`DELETE FROM report WHERE owner_id = $1 AND deleted_at < now() - interval '30 days'`, [signInId]);
