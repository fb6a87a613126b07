import type { ChartBaseline } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import { isoInstant } from '../platform/database/iso-instant.js';

/** Whose chart it is. */
export interface ChartOf {
  readonly departmentId: string;
  readonly metric: MetricId;
}

export interface ChartDepartment {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

export const chartDepartment = (sql: Sql, id: string): Promise<ChartDepartment | undefined> =>
  sql.first<ChartDepartment & Record<string, unknown>>(
    'SELECT id, name AS en, coalesce(name_zh, name) AS zh FROM department WHERE id = $1',
    [id],
  );

/** Of those that begin on one day, the last that is not undone holds. */
const state = /* sql */ `CASE
  WHEN b.undone_at IS NOT NULL THEN 'undone'
  WHEN EXISTS (SELECT FROM chart_baseline later WHERE later.department_id = b.department_id AND later.metric = b.metric
    AND later."from" = b."from" AND later.undone_at IS NULL AND later.id > b.id) THEN 'replaced'
  ELSE 'in-force' END`;

const columns = /* sql */ `
  b.id, to_char(b."from", 'YYYY-MM-DD') AS "from", b.days, b.reason, s.name AS by, ${isoInstant('b.set_at')} AS at,
  ${state} AS state,
  CASE WHEN b.undone_at IS NOT NULL THEN json_build_object('by', us.name, 'at', ${isoInstant('b.undone_at')}) END AS undone`;
const tables = /* sql */ `chart_baseline b
  JOIN sign_in i ON i.id = b.set_by JOIN staff s ON s.id = i.staff_id
  LEFT JOIN sign_in ui ON ui.id = b.undone_by LEFT JOIN staff us ON us.id = ui.staff_id`;

type BaselineRow = ChartBaseline & Record<string, unknown>;

export const listBaselines = (sql: Sql, { departmentId, metric }: ChartOf, most: number): Promise<ChartBaseline[]> =>
  sql.rows<BaselineRow>(
    `SELECT ${columns} FROM ${tables} WHERE b.department_id = $1 AND b.metric = $2
     ORDER BY b."from" DESC, b.id DESC LIMIT $3`,
    [departmentId, metric, most],
  );

/** Those that hold and begin before a day, back to the one that held on an earlier day, the earliest first. */
export const baselinesWithin = (
  sql: Sql,
  { departmentId, metric }: ChartOf,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ChartBaseline[]> =>
  sql.rows<BaselineRow>(
    `SELECT * FROM (SELECT ${columns} FROM ${tables}
       WHERE b.department_id = $1 AND b.metric = $2 AND b.undone_at IS NULL AND b."from" < $4::date
         AND b."from" >= coalesce((SELECT max(held."from") FROM chart_baseline held
           WHERE held.department_id = $1 AND held.metric = $2 AND held.undone_at IS NULL AND held."from" <= $3::date),
           $3::date)) found
     WHERE state = 'in-force' ORDER BY "from"`,
    [departmentId, metric, from, to],
  );

export const baselineById = (sql: Sql, id: string): Promise<ChartBaseline | undefined> =>
  sql.first<BaselineRow>(`SELECT ${columns} FROM ${tables} WHERE b.id = $1`, [id]);

/** One after the other for each chart, until the end of the transaction. */
export const lockChart = (sql: Sql, { departmentId, metric }: ChartOf): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('chart ' || $1 || ' ' || $2, 0))`, [departmentId, metric]);

export const chartOfBaseline = (sql: Sql, id: string): Promise<ChartOf | undefined> =>
  sql.first<ChartOf & Record<string, unknown>>(
    'SELECT department_id AS "departmentId", metric FROM chart_baseline WHERE id = $1',
    [id],
  );

export interface NewBaseline extends ChartOf {
  readonly id: string;
  readonly from: string;
  readonly days: number | null;
  readonly reason: string;
  readonly signInId: string;
}

export const insertBaseline = (sql: Sql, one: NewBaseline): Promise<number> =>
  sql.change(
    `INSERT INTO chart_baseline (id, department_id, metric, "from", days, reason, set_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [one.id, one.departmentId, one.metric, one.from, one.days, one.reason, one.signInId],
  );

export const undoBaseline = (sql: Sql, id: string, signInId: string): Promise<number> =>
  sql.change('UPDATE chart_baseline SET undone_by = $2, undone_at = now() WHERE id = $1 AND undone_at IS NULL', [
    id,
    signInId,
  ]);

/** Of the chart, the first that holds and begins after a day, within so many days. */
export const nextBaseline = (
  sql: Sql,
  { departmentId, metric }: ChartOf,
  after: string,
  until: string,
): Promise<{ from: string } | undefined> =>
  sql.first<{ from: string }>(
    `SELECT to_char(min("from"), 'YYYY-MM-DD') AS "from" FROM chart_baseline
     WHERE department_id = $1 AND metric = $2 AND undone_at IS NULL AND "from" > $3 AND "from" <= $4
     HAVING min("from") IS NOT NULL`,
    [departmentId, metric, after, until],
  );
