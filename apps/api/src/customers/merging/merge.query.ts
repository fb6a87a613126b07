import type { Sql } from '../../platform/database/database.js';
import { type Belongings, moveBelongings, moveBelongingsBack } from './belongings.query.js';
import { type DatedMoved, moveDated, moveDatedBack } from './dated.query.js';
import { movePersonBelongings, movePersonBelongingsBack, type PersonBelongings } from './person-belongings.query.js';

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
  readonly classes?: DatedMoved;
  readonly care?: DatedMoved;
  /** Of an account. */
  readonly belongings?: Belongings;
  readonly personBelongings?: PersonBelongings;
  /** What was observed of the person who goes. */
  readonly temperaments?: readonly string[];
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

/** All that is of it goes over; frozen columns of contacts stay, and with them every figure of a unit. */
export async function moveAccount(sql: Sql, goneId: string, keptId: string): Promise<Moved> {
  const move = (table: string, column = 'account_id') =>
    idsOf(sql.rows(`UPDATE ${table} SET ${column} = $2 WHERE ${column} = $1 RETURNING id`, [goneId, keptId]));
  const moved = {
    contacts: await move('contact'),
    answers: await move('answer'),
    people: await move('person'),
    followers: await move('account', 'merged_into'),
    classes: await moveDated(sql, 'account_class', goneId, keptId),
    care: await moveDated(sql, 'account_care', goneId, keptId),
    belongings: await moveBelongings(sql, goneId, keptId),
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
    temperaments: await move('temperament', 'person_id'),
    followers: await move('person', 'merged_into'),
    phones: phones.map(({ e164 }) => e164),
    personBelongings: await movePersonBelongings(sql, goneId, keptId),
  };
  await sql.change('UPDATE person SET merged_into = $2, revision = revision + 1 WHERE id = $1', [goneId, keptId]);
  return moved;
}

/**
 * What is elsewhere by now stays there. Gives the contacts that went back: those that came with an account and are of
 * nobody, and all of its people, logged meanwhile or not.
 */
export async function moveBack(sql: Sql, merge: StoredMerge): Promise<string[]> {
  const { kind, goneId, keptId, moved } = merge;
  const back = (table: string, column: string, ids: readonly string[] = []) =>
    sql.change(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND id = ANY ($3)`, [goneId, keptId, ids]);
  const both = [goneId, keptId] as const;
  await sql.change(`UPDATE ${kind} SET merged_into = NULL, revision = revision + 1 WHERE id = $1`, [goneId]);
  await back(kind, 'merged_into', moved.followers);
  if (kind === 'person') {
    await back('temperament', 'person_id', moved.temperaments);
    if (moved.personBelongings) await movePersonBelongingsBack(sql, both, moved.personBelongings);
    await sql.change('DELETE FROM person_phone WHERE person_id = $1 AND e164 = ANY ($2)', [keptId, moved.phones]);
    return idsOf(
      sql.rows('UPDATE contact SET person_id = $1 WHERE person_id = $2 AND id = ANY ($3) RETURNING id', [
        ...[goneId, keptId, moved.contacts],
      ]),
    );
  }
  await back('person', 'account_id', moved.people);
  const contacts = await idsOf(
    sql.rows(
      `UPDATE contact SET account_id = $1
       WHERE account_id = $2 AND ((person_id IS NULL AND id = ANY ($3)) OR person_id = ANY ($4)) RETURNING id`,
      [goneId, keptId, moved.contacts, moved.people ?? []],
    ),
  );
  await sql.change(
    `UPDATE answer a SET account_id = $1 WHERE account_id = $2 AND (contact_id = ANY ($3) OR (
       id = ANY ($4) AND NOT EXISTS (SELECT FROM contact c WHERE c.id = a.contact_id AND c.account_id = $2)))`,
    [goneId, keptId, contacts, moved.answers ?? []],
  );
  if (moved.classes) await moveDatedBack(sql, 'account_class', both, moved.classes);
  if (moved.care) await moveDatedBack(sql, 'account_care', both, moved.care);
  const { belongings, people = [] } = moved;
  if (belongings) await moveBelongingsBack(sql, both, belongings, { contacts, people });
  return contacts;
}

/** Somebody of one of the two accounts was merged into somebody of the other. */
export const areMergedAcross = async (sql: Sql, { goneId, keptId }: StoredMerge): Promise<boolean> =>
  (await sql.first(
    `SELECT FROM person gone JOIN person kept ON kept.id = gone.merged_into
     WHERE gone.account_id = ANY ($1) AND gone.account_id <> kept.account_id LIMIT 1`,
    [[goneId, keptId]],
  )) !== undefined;

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
