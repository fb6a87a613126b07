import type { CreateAccount, CreatePerson } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { pinyinOf } from '../../platform/names/pinyin.js';
import { freeAccountNumbers } from './account-numbers.service.js';

/** A number drawn for an account may be given to another by hand at the same moment; that often in a row, never. */
const mostTries = 5;

/** Gives back the number, undefined where the one wanted is taken. */
export async function insertAccount(sql: Sql, id: string, account: CreateAccount): Promise<string | undefined> {
  if (account.number !== undefined)
    return (await insertNumbered(sql, id, account, account.number)) ? account.number : undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [number] = await freeAccountNumbers(sql, 1);
    if (number !== undefined && (await insertNumbered(sql, id, account, number))) return number;
  }
  throw new Error(`No free number was found in ${mostTries} tries.`);
}

async function insertNumbered(sql: Sql, id: string, account: CreateAccount, number: string): Promise<boolean> {
  const { pinyin, pinyinInitials } = pinyinOf(`${account.name} ${account.nameZh ?? ''}`);
  const added = await sql.change(
    /* sql */ `
    INSERT INTO account (id, number, name, name_zh, pinyin, pinyin_initials, industry, zone)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (number) DO NOTHING`,
    [id, number, account.name, account.nameZh, pinyin, pinyinInitials, account.industry, account.zone],
  );
  return added === 1;
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
