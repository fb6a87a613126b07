import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { e164Of } from '../../platform/names/phone-number.js';
import type { NamedKey, PersonDraft } from '../reading/draft.js';
import { pinyinColumns } from './staff.query.js';

export interface NewPerson extends NamedKey {
  readonly accountId: string;
  readonly details: PersonDraft;
}

/** A person's key: the customer and the name. */
export const personKey = (accountId: string, name: string): string => `${accountId} ${name}`;

const idLength = 36;

/** People by customer and name, whatever the case of the letters; one that was merged away stands for the other. */
export async function findPersons(sql: Sql, keys: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = keys.filter((key) => key.charAt(idLength) === ' ');
  const rows = await sql.rows<{ key: string; ids: string[] }>(
    /* sql */ `
    SELECT k.key, array_agg(DISTINCT coalesce(p.merged_into, p.id)) AS ids
    FROM unnest($1::text[]) AS k (key)
    JOIN person p ON p.account_id = left(k.key, ${idLength})::uuid AND lower(p.name) = lower(substr(k.key, ${idLength + 2}))
    GROUP BY k.key`,
    [wanted],
  );
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}

export async function makePersons(
  sql: Sql,
  people: readonly NewPerson[],
  { country, batch }: { country: string | null; batch: string },
): Promise<void> {
  const rows = people.map(({ accountId, name, details }) => ({
    ...{ id: uuid(), account_id: accountId, name, name_zh: details.chinese, ...pinyinColumns(details.chinese ?? name) },
    ...{ position: details.position, email: details.email, language: details.language, influence: details.influence },
    phones: [...new Set(details.phones.flatMap((phone) => e164Of(phone, country) ?? []))],
  }));
  await sql.change(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x (id uuid, account_id uuid, name text, name_zh text, pinyin text,
        pinyin_initials text, position text, email text, language text, influence text, phones text[])
    ), made AS (
      INSERT INTO person (id, account_id, name, name_zh, pinyin, pinyin_initials, position, email, language, influence, batch_id)
      SELECT id, account_id, name, name_zh, pinyin, pinyin_initials, position, email, language, influence, $2 FROM told
      RETURNING id
    )
    INSERT INTO person_phone (person_id, e164) SELECT id, unnest(phones) FROM told JOIN made USING (id)`,
    [JSON.stringify(rows), batch],
  );
}
