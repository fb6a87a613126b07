import type { IndicatorEntry, IndicatorQuery } from '@forecall/contracts';
import type { Audience, CardKind, DialName, MetricId } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';

const dayText = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

/** Wide before narrow, units by name, each metric along time. */
const place = (i: string, d: string, t: string) =>
  `(CASE WHEN ${i}.team_id IS NOT NULL THEN 2 WHEN ${i}.department_id IS NOT NULL THEN 1 ELSE 0 END,
    coalesce(${t}.name, ${d}.name, '') COLLATE name_order, ${i}.metric, ${i}.from_day, ${i}.id)`;

/** Of a kind of card, one more than the limit. */
export function listIndicators(
  sql: Sql,
  { card, past, after, limit }: IndicatorQuery,
  today: string,
): Promise<IndicatorEntry[]> {
  const values = new SqlValues();
  const day = values.add(today, 'date');
  const wanted = [`i.card = ${values.add(card, 'text')}`];
  if (past === 'no') wanted.push(`(i.to_day IS NULL OR i.to_day > ${day})`);
  if (after !== undefined)
    wanted.push(`${place('i', 'd', 't')} > (SELECT ${place('l', 'ld', 'lt').slice(1, -1)} FROM indicator l
      LEFT JOIN department ld ON ld.id = l.department_id LEFT JOIN team lt ON lt.id = l.team_id
      WHERE l.id = ${values.add(after, 'uuid')})`);
  return sql.rows<IndicatorEntry>(
    /* sql */ `
    SELECT i.id, i.metric, i.card, ${namedInBoth('d')} AS department, ${namedInBoth('t')} AS team, i.target, i.floor,
      i.weight, i.dial, ${dayText('i.from_day')} AS "from", ${dayText('i.to_day')} AS "to",
      CASE WHEN i.from_day > ${day} THEN 'future' WHEN i.to_day <= ${day} THEN 'past' ELSE 'present' END AS state,
      s.name AS "setBy", ${isoInstant('i.set_at')} AS "setAt", i.revision
    FROM indicator i LEFT JOIN department d ON d.id = i.department_id LEFT JOIN team t ON t.id = i.team_id
    LEFT JOIN staff s ON s.id = i.set_by
    WHERE ${wanted.join(' AND ')}
    ORDER BY ${place('i', 'd', 't').slice(1, -1)} LIMIT ${values.add(limit + 1, 'integer')}`,
    values.list,
  );
}

export const isAnyIndicator = async (sql: Sql): Promise<boolean> =>
  (await sql.first('SELECT FROM indicator LIMIT 1')) !== undefined;

/** What is wanted on a card, as far as an indicator says it. */
export interface IndicatorHeld extends Audience {
  readonly id: string;
  readonly metric: MetricId;
  readonly target: number;
  readonly floor: number;
  readonly weight: number;
  readonly dial: DialName | null;
  readonly from: string;
  /** The day on which it was set, where that was after it began to hold; else null. */
  readonly setOn: string | null;
}

/** Those of a kind of card that hold on a day, for everybody or for one of these units, in the order they were set. */
export const indicatorsOn = (
  sql: Sql,
  card: CardKind,
  day: string,
  units: { readonly departmentIds: readonly string[]; readonly teamIds: readonly string[] },
): Promise<IndicatorHeld[]> =>
  sql.rows<IndicatorHeld & Record<string, unknown>>(
    /* sql */ `
    SELECT id, metric, department_id AS "departmentId", team_id AS "teamId", target, floor, weight, dial,
      ${dayText('from_day')} AS "from",
      (SELECT CASE WHEN set_on > from_day THEN ${dayText('set_on')} END
       FROM (SELECT (set_at AT TIME ZONE o.zone)::date AS set_on FROM organisation o) told) AS "setOn"
    FROM indicator
    WHERE card = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day > $2)
      AND (department_id IS NULL AND team_id IS NULL OR department_id = ANY ($3::uuid[]) OR team_id = ANY ($4::uuid[]))
    ORDER BY set_at, id`,
    [card, day, units.departmentIds, units.teamIds],
  );

/** One act after the other on the indicators of a kind of card. */
export const lockIndicators = (sql: Sql, card: CardKind): Promise<number> =>
  sql.change(`SELECT pg_advisory_xact_lock(hashtextextended('indicators ' || $1, 0))`, [card]);

/** Whether people are appraised, or were, over a period that ends after the day. */
export const isJudgedFrom = async (sql: Sql, day: string): Promise<boolean> =>
  (await sql.first('SELECT FROM appraisal_cycle WHERE to_on > $1 LIMIT 1', [day])) !== undefined;

/** Whether taking back an act brings a row back that was to begin before today: it would have been wanted on days that are over. */
export const bringsBackPast = async (sql: Sql, actId: string, today: string): Promise<boolean> =>
  (await sql.first(
    /* sql */ `
    SELECT FROM organisation_act a, jsonb_array_elements(a.changes::jsonb) c
    WHERE a.id = $1 AND c ->> 'entity' = 'Indicator' AND c ->> 'after' IS NULL AND c -> 'before' ->> 'from' < $2`,
    [actId, today],
  )) !== undefined;

/** Whether the unit is there on the day, with its name. */
export const unitOn = (
  sql: Sql,
  unit: 'department' | 'team',
  id: string,
  at: Date,
): Promise<{ name: string; isOpen: boolean } | undefined> =>
  sql.first<{ name: string; isOpen: boolean }>(
    `SELECT name, "from" <= $2 AND ("to" IS NULL OR "to" > $2) AS "isOpen" FROM ${unit} WHERE id = $1`,
    [id, at],
  );
