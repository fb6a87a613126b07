import type { Alarm, AlarmQuery, AlarmState, AlarmWatch } from '@forecall/contracts';
import { type AlarmBudget, usualAlarmBudget } from '@forecall/domain';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { mayWorkSql, reachValues, stateSql } from '../acts/alarm-lock.query.js';
import type { Choice } from '../baselines/baseline.query.js';
import type { Finding } from '../finding/finding.js';

export interface AlarmRow extends PageEnd {
  readonly departmentId: string;
  readonly department: Alarm['department'];
  readonly state: AlarmState;
  readonly raisedAt: Date;
  readonly since: Date;
  readonly ebbedAt: Date | null;
  readonly contacts: number;
  readonly complaints: number;
  readonly finding: Finding | null;
  readonly usual: number;
  readonly falseAlarmDays: number;
  readonly takenBy: Alarm['takenBy'];
  readonly takenAt: Date | null;
  readonly cause: Alarm['cause'];
  readonly note: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly lasts: boolean;
  readonly mayWork: boolean;
  readonly mayRestart: boolean;
  readonly revision: number;
}

/** Columns of alarms `a` with what they are about, by the reach in $1 to $3. */
const columns = /* sql */ `
  a.id, a.raised_at::text AS at, a.department_id AS "departmentId",
  json_build_object('id', d.id, 'name', d.name, 'nameZh', d.name_zh) AS department, ${stateSql('a')} AS state,
  a.raised_at AS "raisedAt", a.since, a.ebbed_at AS "ebbedAt", a.contacts, a.complaints, a.finding, b.usual,
  (SELECT (choice ->> 'falseAlarmDays')::float8 FROM jsonb_array_elements(b.choices) AS choice
   WHERE (choice ->> 'budgetDays')::int = b.budget_days) AS "falseAlarmDays",
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS "takenBy", a.taken_at AS "takenAt",
  a.cause, a.note, a.ended_at AS "endedAt", ender.name AS "endedBy", a.lasts, ${mayWorkSql('a.department_id', 1)} AS "mayWork",
  ($1::boolean OR a.department_id = ANY ($2::uuid[])) AS "mayRestart", a.revision`;

const joins = /* sql */ `alarm a JOIN department d ON d.id = a.department_id JOIN alarm_baseline b ON b.id = a.baseline_id
  LEFT JOIN staff s ON s.id = a.taken_by LEFT JOIN sign_in i ON i.id = a.ended_by LEFT JOIN staff ender ON ender.id = i.staff_id`;

