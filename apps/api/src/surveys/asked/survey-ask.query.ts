import type { SurveyAskCountQuery, SurveyAskCounts, SurveyAskEntry, SurveyAskQuery } from '@forecall/contracts';
import { isCustomerWithheld } from '../../attribution/attribution.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';

/** Of the units that one leads; each way reads an index of its own. */
function unitWays({ everything, departmentIds, teamIds }: Reach, values: SqlValues): string[] {
  if (everything) return ['true'];
  const departments = values.add(departmentIds, 'uuid[]');
  return [
    `a.team_id = ANY (${values.add(teamIds, 'uuid[]')})`,
    `a.handling_department_id = ANY (${departments})`,
    `a.answerable_department_id = ANY (${departments})`,
  ];
}

/** Of an account: about it, and about contacts with it, unless who asks is not told whose contact that was. */
function ways(query: SurveyAskCountQuery, reach: Reach, values: SqlValues): string[] {
  const units = unitWays(reach, values);
  if (query.accountId === undefined) return units;
  const account = values.add(query.accountId, 'uuid');
  const isWithin = `(${units.join(' OR ')})`;
  return [
    `a.account_id = ${account} AND ${isWithin}`,
    `a.contact_id IN (SELECT c.id FROM contact c WHERE c.account_id = ${account}
       AND NOT coalesce(${isCustomerWithheld('c.id', reach, values)}, false)) AND ${isWithin}`,
  ];
}

const zone = `(SELECT o.zone FROM organisation o)`;

function wanted(query: SurveyAskCountQuery, values: SqlValues, moment = 'a.planned_at'): string[] {
  const { about, channel, departmentId, from, to } = query;
  const conditions: string[] = [];
  if (about !== undefined) conditions.push(`a.about = ${values.add(about, 'text')}`);
  if (channel !== undefined) conditions.push(`a.channel = ${values.add(channel, 'text')}`);
  if (departmentId !== undefined) {
    const id = values.add(departmentId, 'uuid');
    conditions.push(`(a.handling_department_id = ${id} OR a.answerable_department_id = ${id})`);
  }
  if (from !== undefined) conditions.push(`${moment} >= ${values.add(from, 'date')}::timestamp AT TIME ZONE ${zone}`);
  if (to !== undefined) conditions.push(`${moment} < (${values.add(to, 'date')} + 1)::timestamp AT TIME ZONE ${zone}`);
  return conditions;
}

/** The last planned first, one row more than the limit. */
export function asksPage(
  sql: Sql,
  query: SurveyAskQuery,
  reach: Reach,
  after: PageEnd | undefined,
): Promise<(SurveyAskEntry & PageEnd)[]> {
  const values = new SqlValues();
  const conditions = wanted(query, values);
  if (query.state !== undefined) conditions.push(`a.state = ${values.add(query.state, 'text')}`);
  if (after)
    conditions.push(`(a.planned_at, a.id) < (${values.add(after.at, 'timestamptz')}, ${values.add(after.id, 'uuid')})`);
  const limit = values.add(query.limit + 1, 'integer');
  const order = 'ORDER BY planned_at DESC, id DESC';
  // Of one account there are few: all of them are read by its index, and none is looked for in the order of the list.
  const end = query.accountId === undefined ? `${order} LIMIT ${limit}` : '';
  const pages = ways(query, reach, values).map(
    (way) => `(SELECT a.id, a.planned_at FROM survey_ask a WHERE ${[...conditions, way].join(' AND ')} ${end})`,
  );
  const isWithheld = `coalesce(${isCustomerWithheld('a.contact_id', reach, values)}, false)`;
  const unlessWithheld = (name: string) => `CASE WHEN NOT ${isWithheld} THEN ${name} END`;
  return sql.rows<SurveyAskEntry & PageEnd>(
    /* sql */ `
    WITH page AS (SELECT id, planned_at FROM (${pages.join(' UNION ')}) found ${order} LIMIT ${limit})
    SELECT a.id, a.planned_at::text AS at, a.state, a.about, a.channel,
      json_build_object('id', f.id, 'nameEn', f.name_en, 'nameZh', f.name_zh) AS form,
      ${isoInstant('a.planned_at')} AS "plannedAt", ${isoInstant('a.asked_at')} AS "askedAt",
      ${isoInstant('a.reminded_at')} AS "remindedAt", ${isoInstant('a.answered_at')} AS "answeredAt",
      ${isoInstant('a.expires_at')} AS "expiresAt", a.contact_id AS "contactId",
      CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'number', k.number, 'year', k.number_year) END AS complaint,
      ${unlessWithheld(namedInBoth('account'))} AS account, ${unlessWithheld(namedInBoth('person'))} AS person,
      ${named('rep')} AS rep, ${namedInBoth('team')} AS team, ${namedInBoth('department')} AS department
    FROM page JOIN survey_ask a ON a.id = page.id
    JOIN form_version v ON v.id = a.version_id JOIN survey_form f ON f.id = v.form_id
    LEFT JOIN contact c ON c.id = a.contact_id LEFT JOIN complaint k ON k.id = a.complaint_id
    LEFT JOIN account ON account.id = coalesce(a.account_id, c.account_id) LEFT JOIN person ON person.id = a.person_id
    LEFT JOIN staff rep ON rep.id = a.rep_id LEFT JOIN team ON team.id = a.team_id
    JOIN department ON department.id = a.handling_department_id
    ORDER BY a.planned_at DESC, a.id DESC`,
    values.list,
  );
}

