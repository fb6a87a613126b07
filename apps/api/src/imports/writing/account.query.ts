import { v7 as uuid } from 'uuid';
import { freeAccountNumbers } from '../../customers/making/account-numbers.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { NamedKey } from '../reading/draft.js';
import { type KeyKind, pinyinColumns } from './staff.query.js';

/** Accounts by name (either language) or number; one that was merged away stands for the one it went into. */
export async function findAccounts(sql: Sql, by: KeyKind, keys: readonly string[]): Promise<Map<string, string[]>> {
  const words =
    by === 'number'
      ? 'SELECT lower(number) AS word, id, merged_into FROM account'
      : `SELECT lower(name) AS word, id, merged_into FROM account
         UNION ALL SELECT lower(name_zh), id, merged_into FROM account WHERE name_zh IS NOT NULL`;
  const rows = await sql.rows<{ key: string; ids: string[] }>(
    `SELECT k.key, array_agg(DISTINCT coalesce(a.merged_into, a.id)) AS ids FROM unnest($1::text[]) AS k (key)
     JOIN (${words}) a ON a.word = lower(k.key) GROUP BY k.key`,
    [keys],
  );
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}

export async function makeAccounts(
  sql: Sql,
  accounts: readonly NamedKey[],
  { by, batchId }: { by: KeyKind; batchId: string },
): Promise<void> {
  const numbers = by === 'number' ? accounts.map(({ key }) => key) : await freeAccountNumbers(sql, accounts.length);
  const rows = accounts.map(({ name }, n) => ({
    id: uuid(),
    number: numbers[n],
    name,
    ...pinyinColumns(name, false),
  }));
  await sql.change(
    /* sql */ `
    INSERT INTO account (id, number, name, pinyin, pinyin_initials, batch_id)
    SELECT id, number, name, pinyin, pinyin_initials, $2
    FROM json_to_recordset($1) AS x (id uuid, number text, name text, pinyin text, pinyin_initials text)`,
    [JSON.stringify(rows), batchId],
  );
}
