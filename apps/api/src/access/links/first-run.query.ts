import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { pinyinOf } from '../../platform/names/pinyin.js';

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly argon2id: string;
  readonly locale: 'en' | 'zh' | null;
}

export const hasSignIn = async (sql: Sql): Promise<boolean> =>
  (await sql.first<{ is: boolean }>('SELECT EXISTS (SELECT FROM sign_in) AS is'))?.is ?? false;

/** From here to the end of the transaction nobody else makes a sign-in: two links of the first run do not both count. */
export const holdSignIns = (sql: Sql): Promise<number> => sql.change('LOCK TABLE sign_in IN SHARE ROW EXCLUSIVE MODE');

/** Unless an import has made it before. */
export const foundOrganisation = (
  sql: Sql,
  { name, zone, locale }: { name: string; zone: string; locale: string },
): Promise<{ id: string } | undefined> =>
  sql.first(
    'INSERT INTO organisation (id, name, zone, locale) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id',
    [uuid(), name, zone, locale],
  );

/** The first administrator is executive as well, until that is given away. Somebody an import has made is that person. */
export async function addFirstAdministrator(sql: Sql, person: FirstAdministrator): Promise<string> {
  const known = await sql.first<{ id: string }>('SELECT id FROM staff WHERE lower(email) = lower($1)', [person.email]);
  const staffId = known?.id ?? (await addStaff(sql, person));
  const signInId = uuid();
  await sql.change('INSERT INTO sign_in (id, staff_id, email, argon2id, locale) VALUES ($1, $2, $3, $4, $5)', [
    ...[signInId, staffId, person.email, person.argon2id, person.locale],
  ]);
  for (const role of ['admin', 'executive'])
    await sql.change('INSERT INTO role_grant (id, sign_in_id, role) VALUES ($1, $2, $3)', [uuid(), signInId, role]);
  return signInId;
}

async function addStaff(sql: Sql, { name, email }: FirstAdministrator): Promise<string> {
  const id = uuid();
  const { pinyin, pinyinInitials } = pinyinOf(name, { person: true });
  await sql.change('INSERT INTO staff (id, name, pinyin, pinyin_initials, email) VALUES ($1, $2, $3, $4, $5)', [
    ...[id, name, pinyin, pinyinInitials, email],
  ]);
  return id;
}
