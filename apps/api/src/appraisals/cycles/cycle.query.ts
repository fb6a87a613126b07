import type { AppraisalCycle, CompetencyText, CycleOverview, OpenCycle } from '@forecall/contracts';
import type { AppraisalKind, Assignment, CyclePeriod, LeftOut } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import type { PageEnd } from '../../platform/http/page-cursor.js';
import { isLate, lastStep, stage } from '../appraising/stage.query.js';

export type CompetenciesByKind = Readonly<Record<AppraisalKind, CompetencyText[]>>;

/** $1 everything, $2 departments, $3 teams. */
const within = '($1::boolean OR a.department_id = ANY ($2::uuid[]) OR a.team_id = ANY ($3::uuid[]))';
const withinTeam = '($1::boolean OR t.department_id = ANY ($2::uuid[]) OR t.id = ANY ($3::uuid[]))';
const reachValues = ({ everything, departmentIds, teamIds }: Reach) => [everything, departmentIds, teamIds];

const emptyCounts = `'{"draft": 0, "given": 0, "agreed": 0, "disputed": 0, "decided": 0, "signed": 0, "missing": 0}'::jsonb`;

const columns = /* sql */ `
  c.id, c.kind, c.from_on::text AS "from", c.to_on::text AS "to", c.write_by::text AS "writeBy",
  c.answer_days AS "answerDays", c.minimum_days AS "minimumDays", c.opened_at AS "openedAt", c.closed_at AS "closedAt",
  ${emptyCounts} || coalesce((
    SELECT jsonb_object_agg(one.stage, one.count) FROM (
      SELECT ${stage} AS stage, count(*)::int FROM appraisal a ${lastStep} WHERE a.cycle_id = c.id AND ${within} GROUP BY 1) one), '{}') AS counts,
  (SELECT count(*)::int FROM appraisal_left_out x JOIN team t ON t.id = x.team_id
    WHERE x.cycle_id = c.id AND ${withinTeam}) AS "leftOut", c.revision`;

type CycleRow = Omit<AppraisalCycle, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null };

export const cyclesPage = (sql: Sql, reach: Reach, limit: number, after: PageEnd | undefined) =>
  sql.rows<CycleRow & PageEnd & Record<string, unknown>>(
    /* sql */ `
    SELECT ${columns}, c.to_on::timestamptz::text AS at FROM appraisal_cycle c
    WHERE $4::timestamptz IS NULL OR (c.to_on, c.id) < ($4::timestamptz::date, $5::uuid)
    ORDER BY c.to_on DESC, c.id DESC LIMIT $6`,
    [...reachValues(reach), after?.at ?? null, after?.id ?? null, limit + 1],
  );

export const cycleById = (sql: Sql, reach: Reach, id: string) =>
  sql.first<CycleRow & Record<string, unknown>>(`SELECT ${columns} FROM appraisal_cycle c WHERE c.id = $4`, [
    ...[...reachValues(reach), id],
  ]);

