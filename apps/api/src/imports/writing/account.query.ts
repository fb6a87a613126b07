import { v7 as uuid } from 'uuid';
import { freeAccountNumbers } from '../../customers/making/account-numbers.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { AccountDraft, NamedKey } from '../reading/draft.js';
import { type KeyKind, pinyinColumns } from './staff.query.js';

export interface NewAccount extends NamedKey {
  readonly isToBeMade: boolean;
  readonly details?: Omit<AccountDraft, 'care'> & { readonly careId: string | null };
}

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

/** New customers with their class and care; one whose number is taken is not found afterwards, and refuses the rows. */
export async function makeAccounts(
  sql: Sql,
  accounts: readonly NewAccount[],
  { by, batch }: { by: KeyKind; batch: string },
): Promise<void> {
  const given = accounts.map(({ key, details }) => (by === 'number' ? key : (details?.number ?? null)));
  const free = await freeAccountNumbers(sql, given.filter((number) => number === null).length);
  const rows = accounts.map(({ name, details }, n) => ({
    id: uuid(),
    number: given[n] ?? free.pop(),
    name,
    name_zh: details?.chinese ?? null,
    ...pinyinColumns(details?.chinese ?? name, false),
    ...{ industry: details?.industry ?? '', zone: details?.zone ?? null, attributes: details?.attributes ?? {} },
    ...{ class: details?.class ?? null, care_id: details?.careId ?? null },
    ...{ class_row_id: uuid(), care_row_id: uuid() },
    since:
      details?.since === null || details?.since === undefined ? '-infinity' : new Date(details.since).toISOString(),
  }));
  await sql.change(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x (id uuid, number text, name text, name_zh text, pinyin text,
        pinyin_initials text, industry text, zone text, attributes jsonb, class text, care_id uuid, class_row_id uuid,
        care_row_id uuid, since timestamptz)
    ), made AS (
      INSERT INTO account (id, number, name, name_zh, pinyin, pinyin_initials, industry, zone, attributes, batch_id)
      SELECT id, number, name, name_zh, pinyin, pinyin_initials, industry, zone, attributes, $2 FROM told
      ON CONFLICT DO NOTHING RETURNING id
    ), classed AS (
      INSERT INTO account_class (id, account_id, class, "from", batch_id)
      SELECT class_row_id, id, class, since, $2 FROM told JOIN made USING (id) WHERE class IS NOT NULL
    )
    INSERT INTO account_care (id, account_id, staff_id, part, "from", batch_id)
    SELECT care_row_id, id, care_id, 'rep', since, $2 FROM told JOIN made USING (id) WHERE care_id IS NOT NULL`,
    [JSON.stringify(rows), batch],
  );
}
