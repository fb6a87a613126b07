import type { ScorecardList, ScorecardsQuery } from '@forecall/contracts';
import type { CardKind } from '@forecall/domain';
import { holdsAt } from '../../attribution/attribution.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { patternOf } from '../../platform/database/like-pattern.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';

type Entry = ScorecardList['cards'][number];

/** Each kind as one row a card: `c` with id, name, name_zh, and the team and department of now. */
const relations: Readonly<Record<CardKind, string>> = {
  rep: `(SELECT s.id, s.name, NULL::text AS name_zh, m.team_id, t.department_id
    FROM staff s JOIN membership m ON m.staff_id = s.id AND ${holdsAt('m', 'now()')} JOIN team t ON t.id = m.team_id) c`,
  team: `(SELECT t.id, t.name, t.name_zh, t.id AS team_id, t.department_id FROM team t WHERE ${holdsAt('t', 'now()')}) c`,
  // One who leads several teams stands there once, with the first of them.
  supervisor: `(SELECT DISTINCT ON (s.id) s.id, s.name, NULL::text AS name_zh, l.team_id, t.department_id
    FROM leadership l JOIN staff s ON s.id = l.staff_id JOIN team t ON t.id = l.team_id
    WHERE l.role = 'supervisor' AND ${holdsAt('l', 'now()')} ORDER BY s.id, t.name COLLATE name_order, t.id) c`,
  department: `(SELECT d.id, d.name, d.name_zh, NULL::uuid AS team_id, d.id AS department_id
    FROM department d WHERE ${holdsAt('d', 'now()')}) c`,
};

/** Whose card of a kind somebody may open now. */
export function isCardSeen(kind: CardKind, reach: Reach, values: SqlValues): string {
  if (reach.everything) return 'true';
  const ways = [`c.department_id = ANY (${values.add(reach.departmentIds, 'uuid[]')})`];
  if (kind === 'rep' || kind === 'team') ways.push(`c.team_id = ANY (${values.add(reach.teamIds, 'uuid[]')})`);
  if (kind === 'rep' || kind === 'supervisor') ways.push(`c.id = ${values.add(reach.staffId, 'uuid')}`);
  return `(${ways.join(' OR ')})`;
}

/** By name, one more than the limit. */
export function listCards(sql: Sql, query: ScorecardsQuery, reach: Reach): Promise<Entry[]> {
  const { kind, q, department, team, after, limit } = query;
  const values = new SqlValues();
  const wanted = [isCardSeen(kind, reach, values)];
  if (q !== '') {
    const pattern = values.add(patternOf(q), 'text');
    wanted.push(`(c.name ILIKE ${pattern} OR c.name_zh ILIKE ${pattern})`);
  }
  if (department !== undefined) wanted.push(`c.department_id = ${values.add(department, 'uuid')}`);
  if (team !== undefined) wanted.push(`c.team_id = ${values.add(team, 'uuid')}`);
  if (after !== undefined) {
    const last = kind === 'team' || kind === 'department' ? kind : 'staff';
    wanted.push(`(c.name COLLATE name_order, c.id) > (
      SELECT name COLLATE name_order, id FROM ${last} WHERE id = ${values.add(after, 'uuid')})`);
  }
  return sql.rows<Entry>(
    /* sql */ `
    SELECT '${kind}' AS kind, c.id, c.name, c.name_zh AS "nameZh",
      ${kind === 'rep' || kind === 'supervisor' ? namedInBoth('t') : 'NULL::json'} AS team,
      ${kind === 'department' ? 'NULL::json' : namedInBoth('d')} AS department
    FROM ${relations[kind]} LEFT JOIN team t ON t.id = c.team_id LEFT JOIN department d ON d.id = c.department_id
    WHERE ${wanted.join(' AND ')}
    ORDER BY c.name COLLATE name_order, c.id LIMIT ${values.add(limit + 1, 'integer')}`,
    values.list,
  );
}
