import type { Sql } from '../../platform/database/database.js';

export interface AskedAbout {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly expiresAt: Date;
  /** It went out, and may still be answered. */
  readonly isWaiting: boolean;
}

/** How the contact is asked about already: what was planned to be asked by mail is not any more. */
export async function askedAbout(sql: Sql, contactId: string): Promise<AskedAbout[]> {
  await sql.change(`DELETE FROM survey_ask WHERE contact_id = $1 AND state = 'planned'`, [contactId]);
  return sql.rows<AskedAbout & Record<string, unknown>>(
    `SELECT id, channel, state, expires_at AS "expiresAt", state = 'sent' AND expires_at > now() AS "isWaiting"
     FROM survey_ask WHERE contact_id = $1 AND about = 'contact'`,
    [contactId],
  );
}

/** With the attribution of the contact. */
export const addShownAsk = (
  sql: Sql,
  { id, contactId, versionId, expiresAt }: { id: string; contactId: string; versionId: string; expiresAt: Date },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO survey_ask (id, version_id, about, contact_id, person_id, channel, locale, state, send_at, asked_at,
      expires_at, rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class,
      rep_in_care_id)
    SELECT $1, $2, 'contact', c.id, c.person_id, 'link', coalesce(p.language, o.locale), 'sent', now(), now(), $4,
      c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class,
      c.rep_in_care_id
    FROM contact c LEFT JOIN person p ON p.id = c.person_id CROSS JOIN organisation o WHERE c.id = $3`,
    [id, versionId, contactId, expiresAt],
  );

/** It runs anew: the link shown before leads nowhere any more. */
export async function renewShownAsk(sql: Sql, id: string, expiresAt: Date): Promise<void> {
  await sql.change('DELETE FROM survey_link WHERE ask_id = $1', [id]);
  await sql.change(`UPDATE survey_ask SET state = 'sent', expires_at = $2 WHERE id = $1`, [id, expiresAt]);
}

export const expiryDays = async (sql: Sql): Promise<number> =>
  (await sql.first<{ days: number }>('SELECT expiry_days AS days FROM survey_setting'))?.days ?? 14;
