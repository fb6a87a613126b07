import type { Sql } from '../../platform/database/database.js';

/** By what customers are asked with a form. */
export type FormUse = 'rules' | 'cadence' | 'link';

/** What asks by a form now: rules or a cadence that are switched on, a standing link that leads on; its name. */
export const usesOfForm = (sql: Sql, formId: string): Promise<{ use: FormUse; name: string }[]> =>
  sql.rows<{ use: FormUse; name: string }>(
    /* sql */ `
    SELECT 'rules' AS use, '' AS name FROM survey_setting s
    WHERE s.on_since IS NOT NULL AND $1 IN (s.contact_form_id, s.complaint_form_id)
    UNION ALL
    SELECT 'cadence', '' FROM survey_account_setting k WHERE k.on_since IS NOT NULL AND k.form_id = $1
    UNION ALL
    (SELECT 'link', l.name FROM survey_open_link l CROSS JOIN organisation o
     WHERE l.form_id = $1 AND NOT l.is_off AND l.ends_on >= (now() AT TIME ZONE o.zone)::date
     ORDER BY l.created_at, l.id LIMIT 1)`,
    [formId],
  );
