import type { SurveyContent } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

/** What is asked by a form now; undefined where it was never published or was put away. */
export const newestPublished = (
  sql: Sql,
  formId: string,
): Promise<{ versionId: string; content: SurveyContent } | undefined> =>
  sql.first(
    `SELECT v.id AS "versionId", v.content FROM form_version v JOIN survey_form f ON f.id = v.form_id
     WHERE f.id = $1 AND f.archived_at IS NULL AND v.published_at IS NOT NULL ORDER BY v.n DESC LIMIT 1`,
    [formId],
  );

/** Asked and answered in one, with the attribution of the contact; what was planned to be asked about it by mail is not. */
export async function addAgentAsk(
  sql: Sql,
  { id, contactId, versionId, told }: { id: string; contactId: string; versionId: string; told: object },
): Promise<void> {
  await sql.change(`DELETE FROM survey_ask WHERE contact_id = $1 AND state = 'planned'`, [contactId]);
  await sql.change(
    /* sql */ `
    INSERT INTO survey_ask (id, version_id, about, contact_id, person_id, channel, locale, state, send_at, asked_at,
      answered_at, expires_at, rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id,
      account_class, rep_in_care_id)
    SELECT $1, $2, 'contact', c.id, c.person_id, 'agent', coalesce(p.language, o.locale), 'answered', now(), now(),
      now(), now(), c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id,
      c.account_class, c.rep_in_care_id
    FROM contact c LEFT JOIN person p ON p.id = c.person_id CROSS JOIN organisation o WHERE c.id = $3`,
    [id, versionId, contactId],
  );
  await sql.change('INSERT INTO survey_reply (ask_id, n, told) VALUES ($1, 1, $2)', [id, JSON.stringify(told)]);
}
