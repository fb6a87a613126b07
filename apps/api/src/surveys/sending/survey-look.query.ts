import type { SurveyContent } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';

export interface Rules {
  readonly onSince: Date | null;
  readonly accountsOnSince: Date | null;
  readonly minDays: number;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly reminderDays: number | null;
  readonly expiryDays: number;
  readonly contactPercent: number;
  readonly complaintPercent: number;
  readonly contactVersionId: string | null;
  readonly complaintVersionId: string | null;
  readonly accountVersionId: string | null;
}

const newestOf = (form: string, setting = 's') => `(
  SELECT v.id FROM form_version v JOIN survey_form f ON f.id = v.form_id
  WHERE v.form_id = ${setting}.${form} AND v.published_at IS NOT NULL AND f.archived_at IS NULL ORDER BY v.n DESC LIMIT 1)`;

/** Two looks at once would ask somebody twice: one waits until the other's transaction is over. */
export async function rulesOfLook(sql: Sql): Promise<Rules> {
  await sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('forecall survey look', 0))`);
  const row = await sql.first<Rules & Record<string, unknown>>(/* sql */ `
    SELECT s.on_since AS "onSince", s.min_days AS "minDays", to_char(s.quiet_from, 'HH24:MI') AS "quietFrom",
      to_char(s.quiet_to, 'HH24:MI') AS "quietTo", s.reminder_days AS "reminderDays", s.expiry_days AS "expiryDays",
      s.contact_percent AS "contactPercent", s.complaint_percent AS "complaintPercent",
      ${newestOf('contact_form_id')} AS "contactVersionId", ${newestOf('complaint_form_id')} AS "complaintVersionId",
      k.on_since AS "accountsOnSince", ${newestOf('form_id', 'k')} AS "accountVersionId"
    FROM survey_setting s, survey_account_setting k`);
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

/** Where letters go, and neither this person nor anybody else at this address has asked for none. */
export const mayBeAsked = /* sql */ `p.email <> '' AND p.left_on IS NULL AND p.merged_into IS NULL
  AND NOT EXISTS (
    SELECT FROM person u WHERE lower(u.email) = lower(p.email) AND u.do_not_survey_since IS NOT NULL)
  AND p.do_not_survey_since IS NULL`;

/** Nobody is asked of within the days at this address. */
export const notAskedLately = (days: string) => /* sql */ `NOT EXISTS (
    SELECT FROM survey_ask b JOIN person q ON q.id = b.person_id
    WHERE lower(q.email) = lower(p.email) AND b.planned_at > now() - make_interval(days => ${days}))`;

/** The same share of the same contacts, whoever looks and however often. */
const isInShare = (id: string, percent: string) => `abs(hashtextextended(${id}::text, 7)) % 100 < ${percent}`;

export const zone = `coalesce(acc.zone, (SELECT o.zone FROM organisation o), 'UTC')`;

export interface ToAsk {
  readonly about: 'contact' | 'complaint';
  readonly contactId: string;
  readonly complaintId: string | null;
  readonly personId: string;
  readonly zone: string;
}

/** Contacts that ended, of each address the last. Those that were imported or that received a complaint are not asked about. */
export const endedContacts = (
  sql: Sql,
  { minDays, contactPercent, onSince }: Rules,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<ToAsk[]> =>
  sql.rows<ToAsk & Record<string, unknown>>(
    /* sql */ `
    SELECT DISTINCT ON (lower(p.email)) 'contact' AS about, c.id AS "contactId", NULL AS "complaintId",
      p.id AS "personId", ${zone} AS zone
    FROM contact c JOIN person p ON p.id = c.person_id JOIN account acc ON acc.id = p.account_id
    WHERE c.ended_at > greatest($1::timestamptz, $2::timestamptz) AND c.ended_at <= now()
      AND c.purpose = 'service' AND c.outcome = 'handled' AND c.voided_at IS NULL AND c.batch_id IS NULL
      AND NOT EXISTS (SELECT FROM complaint k WHERE k.contact_id = c.id)
      AND NOT EXISTS (SELECT FROM survey_ask a WHERE a.contact_id = c.id AND a.about = 'contact')
      AND ${isInShare(
        'c.id',
        `coalesce((
        SELECT x.percent FROM survey_share x
        WHERE (x.channel IS NULL OR x.channel = c.channel)
          AND (x.department_id IS NULL OR x.department_id = c.handling_department_id)
        ORDER BY x.department_id IS NULL, x.channel IS NULL LIMIT 1), $3)`,
      )}
      AND ${mayBeAsked} AND ${notAskedLately('$4')}
    ORDER BY lower(p.email), c.ended_at DESC, c.id LIMIT $5`,
    [since, onSince, contactPercent, minDays, limit],
  );

/** Complaints that are closed since a day and not open again; not those that were withdrawn or merged away. */
export const closedComplaints = (
  sql: Sql,
  { minDays, complaintPercent, onSince }: Rules,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<ToAsk[]> =>
  sql.rows<ToAsk & Record<string, unknown>>(
    /* sql */ `
    SELECT DISTINCT ON (lower(p.email)) 'complaint' AS about, c.id AS "contactId", k.id AS "complaintId",
      p.id AS "personId", ${zone} AS zone
    FROM complaint_step s JOIN complaint k ON k.id = s.complaint_id JOIN contact c ON c.id = k.contact_id
    JOIN person p ON p.id = c.person_id JOIN account acc ON acc.id = p.account_id
    WHERE s.step = 'closed' AND s.at > greatest($1::timestamptz, $2::timestamptz) AND s.at <= now()
      AND NOT k.is_open AND k.voided_at IS NULL AND k.merged_into IS NULL AND k.batch_id IS NULL
      AND k.closing IS DISTINCT FROM 'withdrawn' AND c.voided_at IS NULL AND c.batch_id IS NULL
      AND NOT EXISTS (SELECT FROM survey_ask a WHERE a.complaint_id = k.id)
      AND ${isInShare('k.id', '$3')}
      AND ${mayBeAsked} AND ${notAskedLately('$4')}
    ORDER BY lower(p.email), s.at DESC, k.id LIMIT $5`,
    [since, onSince, complaintPercent, minDays, limit],
  );

/** Nobody asks about it otherwise meanwhile; false where somebody is about to. Later statements see what they did before. */
export const holdUnlessHeld = async (sql: Sql, contactId: string): Promise<boolean> =>
  (await sql.first('SELECT FROM contact WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED', [contactId])) !== undefined;

/** With the attribution of the contact as it is now; not where it is asked about by a link or was by an agent. */
export const plan = (
  sql: Sql,
  id: string,
  { about, contactId, complaintId, personId }: ToAsk,
  { versionId, sendAt }: { readonly versionId: string; readonly sendAt: Date },
): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO survey_ask (id, version_id, about, contact_id, complaint_id, person_id, channel, locale, send_at,
      rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id)
    SELECT $1, $2, $3, c.id, $5, p.id, 'mail', coalesce(p.language, o.locale), $7,
      c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class,
      c.rep_in_care_id
    FROM contact c, person p, organisation o WHERE c.id = $4 AND p.id = $6
      AND NOT ($3 = 'contact' AND EXISTS (SELECT FROM survey_ask a WHERE a.contact_id = c.id AND a.about = 'contact'))
    ON CONFLICT DO NOTHING`,
    [id, versionId, about, contactId, complaintId, personId, sendAt],
  );

