import { v7 as uuid } from 'uuid';
import { newSecret } from '../platform/access/secret.js';
import type { Sql } from '../platform/database/database.js';
import { readyMadeForms } from '../surveys/forms/ready-made.js';

/** A published form as one of the ready-made ones has it. */
export async function aSurveyForm(sql: Sql, key = 'csat'): Promise<{ formId: string; versionId: string }> {
  const { kind, name, content } = readyMadeForms.find((form) => form.key === key)!;
  const [formId, versionId] = [uuid(), uuid()];
  await sql.change('INSERT INTO survey_form (id, kind, name_en, name_zh) VALUES ($1, $2, $3, $4)', [
    ...[formId, kind, name.en, name.zh],
  ]);
  await sql.change('INSERT INTO form_version (id, form_id, n, content, published_at) VALUES ($1, $2, 1, $3, now())', [
    ...[versionId, formId, JSON.stringify(content)],
  ]);
  return { formId, versionId };
}

/** Somebody was asked about a contact by mail, just now; the secret of the link. */
export async function anAsk(
  sql: Sql,
  { contactId, versionId, personId = null }: { contactId: string; versionId: string; personId?: string | null },
): Promise<string> {
  const [id, { secret, hash }] = [uuid(), newSecret()];
  await sql.change(
    /* sql */ `
    INSERT INTO survey_ask (id, version_id, about, contact_id, person_id, channel, locale, state, send_at, asked_at,
      expires_at, rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id)
    SELECT $1, $2, 'contact', c.id, $4, 'mail', 'en', 'sent', now(), now(), now() + interval '14 days',
      c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id
    FROM contact c WHERE c.id = $3`,
    [id, versionId, contactId, personId],
  );
  await sql.change('INSERT INTO survey_link (token_sha256, ask_id) VALUES ($1, $2)', [hash, id]);
  return secret;
}
