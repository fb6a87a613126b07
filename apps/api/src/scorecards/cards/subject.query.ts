import type { Named, NamedInBoth, OwnScorecards } from '@forecall/contracts';
import type { CardKind } from '@forecall/domain';
import { holdsAt } from '../../attribution/attribution.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';

/** Whose card it is, with the place in the organisation at the end of the period. */
export interface Subject extends NamedInBoth {
  readonly kind: CardKind;
  readonly team: NamedInBoth | null;
  readonly department: NamedInBoth | null;
  readonly supervisors: Named[];
  /** The units whose indicators hold for it, and who leads which sees it. */
  readonly teamIds: string[];
  readonly departmentIds: string[];
}

/** $1: whose; $2, $3: the period, whose last moment (now while it runs) is $4. */
export interface SubjectPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly at: Date;
}

const leadersOf = (column: string, unit: string) => /* sql */ `
  (SELECT coalesce(json_agg(${named('ls')} ORDER BY ls.name COLLATE name_order, ls.id), '[]')
   FROM leadership l JOIN staff ls ON ls.id = l.staff_id
   WHERE l.${column} = ${unit} AND l.role <> 'stand-in' AND ${holdsAt('l', '$4')})`;

const lateral: Readonly<Record<CardKind, string>> = {
  rep: /* sql */ `
    SELECT s.id, s.name, NULL AS "nameZh", ${namedInBoth('t')} AS team, ${namedInBoth('d')} AS department,
      ${leadersOf('team_id', 't.id')} AS supervisors, array_remove(ARRAY[t.id], NULL) AS "teamIds",
      array_remove(ARRAY[d.id], NULL) AS "departmentIds"
    FROM staff s LEFT JOIN membership m ON m.staff_id = s.id AND ${holdsAt('m', '$4')}
    LEFT JOIN team t ON t.id = m.team_id LEFT JOIN department d ON d.id = t.department_id
    WHERE s.id = $1 AND EXISTS (
      SELECT FROM membership p WHERE p.staff_id = s.id AND p."from" < $3 AND (p."to" IS NULL OR p."to" > $2))`,
  team: /* sql */ `
    SELECT t.id, t.name, t.name_zh AS "nameZh", ${namedInBoth('t')} AS team, ${namedInBoth('d')} AS department,
      ${leadersOf('team_id', 't.id')} AS supervisors, ARRAY[t.id] AS "teamIds", ARRAY[d.id] AS "departmentIds"
    FROM team t JOIN department d ON d.id = t.department_id
    WHERE t.id = $1 AND t."from" < $3 AND (t."to" IS NULL OR t."to" > $2)`,
  // Of whoever led several, the card is of all of them.
  supervisor: /* sql */ `
    SELECT s.id, s.name, NULL AS "nameZh", NULL::json AS team, ${namedInBoth('d')} AS department,
      '[]'::json AS supervisors, led.team_ids AS "teamIds", led.department_ids AS "departmentIds"
    FROM staff s CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT t.id) AS team_ids, array_agg(DISTINCT t.department_id) AS department_ids
      FROM leadership l JOIN team t ON t.id = l.team_id
      WHERE l.staff_id = s.id AND l.role = 'supervisor' AND l."from" < $3 AND (l."to" IS NULL OR l."to" > $2)
    ) led
    LEFT JOIN department d ON d.id = led.department_ids[1] AND cardinality(led.department_ids) = 1
    WHERE s.id = $1 AND led.team_ids IS NOT NULL AND $4::timestamptz IS NOT NULL`,
  department: /* sql */ `
    SELECT d.id, d.name, d.name_zh AS "nameZh", NULL::json AS team, ${namedInBoth('d')} AS department,
      ${leadersOf('department_id', 'd.id')} AS supervisors, '{}'::uuid[] AS "teamIds", ARRAY[d.id] AS "departmentIds"
    FROM department d WHERE d.id = $1 AND d."from" < $3 AND (d."to" IS NULL OR d."to" > $2)`,
};

/** Undefined where it was not there in the period. */
export async function subjectOf(
  sql: Sql,
  kind: CardKind,
  id: string,
  { from, to, at }: SubjectPeriod,
): Promise<Subject | undefined> {
  const found = await sql.first<Omit<Subject, 'kind'> & Record<string, unknown>>(lateral[kind], [id, from, to, at]);
  return found && { ...found, kind };
}

/** The cards of somebody: as who leads teams, of the departments that they head, and as a member of a team. */
export const ownCards = (sql: Sql, { staffId, departmentIds }: Reach): Promise<OwnScorecards['cards']> =>
  sql.rows(
    /* sql */ `
    SELECT kind, id, name, "nameZh" FROM (
      SELECT 1 AS place, 'supervisor' AS kind, s.id, s.name, NULL AS "nameZh" FROM staff s
      WHERE s.id = $1 AND EXISTS (
        SELECT FROM leadership l WHERE l.staff_id = s.id AND l.role = 'supervisor' AND ${holdsAt('l', 'now()')})
      UNION ALL
      SELECT 2, 'department', d.id, d.name, d.name_zh FROM department d
      WHERE d.id = ANY ($2::uuid[]) AND ${holdsAt('d', 'now()')}
      UNION ALL
      SELECT 3, 'rep', s.id, s.name, NULL FROM staff s
      WHERE s.id = $1 AND EXISTS (
        SELECT FROM membership m WHERE m.staff_id = s.id AND ${holdsAt('m', 'now()')})
    ) own ORDER BY place, name COLLATE name_order, id LIMIT 100`,
    [staffId, departmentIds],
  );