export interface DueLetter {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: 'en' | 'zh';
  readonly zone: string;
  readonly organisation: string;
  readonly content: SurveyContent;
  readonly expiresAt: Date | null;
}

const letters = (which: string) => /* sql */ `
  SELECT a.id, p.email, CASE WHEN a.locale = 'zh' THEN coalesce(p.name_zh, p.name) ELSE p.name END AS name, a.locale,
    ${zone} AS zone, o.name AS organisation, v.content, a.expires_at AS "expiresAt"
  FROM survey_ask a JOIN person p ON p.id = a.person_id JOIN account acc ON acc.id = p.account_id
  JOIN form_version v ON v.id = a.version_id LEFT JOIN contact c ON c.id = a.contact_id CROSS JOIN organisation o
  WHERE ${which} AND c.voided_at IS NULL AND ${mayBeAsked} AND CASE a.about
    WHEN 'account' THEN (SELECT k.on_since IS NOT NULL FROM survey_account_setting k)
    ELSE (SELECT s.on_since IS NOT NULL FROM survey_setting s) END`;

/** Planned, and it is time. */
export const dueLetters = (sql: Sql, limit: number): Promise<DueLetter[]> =>
  sql.rows<DueLetter & Record<string, unknown>>(
    `${letters(`a.state = 'planned' AND a.channel = 'mail' AND a.send_at <= now()`)} ORDER BY a.send_at LIMIT $1 FOR UPDATE OF a`,
    [limit],
  );

/** Sent so many days ago and taken by a server, not answered, not reminded. */
export const dueReminders = (sql: Sql, days: number, limit: number): Promise<DueLetter[]> =>
  sql.rows<DueLetter & Record<string, unknown>>(
    `${letters(`a.state = 'sent' AND a.reminded_at IS NULL AND a.asked_at <= now() - make_interval(days => $1)
      AND a.expires_at > now() AND EXISTS (SELECT FROM mail m WHERE m.id = a.mail_id AND m.state = 'sent')`)}
     ORDER BY a.asked_at LIMIT $2 FOR UPDATE OF a`,
    [days, limit],
  );

export const addLink = (sql: Sql, askId: string, tokenSha256: Buffer): Promise<number> =>
  sql.change('INSERT INTO survey_link (token_sha256, ask_id) VALUES ($1, $2)', [tokenSha256, askId]);

export const noteSent = (sql: Sql, id: string, mailId: string | null, expiresAt: Date): Promise<number> =>
  sql.change(`UPDATE survey_ask SET state = 'sent', asked_at = now(), mail_id = $2, expires_at = $3 WHERE id = $1`, [
    ...[id, mailId, expiresAt],
  ]);

export const noteReminded = (sql: Sql, id: string, mailId: string | null): Promise<number> =>
  sql.change('UPDATE survey_ask SET reminded_at = now(), reminder_mail_id = $2 WHERE id = $1', [id, mailId]);

/** It was night by then: later. */
export const putOff = (sql: Sql, id: string, until: Date): Promise<number> =>
  sql.change('UPDATE survey_ask SET send_at = $2 WHERE id = $1', [id, until]);

/** What never got there is not unanswered; what nobody answered in time is. Planned for whom it can no longer be sent: gone. */
export async function settle(sql: Sql): Promise<void> {
  await sql.change(`
    UPDATE survey_ask a SET state = 'bounced' FROM mail m WHERE m.id = a.mail_id AND m.state = 'failed' AND a.state = 'sent'`);
  await sql.change(`UPDATE survey_ask SET state = 'expired' WHERE state = 'sent' AND expires_at <= now()`);
  await sql.change(`DELETE FROM survey_ask WHERE state = 'planned' AND send_at < now() - interval '2 days'`);
}
