import type { Sql } from '../../platform/database/database.js';

export interface Mergeable {
  readonly id: string;
  readonly name: string;
  readonly mergedInto: string | null;
  /** Of a person; null for an account. */
  readonly accountId: string | null;
}

export type CustomerKind = 'account' | 'person';

/** Ids of everything that a merge moved, by what it is: what is taken back. */
export interface Moved {
  readonly contacts: readonly string[];
  readonly answers?: readonly string[];
  readonly people?: readonly string[];
  /** Merged into the one that goes, before. */
  readonly followers: readonly string[];
  /** Dated rows of the one that goes, ended by the merge. */
  readonly classes?: readonly string[];
  readonly care?: readonly string[];
  /** Numbers that the person who stays did not have. */
  readonly phones?: readonly string[];
}

/** Both, kept for this transaction; in the order of their ids, so that two merges cannot wait for each other. */
export const lockBoth = (sql: Sql, kind: CustomerKind, ids: readonly string[]): Promise<Mergeable[]> =>
  sql.rows(
    `SELECT id, name, merged_into AS "mergedInto", ${kind === 'person' ? 'account_id' : 'NULL::uuid'} AS "accountId"
     FROM ${kind} WHERE id = ANY ($1) ORDER BY id FOR UPDATE`,
    [ids],
  );

const idsOf = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id);

/** Their contacts, answers and people go over; frozen columns stay, and with them every figure of a unit. */
export async function moveAccount(sql: Sql, goneId: string, keptId: string): Promise<Moved> {
  const move = (table: string, column = 'account_id') =>
    idsOf(sql.rows(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING id`, [goneId, keptId]));
  const end = (table: string) =>
    idsOf(
      sql.rows(
        `UPDATE ${table} SET "to" = now() WHERE account_id = $1 AND "to" IS NULL AND "from" < now() RETURNING id`,
        [goneId],
      ),
    );
  const moved = {
    contacts: await move('contact'),
    answers: await move('answer'),
    people: await move('person'),
    followers: await move('account', 'merged_into'),
    classes: await end('account_class'),
    care: await end('account_care'),
  };
  await sql.change('UPDATE account SET merged_into = $2, revision = revision + 1 WHERE id = $1', [goneId, keptId]);
  return moved;
}

export async function movePerson(sql: Sql, goneId: string, keptId: string): Promise<Moved> {
  const move = (table: string, column: string) =>
    idsOf(sql.rows(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING id`, [goneId, keptId]));
  const phones = await sql.rows<{ e164: string }>(
    `INSERT INTO person_phone (person_id, e164) SELECT $2, e164 FROM person_phone WHERE person_id = $1
     ON CONFLICT DO NOTHING RETURNING e164`,
    [goneId, keptId],
  );
  const moved = {
    contacts: await move('contact', 'person_id'),
    followers: await move('person', 'merged_into'),
    phones: phones.map(({ e164 }) => e164),
  };
  await sql.change('UPDATE person SET merged_into = $2, revision = revision + 1 WHERE id = $1', [goneId, keptId]);
  return moved;
}

/** What is elsewhere by now stays there. */
export async function moveBack(sql: Sql, merge: StoredMerge): Promise<void> {
  const { kind, goneId, keptId, moved } = merge;
  const back = (table: string, column: string, ids: readonly string[] = []) =>
    sql.change(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND id = ANY ($3)`, [goneId, keptId, ids]);
  const reopen = (table: string, ids: readonly string[] = []) =>
    sql.change(`UPDATE ${table} SET "to" = NULL WHERE account_id = $1 AND id = ANY ($2)`, [goneId, ids]);
  await sql.change(`UPDATE ${kind} SET merged_into = NULL, revision = revision + 1 WHERE id = $1`, [goneId]);
  await back(kind, 'merged_into', moved.followers);
  await back('contact', kind === 'account' ? 'account_id' : 'person_id', moved.contacts);
  if (kind === 'account') {
    await back('answer', 'account_id', moved.answers);
    await back('person', 'account_id', moved.people);
    await reopen('account_class', moved.classes);
    await reopen('account_care', moved.care);
  } else {
    await sql.change('DELETE FROM person_phone WHERE person_id = $1 AND e164 = ANY ($2)', [keptId, moved.phones]);
  }
}

export interface StoredMerge {
  readonly id: string;
  readonly kind: CustomerKind;
  readonly goneId: string;
  readonly keptId: string;
  readonly moved: Moved;
}

export const insertMerge = (
  sql: Sql,
  { id, kind, goneId, keptId, moved }: StoredMerge,
  by: { readonly signInId: string; readonly why: string },
): Promise<number> =>
  sql.change(
    `INSERT INTO customer_merge (id, kind, gone_id, kept_id, moved, by_sign_in_id, why) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, kind, goneId, keptId, JSON.stringify(moved), by.signInId, by.why],
  );

/** A merge that holds, kept for this transaction. */
export const lockMerge = (sql: Sql, id: string): Promise<StoredMerge | undefined> =>
  sql.first(
    `SELECT id, kind, gone_id AS "goneId", kept_id AS "keptId", moved FROM customer_merge
     WHERE id = $1 AND undone_at IS NULL FOR UPDATE`,
    [id],
  );
