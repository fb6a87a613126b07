import type { CreateAccount, CreatePerson } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { pinyinOf } from '../../platform/names/pinyin.js';

/** The next free number of ours. Where numbers like it came by import, the sequence jumps over them. */
async function nextNumber(sql: Sql): Promise<string> {
  const next = await sql.first<{ number: string; isTaken: boolean }>(/* sql */ `
    WITH next AS (SELECT 'A-' || lpad(nextval('account_number')::text, 5, '0') AS number)
    SELECT number, EXISTS (SELECT FROM account WHERE account.number = next.number) AS "isTaken" FROM next`);
  if (!next) throw new Error('A sequence has a next value.');
  if (!next.isTaken) return next.number;
  await sql.rows(
    `SELECT setval('account_number', max(substring(number FROM '^A-(\\d{1,9})$')::bigint)) FROM account
     WHERE number ~ '^A-\\d{1,9}$'`,
  );
  return nextNumber(sql);
}

/** Gives back the number, undefined where the one wanted is taken. */
export async function insertAccount(sql: Sql, id: string, account: CreateAccount): Promise<string | undefined> {
  const number = account.number ?? (await nextNumber(sql));
  const { pinyin, pinyinInitials } = pinyinOf(`${account.name} ${account.nameZh ?? ''}`);
  const added = await sql.change(
    /* sql */ `
    INSERT INTO account (id, number, name, name_zh, pinyin, pinyin_initials, industry, zone)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO NOTHING`,
    [id, number, account.name, account.nameZh, pinyin, pinyinInitials, account.industry, account.zone],
  );
  return added === 1 ? number : undefined;
}

export async function insertPerson(sql: Sql, id: string, accountId: string, person: CreatePerson): Promise<void> {
  const { pinyin, pinyinInitials } = pinyinOf(`${person.name} ${person.nameZh ?? ''}`, { person: true });
  await sql.change(
    /* sql */ `
    INSERT INTO person (id, account_id, name, name_zh, pinyin, pinyin_initials, position, email, language)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, accountId, person.name, person.nameZh, pinyin, pinyinInitials, person.position, person.email, person.language],
  );
  await sql.change('INSERT INTO person_phone (person_id, e164) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
    id,
    person.phones,
  ]);
}
