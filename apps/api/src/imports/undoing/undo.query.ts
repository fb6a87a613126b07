import type { Sql } from '../../platform/database/database.js';
import { type BroughtKind, referencesTo } from './references.query.js';

const nil = '00000000-0000-0000-0000-000000000000';

export interface Deleted {
  readonly deleted: number;
  /** The last contact looked at, to go on behind; null: there is none left. */
  readonly last: string | null;
}

/** Deletes the next contacts of a batch behind `after`, with their answers and complaints and what came of these. */
export async function deleteContacts(
  sql: Sql,
  { batchId, after, most, isFree }: { batchId: string; after: string | null; most: number; isFree: string },
): Promise<Deleted> {
  const rows = await sql.rows<{ id: string }>(
    'SELECT id FROM contact WHERE batch_id = $1 AND id > $2 ORDER BY id LIMIT $3 FOR UPDATE',
    [batchId, after ?? nil, most],
  );
  const ids = rows.map(({ id }) => id);
  await sql.rows('SELECT id FROM complaint WHERE contact_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  // Only now: nobody changes them any more, and what has been done until now is seen.
  const free = (
    await sql.rows<{ id: string }>(`SELECT t.id FROM contact t WHERE t.id = ANY ($1::uuid[]) AND ${isFree}`, [ids])
  ).map(({ id }) => id);
  const complaints = await sql.rows<{ id: string }>('SELECT id FROM complaint WHERE contact_id = ANY ($1::uuid[])', [
    free,
  ]);
  if (complaints.length > 0)
    await deleteComplaints(
      sql,
      complaints.map(({ id }) => id),
    );
  await sql.change('DELETE FROM answer WHERE contact_id = ANY ($1::uuid[])', [free]);
  const deleted = await sql.change('DELETE FROM contact WHERE id = ANY ($1::uuid[])', [free]);
  return { deleted, last: rows.at(-1)?.id ?? null };
}

async function deleteComplaints(sql: Sql, ids: readonly string[]): Promise<void> {
  const duties = await sql.rows<{ id: string }>(
    `SELECT id FROM duty WHERE source_entity = 'complaint' AND source_id = ANY ($1::uuid[])`,
    [ids],
  );
  const dutyIds = duties.map(({ id }) => id);
  await sql.change(
    `DELETE FROM notification WHERE duty_id = ANY ($2::uuid[]) OR source_entity = 'complaint' AND source_id = ANY ($1::uuid[])`,
    [ids, dutyIds],
  );
  for (const table of ['duty_told', 'duty_above', 'duty_step'])
    await sql.change(`DELETE FROM ${table} WHERE duty_id = ANY ($1::uuid[])`, [dutyIds]);
  await sql.change('DELETE FROM duty WHERE id = ANY ($1::uuid[])', [dutyIds]);
  await sql.change('DELETE FROM complaint_step WHERE complaint_id = ANY ($1::uuid[])', [ids]);
  await sql.change('DELETE FROM complaint WHERE id = ANY ($1::uuid[])', [ids]);
}

/** Answers about customers, and revenue. */
export async function deleteRelationship(sql: Sql, batchId: string, most: number): Promise<number> {
  const answers = await sql.change(
    `DELETE FROM answer WHERE id = ANY (ARRAY (
       SELECT id FROM answer WHERE batch_id = $1 AND contact_id IS NULL LIMIT $2))`,
    [batchId, most],
  );
  const months = await sql.change(
    `DELETE FROM revenue_month WHERE ctid = ANY (ARRAY (SELECT ctid FROM revenue_month WHERE batch_id = $1 LIMIT $2))`,
    [batchId, most],
  );
  return answers + months;
}

export const deletePersons = async (sql: Sql, batchId: string, most: number): Promise<number> =>
  (await deleteUnused(sql, 'person', { batchId, most, parts: { person_phone: 'person_id' } })).length;

export async function deleteAccounts(sql: Sql, batchId: string, most: number): Promise<number> {
  const parts = { account_class: 'account_id', account_care: 'account_id' };
  return (await deleteUnused(sql, 'account', { batchId, most, parts })).length;
}

/** The staff and the units it made; gives their ids. A reason above others goes after these. */
export async function deleteOrganisation(sql: Sql, batchId: string): Promise<string[]> {
  const all = { batchId, most: 1_000_000 };
  for (const table of ['leadership', 'account_care'])
    await sql.change(`DELETE FROM ${table} WHERE batch_id = $1`, [batchId]);
  const deleted = await deleteUnused(sql, 'staff', {
    ...{ ...all, parts: { membership: 'staff_id', notification: 'staff_id' } },
  });
  for (let reasons = ['']; reasons.length > 0;) {
    reasons = await deleteUnused(sql, 'reason', { ...all, parts: {} });
    deleted.push(...reasons);
  }
  deleted.push(...(await deleteUnused(sql, 'team', { ...all, parts: {} })));
  deleted.push(...(await deleteUnused(sql, 'department', { ...all, parts: {} })));
  return deleted;
}

/** Deletes what nothing but its own parts refers to, with these; gives the ids. */
async function deleteUnused(
  sql: Sql,
  kind: BroughtKind,
  { batchId, most, parts }: { batchId: string; most: number; parts: Readonly<Record<string, string>> },
): Promise<string[]> {
  const used = (await referencesTo(sql, kind))
    .filter(({ table }) => !(table in parts))
    .map(({ table, column }) => `EXISTS (SELECT FROM ${table} r WHERE r.${column} = t.id)`);
  const rows = await sql.rows<{ id: string }>(
    `SELECT t.id FROM ${kind} t WHERE t.batch_id = $1 AND NOT (${used.join(' OR ')}) LIMIT $2 FOR UPDATE`,
    [batchId, most],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  for (const [table, column] of Object.entries(parts))
    await sql.change(`DELETE FROM ${table} WHERE ${column} = ANY ($1::uuid[])`, [ids]);
  await sql.change(`DELETE FROM ${kind} WHERE id = ANY ($1::uuid[])`, [ids]);
  return ids;
}
