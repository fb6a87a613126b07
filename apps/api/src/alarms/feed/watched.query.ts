import { type AlarmPlan, noEvidence, type Watched } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

/** Where a department stands: its evidence after input `n`, by the baseline in force. */
export interface WatchedDepartment {
  readonly departmentId: string;
  readonly n: number;
  readonly baselineId: string | null;
  readonly watched: Watched;
}

interface Row {
  readonly departmentId: string;
  readonly n: number;
  readonly sum: number;
  readonly since: Date | null;
  readonly contacts: number;
  readonly complaints: number;
  readonly isRaised: boolean;
  readonly baselineId: string | null;
  readonly plan: AlarmPlan | null;
}

export const planJson = (baseline: string): string =>
  `json_build_object('usual', ${baseline}.usual, 'oddsRatio', ${baseline}.odds_ratio, 'threshold', ${baseline}.threshold)`;

/** Those departments, locked until the transaction is over; one that was never watched begins without evidence. */
export async function lockWatched(sql: Sql, departmentIds: readonly string[]): Promise<WatchedDepartment[]> {
  await sql.change(
    `INSERT INTO alarm_evidence (department_id, n, sum, contacts, complaints, is_raised)
     SELECT id, 0, 0, 0, 0, false FROM unnest($1::uuid[]) AS asked (id) ORDER BY id ON CONFLICT DO NOTHING`,
    [departmentIds],
  );
  await sql.rows(
    'SELECT FROM alarm_evidence WHERE department_id = ANY ($1::uuid[]) ORDER BY department_id FOR UPDATE',
    [departmentIds],
  );
  // Only now: a statement that has waited for a lock would not find the baseline that came into force meanwhile.
  const rows = await sql.rows<Row & Record<string, unknown>>(
    /* sql */ `
    SELECT e.department_id AS "departmentId", e.n::float8 AS n, e.sum, e.since, e.contacts, e.complaints,
      e.is_raised AS "isRaised", e.baseline_id AS "baselineId", CASE WHEN b.id IS NOT NULL THEN ${planJson('b')} END AS plan
    FROM alarm_evidence e LEFT JOIN alarm_baseline b ON b.id = e.baseline_id
    WHERE e.department_id = ANY ($1::uuid[]) ORDER BY e.department_id`,
    [departmentIds],
  );
  return rows.map(({ departmentId, n, baselineId, plan, since, ...evidence }) => ({
    ...{ departmentId, n, baselineId },
    watched: {
      plan,
      evidence: plan
        ? {
            ...{ sum: evidence.sum, since: since?.getTime() ?? null, isRaised: evidence.isRaised },
            ...{ contacts: evidence.contacts, complaints: evidence.complaints },
          }
        : noEvidence,
    },
  }));
}

export const saveWatched = (sql: Sql, departments: readonly WatchedDepartment[]): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE alarm_evidence e SET n = s.n, sum = s.sum, since = s.since, contacts = s.contacts, complaints = s.complaints,
      is_raised = s."isRaised", baseline_id = s."baselineId"
    FROM json_to_recordset($1) AS s ("departmentId" uuid, n bigint, sum float8, since timestamptz, contacts int,
      complaints int, "isRaised" boolean, "baselineId" uuid)
    WHERE e.department_id = s."departmentId"`,
    [
      JSON.stringify(
        departments.map(({ departmentId, n, baselineId, watched: { evidence } }) => ({
          ...{ departmentId, n, baselineId, ...evidence },
          since: evidence.since === null ? null : new Date(evidence.since),
        })),
      ),
    ],
  );

/** A line of what feeds a department, as it is kept. */
export interface InputRow {
  readonly departmentId: string;
  readonly n: number;
  readonly kind: 'contacts' | 'baseline' | 'restart';
  readonly minute?: Date;
  readonly contacts?: number;
  readonly complaints?: number;
  readonly baselineId?: string | null;
}

export const addInputs = (sql: Sql, rows: readonly InputRow[]): Promise<number> =>
  sql.change(
    /* sql */ `
    INSERT INTO alarm_input (department_id, n, kind, minute, contacts, complaints, baseline_id)
    SELECT "departmentId", n, kind, minute, coalesce(contacts, 0), coalesce(complaints, 0), "baselineId"
    FROM json_to_recordset($1) AS r ("departmentId" uuid, n bigint, kind text, minute timestamptz, contacts int,
      complaints int, "baselineId" uuid)`,
    [JSON.stringify(rows)],
  );
