import type { SetSurveyRules, SurveyRules } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { namedInBoth } from '../../platform/database/named-json.js';

export type StoredRules = Omit<SurveyRules, 'sends'>;

const formName = (as: string) =>
  `CASE WHEN ${as}.id IS NOT NULL THEN json_build_object('id', ${as}.id, 'nameEn', ${as}.name_en, 'nameZh', ${as}.name_zh) END`;

/** There is one row; with `lock` nobody else changes it until the transaction is over. */
export async function surveyRules(sql: Sql, lock: '' | 'FOR UPDATE OF s' = ''): Promise<StoredRules> {
  const row = await sql.first<StoredRules & Record<string, unknown>>(/* sql */ `
    SELECT s.on_since IS NOT NULL AS "isOn", s.min_days AS "minDays", to_char(s.quiet_from, 'HH24:MI') AS "quietFrom",
      to_char(s.quiet_to, 'HH24:MI') AS "quietTo", s.reminder_days AS "reminderDays", s.expiry_days AS "expiryDays",
      s.change_hours AS "changeHours", s.contact_percent AS "contactPercent", s.complaint_percent AS "complaintPercent",
      ${formName('c')} AS "contactForm", ${formName('k')} AS "complaintForm", s.revision, coalesce((
        SELECT json_agg(json_build_object('channel', x.channel, 'department', ${namedInBoth('d')}, 'percent', x.percent)
          ORDER BY x.n)
        FROM survey_share x LEFT JOIN department d ON d.id = x.department_id), '[]') AS shares
    FROM survey_setting s LEFT JOIN survey_form c ON c.id = s.contact_form_id
    LEFT JOIN survey_form k ON k.id = s.complaint_form_id ${lock}`);
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

export async function writeRules(sql: Sql, told: SetSurveyRules): Promise<void> {
  await sql.change(
    /* sql */ `
    UPDATE survey_setting SET on_since = CASE WHEN $1 THEN coalesce(on_since, now()) END, min_days = $2,
      quiet_from = $3::time, quiet_to = $4::time, reminder_days = $5, expiry_days = $6, change_hours = $7,
      contact_percent = $8, complaint_percent = $9, contact_form_id = $10, complaint_form_id = $11,
      revision = revision + 1`,
    [
      ...[told.isOn, told.minDays, told.quietFrom, told.quietTo, told.reminderDays, told.expiryDays, told.changeHours],
      ...[told.contactPercent, told.complaintPercent, told.contactFormId, told.complaintFormId],
    ],
  );
  await sql.change('DELETE FROM survey_share');
  await sql.change(
    /* sql */ `
    INSERT INTO survey_share (n, channel, department_id, percent)
    SELECT t.n, t.channel, t.department_id, t.percent
    FROM unnest($1::text[], $2::uuid[], $3::integer[]) WITH ORDINALITY AS t (channel, department_id, percent, n)`,
    [
      told.shares.map(({ channel }) => channel),
      told.shares.map(({ departmentId }) => departmentId),
      told.shares.map(({ percent }) => percent),
    ],
  );
}

/** Nobody puts it away until the transaction is over. */
export const isAskable = async (sql: Sql, formId: string): Promise<boolean> =>
  (await sql.first(
    `SELECT FROM survey_form f WHERE f.id = $1 AND f.archived_at IS NULL
       AND EXISTS (SELECT FROM form_version v WHERE v.form_id = f.id AND v.published_at IS NOT NULL) FOR SHARE`,
    [formId],
  )) !== undefined;

/** Of these the first that is no department. */
export const unknownDepartment = async (sql: Sql, ids: readonly (string | null)[]): Promise<number | undefined> =>
  (
    await sql.first<{ n: number }>(
      `SELECT (t.n - 1)::int AS n FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n)
       WHERE t.id IS NOT NULL AND NOT EXISTS (SELECT FROM department d WHERE d.id = t.id) ORDER BY t.n LIMIT 1`,
      [ids],
    )
  )?.n;
