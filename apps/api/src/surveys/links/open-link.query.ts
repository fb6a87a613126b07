import type { ChangeOpenSurveyLink, MakeOpenSurveyLink, OpenSurveyLink } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

export type StoredLink = Omit<OpenSurveyLink, 'url'> & { readonly code: string };

/** Of the departments that one leads, or in which one leads a team. */
const isSeen = ({ everything, departmentIds, teamIds }: Reach, values: SqlValues): string =>
  everything
    ? 'true'
    : `(l.department_id = ANY (${values.add(departmentIds, 'uuid[]')})
        OR l.department_id IN (SELECT t.department_id FROM team t WHERE t.id = ANY (${values.add(teamIds, 'uuid[]')})))`;

const link = /* sql */ `
  l.id, l.code, l.name, json_build_object('id', f.id, 'nameEn', f.name_en, 'nameZh', f.name_zh) AS form,
  ${namedInBoth('department')} AS department, l.ends_on::text AS "endsOn", l.is_off AS "isOff",
  NOT l.is_off AND f.archived_at IS NULL
    AND l.ends_on >= (now() AT TIME ZONE (SELECT zone FROM organisation))::date AS "isGood",
  (SELECT count(*)::int FROM survey_ask a WHERE a.open_link_id = l.id AND a.planned_at > now() - interval '90 days')
    AS answers, l.revision, ${isoInstant('l.created_at')} AS "createdAt"
  FROM survey_open_link l JOIN survey_form f ON f.id = l.form_id JOIN department ON department.id = l.department_id`;

/** The newest first. */
export function linksPage(
  sql: Sql,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after: PageEnd | undefined },
): Promise<(StoredLink & PageEnd)[]> {
  const values = new SqlValues();
  const beyond =
    after && `(l.created_at, l.id) < (${values.add(after.at, 'timestamptz')}, ${values.add(after.id, 'uuid')})`;
  return sql.rows<StoredLink & PageEnd>(
    `SELECT l.created_at::text AS at, ${link} WHERE ${isSeen(reach, values)} AND ${beyond ?? 'true'}
     ORDER BY l.created_at DESC, l.id DESC LIMIT ${values.add(limit + 1, 'integer')}`,
    values.list,
  );
}

export function oneLink(sql: Sql, id: string, reach: Reach): Promise<StoredLink | undefined> {
  const values = new SqlValues();
  return sql.first<StoredLink & Record<string, unknown>>(
    `SELECT ${link} WHERE l.id = ${values.add(id, 'uuid')} AND ${isSeen(reach, values)}`,
    values.list,
  );
}

/** Nobody else changes it until the transaction is over. */
export const lockLink = (sql: Sql, id: string): Promise<{ departmentId: string } | undefined> =>
  sql.first('SELECT department_id AS "departmentId" FROM survey_open_link WHERE id = $1 FOR UPDATE', [id]);

export const addOpenLink = (
  sql: Sql,
  { id, code, by, ...told }: MakeOpenSurveyLink & { readonly id: string; readonly code: string; readonly by: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO survey_open_link (id, code, name, form_id, department_id, ends_on, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, code, told.name, told.formId, told.departmentId, told.endsOn, by],
  );

/** 0: somebody has changed it meanwhile. */
export const changeOpenLink = (
  sql: Sql,
  id: string,
  { revision, name, endsOn, isOff }: ChangeOpenSurveyLink,
): Promise<number> =>
  sql.change(
    `UPDATE survey_open_link SET name = coalesce($3, name), ends_on = coalesce($4::date, ends_on),
       is_off = coalesce($5, is_off), revision = revision + 1 WHERE id = $1 AND revision = $2`,
    [id, revision, name ?? null, endsOn ?? null, isOff ?? null],
  );

export const isDepartment = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first('SELECT FROM department WHERE id = $1', [id])) !== undefined;
