import { createHash, randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { SurveyFormDetail } from '@forecall/contracts';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expect } from '../test.js';
import { knownPeople } from '../world/known-people.js';

/** The ready-made question of satisfaction, published: its id. */
export async function aPublishedForm(leader: APIRequestContext): Promise<string> {
  const name = { en: `After a call ${Date.now()}`, zh: `通话之后 ${Date.now()}` };
  const made = await leader.post('/api/survey-forms', { data: { kind: 'csat', name, from: { readyMade: 'csat' } } });
  expect(made.status(), await made.text()).toBe(201);
  const { form } = (await made.json()) as SurveyFormDetail;
  expect((await leader.post(`/api/survey-forms/${form.id}/publish`, { data: { revision: 1 } })).status()).toBe(200);
  return form.id;
}

/** Somebody was asked about a contact of the known rep: the address of the page. */
export async function asked(databaseUrl: string, formId: string): Promise<{ address: string; contactId: string }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const [contactId, askId, token] = [uuid(), uuid(), randomBytes(32).toString('base64url')];
  await client.query(
    `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at,
       rep_id, team_id, handling_department_id, answerable_department_id, first_sha256)
     SELECT $1, $1, 'phone', 'in', 'service', 'handled', now(), now(), s.id, t.id, t.department_id, t.department_id, ''
     FROM staff s JOIN membership m ON m.staff_id = s.id JOIN team t ON t.id = m.team_id WHERE s.email = $2`,
    [contactId, knownPeople.rep.email],
  );
  await client.query(
    `INSERT INTO survey_ask (id, version_id, about, contact_id, channel, locale, state, send_at, asked_at, expires_at,
       handling_department_id, answerable_department_id)
     SELECT $1, v.id, 'contact', c.id, 'mail', 'en', 'sent', now(), now(), now() + interval '1 day',
       c.handling_department_id, c.answerable_department_id
     FROM contact c, form_version v WHERE c.id = $2 AND v.form_id = $3`,
    [askId, contactId, formId],
  );
  const hash = createHash('sha256').update(token).digest();
  await client.query('INSERT INTO survey_link (token_sha256, ask_id) VALUES ($1, $2)', [hash, askId]);
  await client.end();
  return { address: `/s/${token}`, contactId };
}
