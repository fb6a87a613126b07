import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { pinyinOf } from '../../platform/names/pinyin.js';
import type { NamedKey } from '../reading/draft.js';

export type KeyKind = 'name' | 'number';

export interface NewStaff extends NamedKey {
  /** null: in none, such as those who lead. */
  readonly teamId: string | null;
  readonly email?: string | null;
  /** When they came to the team, in milliseconds since 1970; left out or null: since always. */
  readonly from?: number | null;
  readonly leftOn?: string | null;
}

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

/**
 * New staff, in the team since always: what they handled before today is theirs too. Who cannot be made, because the
 * number or the e-mail is somebody else's, is not found afterwards, and refuses the rows.
 */
export async function makeStaff(
  sql: Sql,
  people: readonly NewStaff[],
  { by, batch }: { by: KeyKind; batch: string },
): Promise<void> {
  const rows = people.map(({ key, name, teamId, email, from, leftOn }) => ({
    id: uuid(),
    membership_id: uuid(),
    name,
    external_id: by === 'number' ? key : null,
    ...pinyinColumns(name),
    ...{ team_id: teamId, email: email ?? null, left_on: leftOn ?? null },
    from: from === null || from === undefined ? '-infinity' : new Date(from).toISOString(),
  }));
  await sql.change(
    /* sql */ `
    WITH told AS (
      SELECT * FROM json_to_recordset($1) AS x (id uuid, membership_id uuid, name text, external_id text, pinyin text,
        pinyin_initials text, team_id uuid, email text, left_on date, "from" timestamptz)
    ), made AS (
      INSERT INTO staff (id, name, external_id, pinyin, pinyin_initials, email, left_on, batch_id)
      SELECT id, name, external_id, pinyin, pinyin_initials, email, left_on, $2 FROM told
      ON CONFLICT DO NOTHING RETURNING id
    )
    INSERT INTO membership (id, staff_id, team_id, "from", batch_id)
    SELECT membership_id, id, team_id, "from", $2 FROM told JOIN made USING (id) WHERE team_id IS NOT NULL`,
    [JSON.stringify(rows), batch],
  );
}

export function pinyinColumns(name: string, person = true): { pinyin: string; pinyin_initials: string } {
  const { pinyin, pinyinInitials } = pinyinOf(name, { person });
  return { pinyin, pinyin_initials: pinyinInitials };
}