type StateCounts = Omit<SurveyAskCounts, 'letters' | 'beside'>;

export async function askCounts(sql: Sql, query: SurveyAskCountQuery, reach: Reach): Promise<StateCounts> {
  const values = new SqlValues();
  const conditions = wanted(query, values);
  const found = ways(query, reach, values).map(
    (way) => `SELECT a.id, a.state FROM survey_ask a WHERE ${[...conditions, way].join(' AND ')}`,
  );
  const rows = await sql.rows<{ state: keyof StateCounts; count: number }>(
    `SELECT state, count(*)::int AS count FROM (${found.join(' UNION ')}) found GROUP BY state`,
    values.list,
  );
  const none: StateCounts = { planned: 0, sent: 0, bounced: 0, answered: 0, expired: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

const letters = (about: string): string => /* sql */ `json_build_object(
  'answered', count(*) FILTER (WHERE channel = 'mail' AND state = 'answered' AND ${about}),
  'delivered', count(*) FILTER (WHERE channel = 'mail' AND state <> 'bounced' AND ${about}))`;

/** As the figures of response rates count: by the day asked, without contacts that were voided, of the handling department. */
export async function deliveredCounts(
  sql: Sql,
  query: SurveyAskCountQuery,
  reach: Reach,
): Promise<Pick<SurveyAskCounts, 'letters' | 'beside'>> {
  const values = new SqlValues();
  const { departmentId, ...rest } = query;
  const conditions = [...wanted(rest, values, 'a.asked_at'), 'a.asked_at IS NOT NULL', 'c.voided_at IS NULL'];
  if (departmentId !== undefined) conditions.push(`a.handling_department_id = ${values.add(departmentId, 'uuid')}`);
  const found = ways(query, reach, values).map(
    (way) => `SELECT a.id, a.state, a.channel, a.about FROM survey_ask a LEFT JOIN contact c ON c.id = a.contact_id
      WHERE ${[...conditions, way].join(' AND ')}`,
  );
  const answeredBy = (channel: string) => `count(*) FILTER (WHERE channel = '${channel}' AND state = 'answered')`;
  const row = await sql.first<Pick<SurveyAskCounts, 'letters' | 'beside'>>(
    /* sql */ `
    SELECT json_build_object('contacts', ${letters(`about IN ('contact', 'complaint')`)},
        'relationship', ${letters(`about = 'account'`)}) AS letters,
      json_build_object('links', ${answeredBy('link')}, 'entered', ${answeredBy('agent')}) AS beside
    FROM (${found.join(' UNION ')}) found`,
    values.list,
  );
  if (!row) throw new Error('A count is one row.');
  return row;
}

export interface Bouncing {
  readonly id: string;
  readonly state: string;
}

/** The asking, or that of a letter, if it is within reach; kept for this transaction. `isAll`: whoever it is of. */
export function lockAsk(
  sql: Sql,
  { askId, messageId }: { readonly askId?: string | undefined; readonly messageId?: string | undefined },
  reach: Reach,
  isAll: boolean,
): Promise<Bouncing | undefined> {
  const values = new SqlValues();
  const which =
    askId === undefined
      ? `a.id = (SELECT b.id FROM mail m JOIN survey_ask b ON b.mail_id = m.id OR b.reminder_mail_id = m.id
           WHERE m.message_id = ${values.add(messageId, 'text')} LIMIT 1)`
      : `a.id = ${values.add(askId, 'uuid')}`;
  const isWithin = isAll ? 'true' : unitWays(reach, values).join(' OR ');
  return sql.first<Bouncing & Record<string, unknown>>(
    `SELECT a.id, a.state FROM survey_ask a WHERE ${which} AND (${isWithin}) FOR UPDATE`,
    values.list,
  );
}

export const noteBounced = (sql: Sql, id: string): Promise<number> =>
  sql.change(`UPDATE survey_ask SET state = 'bounced' WHERE id = $1`, [id]);
