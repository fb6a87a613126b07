import { withheldFrom } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';

export interface StreamRow {
  readonly scope: string;
  readonly n: number;
  readonly complaint_id: string;
  readonly number: number;
  readonly year: number;
  readonly received_at: Date;
  /** Of the receiving contact: it counts in the figures from then on. */
  readonly ended_at: Date;
  readonly department_id: string;
  /** The department that received it: its leaders may see it as well. */
  readonly receiving_department_id: string;
  readonly department_en: string;
  readonly department_zh: string;
  readonly reason_en: string | null;
  readonly reason_zh: string | null;
  readonly withheld_from: readonly string[];
  readonly channel: string;
  readonly account_en: string | null;
  readonly account_zh: string | null;
}

const streamColumns = `
  f.scope, f.n::float8 AS n, p.id AS complaint_id, p.number,
  p.number_year AS year, p.first_received_at AS received_at, c.ended_at,
  substr(f.scope, 12)::uuid AS department_id, c.handling_department_id AS receiving_department_id,
  d.name AS department_en, coalesce(d.name_zh, d.name) AS department_zh,
  ${withheldFrom('c')} AS withheld_from, r.name_en AS reason_en, r.name_zh AS reason_zh, c.channel, a.name AS account_en, coalesce(a.name_zh, a.name) AS account_zh`;

const streamJoins = `
  JOIN complaint p ON p.id = f.complaint_id AND p.voided_at IS NULL
  JOIN contact c ON c.id = p.contact_id
  JOIN department d ON d.id = substr(f.scope, 12)::uuid
  LEFT JOIN reason r ON r.id = c.reason_id
  LEFT JOIN account a ON a.id = c.account_id`;

/** The newest entries of every department's stream, by the end of their contacts, as the receipts of the figure. */
export const newestStream = (sql: Sql, limit: number, departmentId: string | null): Promise<StreamRow[]> =>
  sql.rows<StreamRow>(
    `SELECT ${streamColumns} FROM (
       SELECT * FROM feed WHERE $2::text IS NULL OR scope = $2 ORDER BY at DESC, n DESC LIMIT 4 * $1::int
     ) f ${streamJoins} ORDER BY c.ended_at DESC, f.n DESC LIMIT $1`,
    [limit, departmentId === null ? null : `department:${departmentId}`],
  );

/** The entries after those numbers, in the order of their numbers. A scope that was never seen is read from its start. */
export const streamAfter = (
  sql: Sql,
  seen: Readonly<Record<string, number>>,
  scopes: readonly string[],
): Promise<StreamRow[]> =>
  sql.rows<StreamRow>(
    `SELECT ${streamColumns} FROM unnest($1::text[], $2::bigint[]) AS s (scope, seen)
     CROSS JOIN LATERAL (SELECT * FROM feed WHERE feed.scope = s.scope AND feed.n > s.seen ORDER BY feed.n LIMIT 500) f
     ${streamJoins} ORDER BY f.scope, f.n`,
    [scopes, scopes.map((scope) => seen[scope] ?? 0)],
  );

/** What arrived in the last five minutes. A contact is numbered into the feed after its end, or as much before as clocks may differ. */
export const recentArrivals = (
  sql: Sql,
  departmentId: string | null,
): Promise<{ scope: string; n: number; ended_at: Date }[]> =>
  sql.rows(
    `SELECT f.scope, f.n::float8 AS n, c.ended_at FROM feed f
     JOIN complaint p ON p.id = f.complaint_id AND p.voided_at IS NULL
     JOIN contact c ON c.id = p.contact_id
     WHERE f.at > now() - interval '7 minutes' AND c.ended_at > now() - interval '5 minutes'
       AND ($1::text IS NULL OR f.scope = $1)
     ORDER BY f.at DESC LIMIT 1000`,
    [departmentId === null ? null : `department:${departmentId}`],
  );

export async function lastNumbers(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql.rows<{ scope: string; n: number }>(
    `SELECT s.scope, coalesce((SELECT max(n) FROM feed f WHERE f.scope = s.scope), 0)::float8 AS n FROM scope_version s LIMIT 1000`,
  );
  return Object.fromEntries(rows.map(({ scope, n }) => [scope, n]));
}