export const teamsOfCycle = (sql: Sql, reach: Reach, id: string): Promise<CycleOverview['teams']> =>
  sql.rows<CycleOverview['teams'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT ${namedInBoth('t')} AS team, ${namedInBoth('d')} AS department,
      ${emptyCounts} || jsonb_object_agg(one.stage, one.count) AS counts, sum(one.late)::int AS late
    FROM (
      SELECT a.team_id, a.department_id, ${stage} AS stage, count(*)::int AS count, count(*) FILTER (WHERE ${isLate})::int AS late
      FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id CROSS JOIN organisation o ${lastStep}
      WHERE a.cycle_id = $4 AND ${within} GROUP BY 1, 2, 3
    ) one JOIN team t ON t.id = one.team_id JOIN department d ON d.id = one.department_id
    GROUP BY t.id, d.id ORDER BY d.name COLLATE name_order, t.name COLLATE name_order, t.id LIMIT 1000`,
    [...reachValues(reach), id],
  );

export interface LockedCycle {
  readonly id: string;
  readonly kind: OpenCycle['kind'];
  readonly from: string;
  readonly to: string;
  readonly isClosed: boolean;
  readonly revision: number;
}

export const lockCycle = (sql: Sql, id: string): Promise<LockedCycle | undefined> =>
  sql.first<LockedCycle & Record<string, unknown>>(
    `SELECT id, kind, from_on::text AS "from", to_on::text AS "to", closed_at IS NOT NULL AS "isClosed", revision
     FROM appraisal_cycle WHERE id = $1 FOR UPDATE`,
    [id],
  );

/** False: there is one of that period. */
export const addCycle = async (
  sql: Sql,
  {
    id,
    told,
    period,
    competencies,
    by,
  }: {
    readonly id: string;
    readonly told: OpenCycle;
    readonly period: CyclePeriod;
    readonly competencies: CompetenciesByKind;
    readonly by: string;
  },
): Promise<boolean> =>
  (await sql.change(
    /* sql */ `
    INSERT INTO appraisal_cycle (id, kind, from_on, to_on, write_by, answer_days, minimum_days, competencies, opened_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (kind, from_on) DO NOTHING`,
    [
      ...[id, told.kind, period.from, period.to, told.writeBy, told.answerDays, told.minimumDays],
      ...[JSON.stringify(competencies), by],
    ],
  )) > 0;

export async function addAppraisals(
  sql: Sql,
  cycleId: string,
  assigned: readonly (Assignment & { readonly id?: string })[],
): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO appraisal (id, cycle_id, kind, subject_id, appraiser_id, how, team_id, department_id)
    SELECT x.id, $1, x.kind, x."subjectId", x."appraiserId", x.how, x."teamId", x."departmentId"
    FROM json_to_recordset($2) AS x (id uuid, kind text, "subjectId" uuid, "appraiserId" uuid, how text, "teamId" uuid,
      "departmentId" uuid)`,
    [cycleId, JSON.stringify(assigned.map((one) => ({ id: uuid(), ...one })))],
  );
}

export async function addLeftOut(sql: Sql, cycleId: string, leftOut: readonly LeftOut[]): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO appraisal_left_out (cycle_id, kind, staff_id, team_id, why, days)
    SELECT $1, x.kind, x."staffId", x."teamId", x.why, x.days
    FROM json_to_recordset($2) AS x (kind text, "staffId" uuid, "teamId" uuid, why text, days integer)`,
    [cycleId, JSON.stringify(leftOut)],
  );
}

/** Whatever is not signed ends as missing. Gives back which they were. */
export const endUnsigned = async (sql: Sql, cycleId: string, at = new Date()): Promise<string[]> =>
  (
    await sql.rows<{ id: string }>(
      /* sql */ `
      INSERT INTO appraisal_step (appraisal_id, n, step, at)
      SELECT a.id, coalesce((SELECT max(w.n) FROM appraisal_step w WHERE w.appraisal_id = a.id), 0) + 1, 'missing', $2::timestamptz
      FROM appraisal a ${lastStep} WHERE a.cycle_id = $1 AND ${stage} NOT IN ('signed', 'missing')
      RETURNING appraisal_id AS id`,
      [cycleId, at],
    )
  ).map(({ id }) => id);

export const closeCycle = (sql: Sql, id: string, by: string): Promise<number> =>
  sql.change(
    'UPDATE appraisal_cycle SET closed_at = now(), closed_by = $2, revision = revision + 1 WHERE id = $1 AND closed_at IS NULL',
    [id, by],
  );

export const readCompetencies = (sql: Sql) =>
  sql.first<{ competencies: CompetenciesByKind | null; revision: number }>(
    'SELECT competencies, revision FROM appraisal_setting',
  );

export const setCompetencies = (sql: Sql, told: CompetenciesByKind, revision: number): Promise<number> =>
  sql.change('UPDATE appraisal_setting SET competencies = $1, revision = revision + 1 WHERE revision = $2', [
    ...[JSON.stringify(told), revision],
  ]);
