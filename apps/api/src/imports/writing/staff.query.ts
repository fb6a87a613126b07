import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { pinyinOf } from '../../platform/names/pinyin.js';
import type { NamedKey } from '../reading/draft.js';

export type KeyKind = 'name' | 'number';

const column = { name: 's.name', number: 's.external_id' } as const;

/** Staff by name or staff number, whatever the case of the letters; more than one id where a name is not unique. */
export async function findStaff(sql: Sql, by: KeyKind, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql.rows<{ key: string; ids: string[] }>(
    `SELECT k.key, array_agg(s.id) AS ids FROM unnest($1::text[]) AS k (key)
     JOIN staff s ON lower(${column[by]}) = lower(k.key) GROUP BY k.key`,
    [keys],
  );
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}

/** New staff, in the team since always: what they handled before today is theirs too. */
export async function makeStaff(
  sql: Sql,
  people: readonly NamedKey[],
  { by, teamId, batchId }: { by: KeyKind; teamId: string; batchId: string },
): Promise<void> {
  const rows = people.map(({ key, name }) => ({
    id: uuid(),
    membership_id: uuid(),
    name,
    external_id: by === 'number' ? key : null,
    ...pinyinColumns(name),
  }));
  await sql.change(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x
        (id uuid, membership_id uuid, name text, external_id text, pinyin text, pinyin_initials text)
    ), made AS (
      INSERT INTO staff (id, name, external_id, pinyin, pinyin_initials, batch_id)
      SELECT id, name, external_id, pinyin, pinyin_initials, $3 FROM told
      RETURNING id
    )
    INSERT INTO membership (id, staff_id, team_id) SELECT membership_id, id, $2 FROM told JOIN made USING (id)`,
    [JSON.stringify(rows), teamId, batchId],
  );
}

export function pinyinColumns(name: string, person = true): { pinyin: string; pinyin_initials: string } {
  const { pinyin, pinyinInitials } = pinyinOf(name, { person });
  return { pinyin, pinyin_initials: pinyinInitials };
}
