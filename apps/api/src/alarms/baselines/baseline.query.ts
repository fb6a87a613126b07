import type { AlarmBudget } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface Choice {
  readonly budgetDays: AlarmBudget;
  readonly threshold: number;
  readonly falseAlarmDays: number;
  readonly delayContacts: number;
  readonly delayDays: number;
}

export interface BaselineColumns {
  readonly id: string;
  readonly departmentId: string;
  readonly usual: number;
  /** null: days differ no more than by chance. */
  readonly strength: number | null;
  readonly contactsPerDay: number;
  readonly oddsRatio: number;
  readonly choices: readonly Choice[];
  readonly pastFrom: string;
  readonly pastTo: string;
  readonly pastContacts: number;
  readonly pastComplaints: number;
  readonly restartedOn: string | null;
}

export type Why = 'first' | 'renewed' | 'restarted' | 'budget';

const columns = /* sql */ `b.id, b.department_id AS "departmentId", b.usual, b.strength, b.contacts_per_day AS "contactsPerDay",
  b.odds_ratio AS "oddsRatio", b.choices, b.past_from::text AS "pastFrom", b.past_to::text AS "pastTo",
  b.past_contacts AS "pastContacts", b.past_complaints AS "pastComplaints", b.restarted_on::text AS "restartedOn"`;

export const baselineInForce = (sql: Sql, departmentId: string): Promise<BaselineColumns | undefined> =>
  sql.first(`SELECT ${columns} FROM alarm_baseline b WHERE b.department_id = $1 AND b.until IS NULL`, [departmentId]);

/** From now on it holds; the one before is kept with its end. Gives back its id. */
export async function putInForce(
  sql: Sql,
  { id = uuid(), ...told }: Omit<BaselineColumns, 'id'> & { readonly id?: string },
  {
    budgetDays,
    threshold,
    why,
    by,
    at,
  }: { budgetDays: number; threshold: number; why: Why; by: string | null; at: Date },
): Promise<string> {
  await sql.change('UPDATE alarm_baseline SET until = $2 WHERE department_id = $1 AND until IS NULL', [
    ...[told.departmentId, at],
  ]);
  await sql.change(
    `INSERT INTO alarm_baseline (id, department_id, usual, strength, contacts_per_day, odds_ratio, choices, past_from, past_to,
       past_contacts, past_complaints, restarted_on, budget_days, threshold, why, by, since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, told.departmentId, told.usual, told.strength, told.contactsPerDay, told.oddsRatio],
      ...[JSON.stringify(told.choices), told.pastFrom, told.pastTo, told.pastContacts, told.pastComplaints],
      ...[told.restartedOn, budgetDays, threshold, why, by, at],
    ],
  );
  return id;
}

export const budgetOf = async (
  sql: Sql,
  departmentId: string,
): Promise<{ budgetDays: AlarmBudget; revision: number } | undefined> =>
  sql.first('SELECT budget_days AS "budgetDays", revision FROM alarm_rule WHERE department_id = $1', [departmentId]);

export interface DueDepartment {
  readonly id: string;
  /** The day from which another level holds; null: never restarted, or longer ago than anybody asks. */
  readonly restartedOn: string | null;
  readonly isFirst: boolean;
  readonly isRestart: boolean;
}

const isRestart = (today: string, pastDays: string) =>
  `b.restarted_on IS DISTINCT FROM r.day AND (r.day IS NOT NULL OR b.restarted_on > ${today}::date - ${pastDays}::int)`;

/**
 * Departments of today that need a baseline: without one; made from a past that ended a month ago (a budget chosen since
 * makes it no younger); restarted since it was made, or back from a restart; in the first month after a restart each day
 * anew. Not while an alarm goes on, but where it was judged.
 */
export const departmentsDue = (
  sql: Sql,
  { today, zone, renewDays, pastDays }: { today: string; zone: string; renewDays: number; pastDays: number },
): Promise<DueDepartment[]> =>
  sql.rows<DueDepartment & Record<string, unknown>>(
    /* sql */ `
    SELECT d.id, r.day::text AS "restartedOn", b.id IS NULL AS "isFirst", coalesce(${isRestart('$1', '$4')}, false) AS "isRestart"
    FROM department d
    LEFT JOIN alarm_baseline b ON b.department_id = d.id AND b.until IS NULL
    LEFT JOIN alarm_evidence e ON e.department_id = d.id
    CROSS JOIN LATERAL (
      SELECT max((a.since AT TIME ZONE $2)::date) AS day FROM alarm a
      WHERE a.department_id = d.id AND a.outcome = 'explained' AND a.lasts
        AND a.raised_at > now() - make_interval(days => $4::int)
    ) r
    WHERE d."from" <= now() AND (d."to" IS NULL OR d."to" > now()) AND (
      b.id IS NULL
      OR ${isRestart('$1', '$4')}
      OR e.is_raised IS NOT TRUE AND b.past_to < $1::date - $3::int
      OR e.is_raised IS NOT TRUE AND r.day > $1::date - $3::int AND b.past_to < $1::date - 1)
    ORDER BY d.id LIMIT 500`,
    [today, zone, renewDays, pastDays],
  );

/** Days of alarms that were explained and have passed: they are no part of what is usual. */
export const passedAlarms = (sql: Sql, departmentId: string, zone: string): Promise<{ from: string; to: string }[]> =>
  sql.rows(
    `SELECT (since AT TIME ZONE $2)::date::text AS "from", (coalesce(ebbed_at, ended_at) AT TIME ZONE $2)::date::text AS "to"
     FROM alarm WHERE department_id = $1 AND outcome = 'explained' AND NOT lasts ORDER BY since DESC LIMIT 1000`,
    [departmentId, zone],
  );
