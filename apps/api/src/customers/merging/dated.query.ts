import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

/** Dated rows of an account, of which only one can hold at a time: for each table, which two stand for the same. */
const dated = {
  account_class: { same: 'true', told: ['class', 'why', 'set_by'] },
  account_care: { same: `k.part = t.part AND (t.part = 'rep' OR k.staff_id = t.staff_id)`, told: ['staff_id', 'part'] },
} as const;

type DatedTable = keyof typeof dated;

/** Ids of dated rows by what a merge did with them. */
export interface DatedMoved {
  /** They hold while the one that stays has nothing, and went over as they are. */
  readonly whole: readonly string[];
  /** They stayed, and ended with the merge. */
  readonly ended: readonly string[];
  /** Made for the one that stays, from the merge on: it had other things before, and nothing now. */
  readonly taken: readonly string[];
}

/** What the one that stays has goes before; what it lacks it takes over. */
export async function moveDated(sql: Sql, table: DatedTable, goneId: string, keptId: string): Promise<DatedMoved> {
  const { same, told } = dated[table];
  const ofKept = `SELECT FROM ${table} k WHERE k.account_id = $2 AND ${same}`;
  const whole = await sql.rows<{ id: string }>(
    `UPDATE ${table} t SET account_id = $2 WHERE account_id = $1
       AND NOT EXISTS (${ofKept} AND tstzrange(k."from", k."to") && tstzrange(t."from", t."to")) RETURNING id`,
    [goneId, keptId],
  );
  const ended = await sql.rows<{ id: string; isLacking: boolean }>(
    `UPDATE ${table} t SET "to" = now() WHERE account_id = $1 AND "to" IS NULL AND "from" < now()
     RETURNING id, NOT EXISTS (${ofKept} AND (k."to" IS NULL OR k."to" > now())) AS "isLacking"`,
    [goneId, keptId],
  );
  const taken: string[] = [];
  for (const { id } of ended.filter(({ isLacking }) => isLacking)) {
    const made = uuid();
    await sql.change(
      `INSERT INTO ${table} (id, account_id, "from", ${told.join(', ')}) SELECT $1, $2, now(), ${told.join(', ')} FROM ${table} WHERE id = $3`,
      [made, keptId, id],
    );
    taken.push(made);
  }
  return { whole: whole.map(({ id }) => id), ended: ended.map(({ id }) => id), taken };
}

export async function moveDatedBack(
  sql: Sql,
  table: DatedTable,
  [goneId, keptId]: readonly [string, string],
  { whole, ended, taken }: DatedMoved,
): Promise<void> {
  await sql.change(
    `UPDATE ${table} SET "to" = now() WHERE account_id = $1 AND id = ANY ($2) AND "from" < now() AND ("to" IS NULL OR "to" > now())`,
    [keptId, taken],
  );
  await sql.change(`UPDATE ${table} SET account_id = $1 WHERE account_id = $2 AND id = ANY ($3)`, [
    ...[goneId, keptId],
    whole,
  ]);
  await sql.change(`UPDATE ${table} SET "to" = NULL WHERE account_id = $1 AND id = ANY ($2)`, [goneId, ended]);
}
