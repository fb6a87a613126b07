import { v7 as uuid } from 'uuid';
import { teamAt } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';
import { noteNews } from '../platform/personal/personal-news.js';
import { isAbout } from './duty-about-whom.query.js';
import { standIns } from './stand-in.query.js';

export interface DutyColumns {
  readonly id: string;
  readonly kind: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly departmentId: string | null;
  readonly dueAt: Date;
  readonly remindAt: Date | null;
  readonly source: { readonly entity: string; readonly id: string } | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly createdBy: string | null;
}

/** False: the same duty is open already. */
export const insertDuty = async (sql: Sql, duty: DutyColumns): Promise<boolean> =>
  (await sql.change(
    /* sql */ `
    INSERT INTO duty (id, kind, owner_id, team_id, department_id, due_at, remind_at, source_entity, source_id, parameters, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (kind, source_entity, source_id, owner_id) WHERE done_at IS NULL AND kind <> 'by-hand' DO NOTHING`,
    [
      ...[duty.id, duty.kind, duty.ownerId, duty.teamId, duty.departmentId, duty.dueAt, duty.remindAt],
      ...[duty.source?.entity ?? null, duty.source?.id ?? null, duty.parameters, duty.createdBy],
    ],
  )) > 0;

export const sameOpen = async (sql: Sql, { kind, source, ownerId }: DutyColumns): Promise<string | undefined> =>
  (
    await sql.first<{ id: string }>(
      `SELECT id FROM duty WHERE done_at IS NULL AND kind = $1 AND source_entity IS NOT DISTINCT FROM $2
         AND source_id IS NOT DISTINCT FROM $3 AND owner_id IS NOT DISTINCT FROM $4`,
      [kind, source?.entity ?? null, source?.id ?? null, ownerId],
    )
  )?.id;

export type DutyAct = 'handed' | 'moved' | 'gone-up' | 'done' | 'cancelled' | 'taken-up';

export interface Step {
  readonly act: DutyAct;
  readonly by: string | null;
  readonly before?: Readonly<Record<string, string>>;
  readonly after?: Readonly<Record<string, string>>;
  readonly why?: string;
}

export const noteStep = (sql: Sql, dutyId: string, { act, by, before = {}, after = {}, why = '' }: Step) =>
  sql.change(
    'INSERT INTO duty_step (id, duty_id, by_sign_in_id, act, before, after, why) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [uuid(), dutyId, by, act, before, after, why],
  );

/** Everybody in whose day these duties are: owners, those who lead the unit, those above, and who stands in for them. */
export const dayHolders = (dutyIds: string): string => /* sql */ `
  WITH these AS (SELECT * FROM duty WHERE id = ANY (${dutyIds})),
  first_hand (duty_id, staff_id) AS (
    SELECT id, owner_id FROM these WHERE owner_id IS NOT NULL
    UNION
    SELECT d.id, l.staff_id FROM these d JOIN leadership l
      ON (l.team_id = d.team_id OR l.department_id = d.department_id) AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
    WHERE d.owner_id IS NULL
    UNION
    SELECT duty_id, staff_id FROM duty_above WHERE duty_id = ANY (${dutyIds})
  )
  SELECT held.duty_id, held.staff_id FROM (
    SELECT duty_id, staff_id FROM first_hand
    UNION
    SELECT f.duty_id, pair.stand_in_id FROM first_hand f JOIN (${standIns}) pair ON pair.staff_id = f.staff_id
  ) held JOIN these d ON d.id = held.duty_id
  WHERE d.owner_id = held.staff_id OR NOT ${isAbout('d', 'held.staff_id')}`;

/** Tells those in whose day they are that something has changed. */
export const noteChange = (sql: Sql, dutyIds: readonly string[], others: readonly string[] = []): Promise<number> =>
  noteNews(sql, `SELECT staff_id FROM (${dayHolders('$1::uuid[]')}) held UNION SELECT unnest($2::uuid[])`, [
    dutyIds,
    others,
  ]);

/** Who leads above a duty: the supervisor of its team or of its owner's, the head of the department. Never its owner nor whom it is about. */
export const leaderAbove = async (sql: Sql, dutyId: string, level: 'supervisor' | 'head') =>
  (
    await sql.first<{ staffId: string }>(
      /* sql */ `
      SELECT l.staff_id AS "staffId"
      FROM duty d
      LEFT JOIN team t ON t.id = coalesce(d.team_id, ${teamAt('d.owner_id', 'now()')})
      JOIN leadership l ON l.role = $2 AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())
        AND CASE $2 WHEN 'head' THEN l.department_id = coalesce(d.department_id, t.department_id) ELSE l.team_id = t.id END
      WHERE d.id = $1 AND l.staff_id IS DISTINCT FROM d.owner_id AND NOT ${isAbout('d', 'l.staff_id')}`,
      [dutyId, level],
    )
  )?.staffId;

/** False where it has gone there before. */
export const insertAbove = async (sql: Sql, dutyId: string, level: string, staffId: string): Promise<boolean> =>
  (await sql.change(
    'INSERT INTO duty_above (duty_id, level, staff_id) VALUES ($1, $2, $3) ON CONFLICT (duty_id, level) DO NOTHING',
    [dutyId, level, staffId],
  )) > 0;
