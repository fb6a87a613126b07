import type { Recovery } from '@forecall/contracts';
import { isCustomerWithheld } from '../../attribution/attribution.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { linesOf, type ToldReply, toldReply } from '../told-reply.query.js';

/** The duty it is, for whoever may see that. */
export const dutyOf = async (sql: Sql, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<string | undefined> =>
  (await sql.first<{ dutyId: string }>(`SELECT duty_id AS "dutyId" FROM recovery WHERE id = $1 ${lock}`, [id]))?.dutyId;

/** Of a department that one leads; of what was said of oneself others see to it. */
export async function isOfOwnDepartment(
  sql: Sql,
  id: string,
  { departmentIds, staffId }: Pick<Reach, 'departmentIds' | 'staffId'>,
): Promise<boolean> {
  const found = await sql.first(
    `SELECT FROM recovery r JOIN answer low ON low.id = r.answer_id
     WHERE r.id = $1 AND low.handling_department_id = ANY ($2::uuid[]) AND low.rep_id IS DISTINCT FROM $3`,
    [id, departmentIds, staffId],
  );
  return found !== undefined;
}

/** Whether a complaint of the same contact or account was opened since the answer. */
export async function hasComplaintSince(sql: Sql, id: string): Promise<boolean> {
  const found = await sql.first(
    `SELECT FROM recovery r JOIN answer low ON low.id = r.answer_id
     JOIN contact c ON c.id = low.contact_id OR c.account_id = low.account_id
     JOIN complaint k ON k.contact_id = c.id AND k.voided_at IS NULL AND k.created_at >= low.created_at
     WHERE r.id = $1 LIMIT 1`,
    [id],
  );
  return found !== undefined;
}

/** Who is complained of in the conversation is not told by whom, nor what they wrote. */
export async function recoveryRow(sql: Sql, id: string, reach: Reach): Promise<Recovery | undefined> {
  const values = new SqlValues();
  const isWithheld = `coalesce(${isCustomerWithheld('c.id', reach, values)}, false)`;
  const reason = `CASE WHEN reason.id IS NOT NULL THEN
    json_build_object('id', reason.id, 'name', reason.name_en, 'nameZh', reason.name_zh) END`;
  const told = (answer: string) => /* sql */ `json_build_object('kind', ${answer}.kind, 'scale', ${answer}.scale,
    'score', ${answer}.score, 'text', CASE WHEN ${isWithheld} THEN '' ELSE ${answer}.text END,
    'at', ${isoInstant(`${answer}.at`)}, 'enteredHow', ${answer}.entered_how)`;
  const unlessWithheld = (name: string) => `CASE WHEN NOT ${isWithheld} THEN ${name} END`;
  const row = await sql.first<Omit<Recovery, 'lines'> & { isWithheld: boolean; reply: ToldReply | null }>(
    /* sql */ `
    SELECT r.id, r.duty_id AS "dutyId", ${told('low')} AS answer, ${isWithheld} AS "isWithheld",
      ${toldReply('r.ask_id')} AS reply,
      CASE WHEN newest.id <> low.id AND (newest.kind, newest.score, newest.text) <> (low.kind, low.score, low.text)
        THEN ${told('newest')} END AS now,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'channel', c.channel,
        'endedAt', ${isoInstant('c.ended_at')}, 'reason', ${reason}) END AS contact,
      CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'number', k.number, 'year', k.number_year) END AS complaint,
      ${unlessWithheld(namedInBoth('account'))} AS account, ${unlessWithheld(namedInBoth('person'))} AS person,
      ${named('rep')} AS rep, ${namedInBoth('team')} AS team, ${namedInBoth('department')} AS department,
      ${named('owner')} AS owner, ${isoInstant('d.due_at')} AS "dueAt", r.outcome, r.note,
      ${isoInstant('d.done_at')} AS "endedAt", doer.name AS "endedBy", d.revision
    FROM recovery r JOIN duty d ON d.id = r.duty_id
    JOIN answer low ON low.id = r.answer_id JOIN answer newest ON newest.id = r.newest_id
    LEFT JOIN survey_ask ask ON ask.id = r.ask_id
    LEFT JOIN contact c ON c.id = low.contact_id LEFT JOIN complaint k ON k.contact_id = c.id
    LEFT JOIN reason ON reason.id = c.reason_id
    LEFT JOIN account ON account.id = low.account_id LEFT JOIN person ON person.id = coalesce(ask.person_id, c.person_id)
    LEFT JOIN staff rep ON rep.id = low.rep_id LEFT JOIN team ON team.id = low.team_id
    JOIN department ON department.id = low.handling_department_id
    LEFT JOIN staff owner ON owner.id = d.owner_id
    LEFT JOIN sign_in did ON did.id = d.done_by LEFT JOIN staff doer ON doer.id = did.staff_id
    WHERE r.id = ${values.add(id, 'uuid')}`,
    values.list,
  );
  if (!row) return undefined;
  const { isWithheld: isHidden, reply, ...rest } = row;
  return { ...rest, lines: linesOf(reply, isHidden) };
}

export const endRecovery = (
  sql: Sql,
  id: string,
  { outcome, note, by }: { outcome: string | null; note: string; by: string | null },
): Promise<number> =>
  sql.change(
    `UPDATE recovery SET outcome = $2, note = $3, ended_by = $4, ended_at = CASE WHEN $2::text IS NOT NULL THEN now() END
     WHERE id = $1`,
    [id, outcome, note, by],
  );
