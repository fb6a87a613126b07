import type { StaffLeads, StaffQuery, StaffTeam } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly zone: string | null;
  readonly extension: string | null;
  readonly leftOn: string | null;
  readonly revision: number;
}

const columns = /* sql */ `
  s.id, s.name, s.external_id AS "externalId", s.email, s.zone, s.extension, to_char(s.left_on, 'YYYY-MM-DD') AS "leftOn", s.revision`;

/** The expression of the index staff_search. */
const searched = `lower(name || ' ' || replace(pinyin, ' ', '') || ' ' || pinyin_initials || ' ' ||
  coalesce(external_id, '') || ' ' || split_part(coalesce(email, ''), '@', 1))`;

const holds = (alias: string) => `${alias}."from" <= now() AND (${alias}."to" IS NULL OR ${alias}."to" > now())`;
const isPresent = `(s.left_on IS NULL OR s.left_on >= (SELECT (now() AT TIME ZONE zone)::date FROM organisation))`;
const isInTeam = `EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id AND ${holds('m')})`;
const leads = `EXISTS (SELECT FROM leadership l WHERE l.staff_id = s.id AND ${holds('l')})`;

const states: Record<StaffQuery['state'], string> = {
  present: isPresent,
  left: `NOT ${isPresent}`,
  all: 'true',
  'without-team': `${isPresent} AND NOT ${isInTeam} AND NOT ${leads}`,
};

const sortKeys = { name: 's.name', number: `coalesce(s.external_id, '')` };

/** One search pattern per word: all must be found. What stands after an @ is the same for everybody. */
const patterns = (search: string) =>
  search
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/@.*/, ''))
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);

const filter = ({ state, search, department, team }: StaffQuery) => ({
  where: /* sql */ `
    ${states[state]}
    AND ${searched} LIKE ALL ($1::text[])
    AND ($2::uuid IS NULL OR EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id AND m.team_id = $2 AND ${holds('m')}))
    AND ($3::uuid IS NULL
      OR EXISTS (SELECT FROM membership m JOIN team t ON t.id = m.team_id
        WHERE m.staff_id = s.id AND t.department_id = $3 AND ${holds('m')})
      OR EXISTS (SELECT FROM leadership l LEFT JOIN team t ON t.id = l.team_id
        WHERE l.staff_id = s.id AND $3 IN (l.department_id, t.department_id) AND ${holds('l')}))`,
  values: [patterns(search), team ?? null, department ?? null] as const,
});

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

/** Who is called just so: `li yan` is 李燕 rather than 李海燕. */
const isCalled = (place: string) => /* sql */ `${place} <> '' AND ${place} IN (lower(replace(s.name, ' ', '')),
  lower(replace(s.pinyin, ' ', '')), lower(s.pinyin_initials), lower(s.external_id))`;

/** One page in the order of names of both languages, from a cursor on; by names up, who is called as was typed comes first. */
export function staffPage(sql: Sql, query: StaffQuery, after: Cursor | null): Promise<(StaffRow & { key: string })[]> {
  const { where, values } = filter(query);
  const isDescending = query.sort.startsWith('-');
  const sortKey = sortKeys[query.sort.endsWith('name') ? 'name' : 'number'];
  const key = query.sort === 'name' ? `(CASE WHEN ${isCalled('$7')} THEN '0' ELSE '1' END || ${sortKey})` : sortKey;
  const typed = query.search.toLowerCase().replaceAll(/\s/g, '');
  const [beyond, order] = isDescending ? ['<', 'DESC'] : ['>', 'ASC'];
  return sql.rows(
    /* sql */ `
    SELECT ${columns}, ${key} AS key FROM staff s
    WHERE ${where} AND ($4::text IS NULL OR (${key} COLLATE name_order, s.id) ${beyond} ($4 COLLATE name_order, $5::uuid))
    ORDER BY ${key} COLLATE name_order ${order}, s.id ${order} LIMIT $6`,
    [...values, after?.key ?? null, after?.id ?? null, query.limit, ...(query.sort === 'name' ? [typed] : [])],
  );
}

export async function staffCount(sql: Sql, query: StaffQuery): Promise<number> {
  const { where, values } = filter(query);
  const row = await sql.first<{ n: number }>(`SELECT count(*)::int AS n FROM staff s WHERE ${where}`, values);
  return row?.n ?? 0;
}

export const staffById = (sql: Sql, id: string): Promise<StaffRow | undefined> =>
  sql.first(`SELECT ${columns} FROM staff s WHERE s.id = $1`, [id]);

const period = (alias: string) => `${isoInstant(`${alias}."from"`)} AS "from", ${isoInstant(`${alias}."to"`)} AS "to"`;

export type TeamOf = StaffTeam & { readonly staffId: string };

/** All teams these people were, are and will be in, the newest first. */
export const teamsOf = (sql: Sql, staffIds: readonly string[]): Promise<TeamOf[]> =>
  sql.rows(
    /* sql */ `
    SELECT m.staff_id AS "staffId", m.id AS "membershipId", t.id AS "teamId", t.name AS "teamName",
      d.id AS "departmentId", d.name AS "departmentName", ${period('m')}
    FROM membership m JOIN team t ON t.id = m.team_id JOIN department d ON d.id = t.department_id
    WHERE m.staff_id = ANY ($1) ORDER BY m."from" DESC`,
    [staffIds],
  );

export type LeadsOf = StaffLeads & { readonly staffId: string };

export const leadsOf = (sql: Sql, staffIds: readonly string[]): Promise<LeadsOf[]> =>
  sql.rows(
    /* sql */ `
    SELECT l.staff_id AS "staffId", l.id, l.role, CASE WHEN l.team_id IS NULL THEN 'department' ELSE 'team' END AS unit,
      coalesce(l.team_id, l.department_id) AS "unitId", coalesce(t.name, d.name) AS "unitName",
      coalesce(t.revision, d.revision) AS "unitRevision", ${period('l')}
    FROM leadership l LEFT JOIN team t ON t.id = l.team_id LEFT JOIN department d ON d.id = l.department_id
    WHERE l.staff_id = ANY ($1) ORDER BY l."from" DESC, l.id`,
    [staffIds],
  );
