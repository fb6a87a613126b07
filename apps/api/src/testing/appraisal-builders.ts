import { v7 as uuid } from 'uuid';
import type { AppraisalStep } from '@forecall/domain';
import { sealAppraisal } from '../appraisals/chain/seal.js';
import { readyMadeCompetencies } from '../appraisals/cycles/ready-made.js';
import type { Sql } from '../platform/database/database.js';

/** Of an old month that no other has; its figures are of no contacts. */
export async function aCycle(sql: Sql, { isClosed = false }: { isClosed?: boolean } = {}): Promise<string> {
  const id = uuid();
  const before = await sql.first<{ n: number }>('SELECT count(*)::int AS n FROM appraisal_cycle');
  await sql.change(
    /* sql */ `
    INSERT INTO appraisal_cycle (id, kind, from_on, to_on, write_by, answer_days, minimum_days, competencies, closed_at)
    SELECT $1, 'month', day, day + interval '1 month', '2199-12-01', 5, 15, $3, CASE WHEN $4::boolean THEN now() END
    FROM (SELECT (date '1950-01-01' + make_interval(months => $2))::date AS day) first`,
    [id, before?.n ?? 0, JSON.stringify(readyMadeCompetencies), isClosed],
  );
  return id;
}

export interface AnAppraisal {
  readonly cycleId?: string;
  readonly kind?: 'rep' | 'supervisor';
  readonly subjectId: string;
  readonly appraiserId: string;
  readonly teamId: string;
  readonly departmentId: string;
  /** The steps it has taken, in order. */
  readonly steps?: readonly AppraisalStep[];
}

const rated = { rating: 3, comment: '' };

/** Written whole, in a cycle of its own where none is named. */
export async function anAppraisal(sql: Sql, told: AnAppraisal): Promise<string> {
  const { kind = 'rep', subjectId, appraiserId, teamId, departmentId, steps = [] } = told;
  const id = uuid();
  const text = {
    indicators: {},
    competencies: Object.fromEntries(readyMadeCompetencies[kind].map((one) => [one.id, rated])),
    ...{ comment: 'Steady and friendly.', goals: [] },
  };
  await sql.change(
    /* sql */ `
    INSERT INTO appraisal (id, cycle_id, kind, subject_id, appraiser_id, how, team_id, department_id, text, answer_by)
    VALUES ($1, $2, $3, $4, $5, 'supervisor', $6, $7, $8, CASE WHEN $9::boolean THEN date '2199-12-11' END)`,
    [
      ...[id, told.cycleId ?? (await aCycle(sql)), kind, subjectId, appraiserId, teamId, departmentId],
      ...[JSON.stringify(text), steps.length > 0],
    ],
  );
  for (const [place, step] of steps.entries())
    await sql.change('INSERT INTO appraisal_step (appraisal_id, n, step) VALUES ($1, $2, $3)', [id, place + 1, step]);
  if (steps.at(-1) === 'signed') await sealAppraisal(sql, id);
  return id;
}

/** What was always wanted of reps and of supervisors. */
export async function someIndicators(sql: Sql): Promise<void> {
  const rep = ['csat', 'complaints-concerning', 'promise-kept-rate', 'cadence-compliance'] as const;
  const supervisor = { csat: 'targets', 'complaints-concerning': 'team', 'promise-kept-rate': 'skills' } as const;
  const goals: Record<(typeof rep)[number], [target: number, floor: number]> = {
    ...{ csat: [0.85, 0.6], 'complaints-concerning': [0.02, 0.06] },
    ...{ 'promise-kept-rate': [0.95, 0.7], 'cadence-compliance': [0.9, 0.6] },
  };
  const all = [
    ...rep.map((metric) => ['rep', metric, null]),
    ...Object.entries(supervisor).map((one) => ['supervisor', ...one]),
  ];
  for (const [card, metric, dial] of all)
    await sql.change(
      `INSERT INTO indicator (id, card, metric, dial, target, floor, weight, from_day) VALUES ($1, $2, $3, $4, $5, $6, 1, '1900-01-01')`,
      [uuid(), card, metric, dial, ...goals[metric as keyof typeof goals]],
    );
}
