import {
  type CallRulesByNumber,
  type CareClass,
  careStrategies,
  type HealthBand,
  usualCallRules,
  type WorkingWeek,
} from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

export type CallSettings = CallRulesByNumber;

export async function callSettings(sql: Sql): Promise<CallSettings> {
  const row = await sql.first<{ [Name in keyof CallSettings]: number | null }>(
    `SELECT calls_per_day AS "callsPerDay", slot_minutes AS "slotMinutes", early_days AS "earlyDays",
       grace_days AS "graceDays", retry_minutes AS "retryMinutes", tries_per_person AS "triesPerPerson" FROM call_setting`,
  );
  const set = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  return { ...usualCallRules, ...Object.fromEntries(set) };
}

/** How somebody's calling hours come about; accounts with the same have one plan of hours. */
export interface HoursOfAccount {
  readonly zone: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly week: WorkingWeek | null;
}

/** A key account as the plan takes it. */
export interface AccountToCall extends HoursOfAccount {
  readonly id: string;
  readonly class: CareClass;
  /** Calendar days from one call to the next. */
  readonly days: number;
  /** The day of the last call that was made or missed, else when it came into its class. */
  readonly anchor: string;
  readonly repInCare: string | null;
  readonly support: readonly string[];
  /** Nobody there may be called. */
  readonly isSilent: boolean;
  readonly health: number;
  readonly band: HealthBand;
}

/** Hours of the person who is called first go before those of the account. */
export async function accountsToCall(sql: Sql): Promise<AccountToCall[]> {
  const rows = await sql.rows<Omit<AccountToCall, 'days'> & { days: number | null }>(/* sql */ `
    SELECT a.id, class.class, cadence.days, coalesce(before.day, class.day)::text AS anchor,
      coalesce(first.zone, a.zone) AS zone, a.country, a.region, coalesce(first.calling_week, a.calling_week) AS week,
      caring.staff_id AS "repInCare", coalesce(support.ids, '{}') AS support,
      people.n > 0 AND first.id IS NULL AS "isSilent",
      coalesce(h.health, 100)::float8 AS health, coalesce(h.band, 'good') AS band
    FROM organisation o CROSS JOIN account a
    JOIN LATERAL (
      SELECT c.class, (c."from" AT TIME ZONE o.zone)::date AS day FROM account_class c
      WHERE c.account_id = a.id AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
    ) class ON true
    LEFT JOIN LATERAL (
      SELECT d.days FROM cadence d
      WHERE d.account_id = a.id OR (d.class = class.class AND (d.tier IS NULL OR d.tier = a.tier))
      ORDER BY d.account_id NULLS LAST, d.tier NULLS LAST LIMIT 1
    ) cadence ON true
    LEFT JOIN LATERAL (
      SELECT CASE p.state WHEN 'reached' THEN greatest((p.ended_at AT TIME ZONE o.zone)::date, p.due_on) ELSE p.due_on END AS day
      FROM planned_call p WHERE p.account_id = a.id AND p.state IN ('reached', 'missed') ORDER BY p.due_on DESC LIMIT 1
    ) before ON true
    LEFT JOIN LATERAL (
      SELECT c.staff_id FROM account_care c
      WHERE c.account_id = a.id AND c.part = 'rep' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
    ) caring ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(c.staff_id ORDER BY c.staff_id) AS ids FROM account_care c
      WHERE c.account_id = a.id AND c.part = 'support' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
    ) support ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS n FROM person p WHERE p.account_id = a.id AND p.left_on IS NULL AND p.merged_into IS NULL
    ) people ON true
    LEFT JOIN LATERAL (
      SELECT p.id, p.zone, p.calling_week FROM person p
      WHERE p.account_id = a.id AND p.left_on IS NULL AND p.merged_into IS NULL AND p.do_not_call_since IS NULL
      ORDER BY p.call_order, p.name COLLATE name_order, p.id LIMIT 1
    ) first ON true
    LEFT JOIN LATERAL (
      SELECT health, band FROM account_health h WHERE h.account_id = a.id ORDER BY h.day DESC LIMIT 1
    ) h ON true
    WHERE a.merged_into IS NULL ORDER BY a.id`);
  return rows.map((row) => ({ ...row, days: row.days ?? careStrategies[row.class].everyDays }));
}

/** A call that is planned and neither made nor given up. */
export interface OpenCall {
  readonly id: string;
  readonly accountId: string;
  readonly dueOn: string;
  readonly staffId: string | null;
  readonly slotAt: Date | null;
  readonly isFixed: boolean;
  /** Somebody tried it, moved it or asked for its day: it is not taken back when the cadence changes. */
  readonly isTouched: boolean;
  /** As it was read: a plan leaves alone what people changed since. */
  readonly revision: number;
}

export const openCalls = (sql: Sql): Promise<OpenCall[]> =>
  sql.rows(/* sql */ `
    SELECT p.id, p.account_id AS "accountId", p.due_on::text AS "dueOn", p.staff_id AS "staffId", p.slot_at AS "slotAt",
      p.revision, p.is_fixed AS "isFixed", p.is_fixed OR p.is_asked_for
        OR EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = p.id) AS "isTouched"
    FROM planned_call p WHERE p.state = 'planned' ORDER BY p.account_id, p.due_on`);

export interface Colleague {
  readonly id: string;
  readonly teamId: string | null;
  /** null: as many as everybody. */
  readonly callsPerDay: number | null;
}

/** Everybody who may make calls: those who care for key accounts, and the members of their teams. */
export const callers = (sql: Sql, caring: readonly string[]): Promise<Colleague[]> =>
  sql.rows(
    /* sql */ `
    WITH now_in AS (
      SELECT m.staff_id, m.team_id FROM membership m WHERE m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
    )
    SELECT s.id, now_in.team_id AS "teamId", capacity.calls_per_day AS "callsPerDay"
    FROM staff s LEFT JOIN now_in ON now_in.staff_id = s.id LEFT JOIN caller_capacity capacity ON capacity.staff_id = s.id
    WHERE s.left_on IS NULL AND (s.id = ANY ($1)
      OR now_in.team_id IN (SELECT own.team_id FROM now_in own WHERE own.staff_id = ANY ($1)))
    ORDER BY s.id`,
    [caring],
  );