/** Those raised last first. */
export const alarmsPage = (
  sql: Sql,
  reach: Reach,
  { state, departmentId, limit }: AlarmQuery,
  after: PageEnd | undefined,
): Promise<AlarmRow[]> =>
  sql.rows<AlarmRow & Record<string, unknown>>(
    /* sql */ `
    SELECT ${columns} FROM ${joins}
    WHERE ($4 = 'all' OR (a.outcome IS NULL) = ($4 = 'unjudged')) AND ($5::uuid IS NULL OR a.department_id = $5)
      AND ($6::timestamptz IS NULL OR (a.raised_at, a.id) < ($6::timestamptz, $7::uuid))
    ORDER BY a.raised_at DESC, a.id DESC LIMIT $8`,
    [...reachValues(reach), state, departmentId ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const alarmById = (sql: Sql, reach: Reach, id: string): Promise<AlarmRow | undefined> =>
  sql.first<AlarmRow & Record<string, unknown>>(`SELECT ${columns} FROM ${joins} WHERE a.id = $4`, [
    ...[...reachValues(reach), id],
  ]);

/** What people did about an alarm, in order of time; the last 50. */
export const stepsOf = async (sql: Sql, alarmId: string): Promise<Alarm['steps']> =>
  (
    await sql.rows<Alarm['steps'][number] & Record<string, unknown>>(
      `SELECT ${isoInstant('step.at')} AS at, s.name AS by, step.act, step.cause, step.lasts, step.note
       FROM alarm_step step JOIN sign_in i ON i.id = step.by JOIN staff s ON s.id = i.staff_id
       WHERE step.alarm_id = $1 ORDER BY step.at DESC, step.id DESC LIMIT 50`,
      [alarmId],
    )
  ).toReversed();

/** Of each department the alarm that goes on: raised, not ebbed, not judged. */
export const alarmsGoingOn = (sql: Sql): Promise<AlarmRow[]> =>
  sql.rows<AlarmRow & Record<string, unknown>>(
    /* sql */ `
    SELECT DISTINCT ON (a.department_id) ${columns} FROM ${joins}
    WHERE a.outcome IS NULL AND a.ebbed_at IS NULL ORDER BY a.department_id, a.raised_at DESC, a.id DESC LIMIT 500`,
    [false, [], []],
  );

/** How much speaks for a rise in each department that is watched, 0..1 of what raises an alarm. */
export const evidenceShares = (sql: Sql): Promise<{ departmentId: string; share: number }[]> =>
  sql.rows(/* sql */ `
    SELECT e.department_id AS "departmentId", least(1, e.sum / b.threshold) AS share
    FROM alarm_evidence e JOIN alarm_baseline b ON b.id = e.baseline_id LIMIT 500`);

export interface WatchRow extends Pick<AlarmWatch, 'department' | 'evidence'> {
  readonly budgetDays: AlarmBudget;
  readonly revision: number;
  readonly baseline:
    (Omit<NonNullable<AlarmWatch['baseline']>, 'choices'> & { readonly choices: readonly Choice[] }) | null;
  readonly raised: number;
  readonly explained: number;
  readonly false: number;
  readonly firstAt: Date | null;
  readonly maySet: boolean;
}

/** Departments of today by name, with what is usual there and what came of the alarms since that day. */
export const watchRows = (sql: Sql, reach: Reach, recordFrom: Date, departmentId: string | null): Promise<WatchRow[]> =>
  sql.rows<WatchRow & Record<string, unknown>>(
    /* sql */ `
    SELECT json_build_object('id', d.id, 'name', d.name, 'nameZh', d.name_zh) AS department,
      coalesce(r.budget_days, ${usualAlarmBudget}) AS "budgetDays", coalesce(r.revision, 0) AS revision,
      CASE WHEN b.id IS NOT NULL THEN least(1, coalesce(e.sum, 0) / b.threshold) END AS evidence,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('usual', b.usual, 'contactsPerDay', b.contacts_per_day,
        'isUneven', b.strength IS NOT NULL, 'oddsRatio', b.odds_ratio, 'pastFrom', b.past_from, 'pastTo', b.past_to,
        'pastContacts', b.past_contacts, 'pastComplaints', b.past_complaints, 'why', b.why, 'since', b.since,
        'choices', b.choices) END AS baseline,
      made.raised, made.explained, made.false,
      (SELECT min(first.since) FROM alarm_baseline first WHERE first.department_id = d.id) AS "firstAt",
      ($1::boolean OR d.id = ANY ($2::uuid[])) AS "maySet"
    FROM department d
    LEFT JOIN alarm_rule r ON r.department_id = d.id
    LEFT JOIN alarm_baseline b ON b.department_id = d.id AND b.until IS NULL
    LEFT JOIN alarm_evidence e ON e.department_id = d.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS raised, (count(*) FILTER (WHERE a.outcome = 'explained'))::int AS explained,
        (count(*) FILTER (WHERE a.outcome = 'false'))::int AS false
      FROM alarm a WHERE a.department_id = d.id AND a.raised_at >= $3
    ) made
    WHERE d."from" <= now() AND (d."to" IS NULL OR d."to" > now()) AND ($4::uuid IS NULL OR d.id = $4)
    ORDER BY d.name COLLATE name_order, d.id LIMIT 500`,
    [reach.everything, reach.departmentIds, recordFrom, departmentId],
  );
