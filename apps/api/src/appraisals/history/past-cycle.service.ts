import type { AppraisalText, CompetencyText } from '@forecall/contracts';
import {
  type AppraisalKind,
  type AppraisalStep,
  assignAppraisals,
  type Assignment,
  type CycleKind,
  type CyclePeriod,
  startOfDay,
} from '@forecall/domain';
import { FiguresService, type Question } from '../../figures/figures.service.js';
import type { Database, Sql } from '../../platform/database/database.js';
import { ScorecardService } from '../../scorecards/cards/scorecard.service.js';
import { addGoals } from '../appraising/goal.query.js';
import { judgeIds, judgesOf } from '../appraising/judges.query.js';
import { lastStep } from '../appraising/stage.query.js';
import { sealAppraisal } from '../chain/seal.js';
import { addAppraisals, addCycle, addLeftOut, endUnsigned } from '../cycles/cycle.query.js';
import { executivesNow, membersThen, teamsThen } from '../cycles/organisation-then.query.js';
import { readyMadeCompetencies } from '../cycles/ready-made.js';
import { FreezingService } from '../figures/freezing.service.js';
import { type FrozenCard, keepFigures } from '../figures/frozen.query.js';
import { OwnCardService } from '../figures/own-card.service.js';
import { askTeams } from '../upward/upward.query.js';

export interface PastCycle {
  readonly id: string;
  readonly kind: CycleKind;
  readonly period: CyclePeriod;
  readonly zone: string;
  readonly openedAt: Date;
  readonly writeBy: string;
  readonly closedAt: Date | null;
  /** The sign-in that opened and closed it. */
  readonly by: string;
}

export interface PastAppraisal extends Assignment {
  readonly id: string;
  readonly subject: string;
}

export interface PastStep {
  readonly step: AppraisalStep;
  readonly at: Date;
  readonly by: string | null;
  readonly note?: string;
  readonly data?: object;
}

/** Opens a cycle as it was opened then, and gives back who appraises whom, by name. Nobody is told. `takesPart`: of whom it was. */
export async function openPastCycle(
  sql: Sql,
  cycle: PastCycle,
  newId: () => string,
  takesPart: (one: Assignment) => boolean,
): Promise<PastAppraisal[]> {
  const { id, kind, period, writeBy, zone, by } = cycle;
  const told = { kind, from: period.from, writeBy, answerDays: 5, minimumDays: 15 };
  await addCycle(sql, { id, told, period, competencies: readyMadeCompetencies, by });
  await sql.change('UPDATE appraisal_cycle SET opened_at = $2, closed_at = $3, closed_by = $4 WHERE id = $1', [
    ...[id, cycle.openedAt, cycle.closedAt, cycle.closedAt && by],
  ]);
  const today = period.to;
  const then = { start: startOfDay(period.from, zone), end: startOfDay(period.to, zone), today, writeBy };
  const [teams, members] = [await teamsThen(sql, then), await membersThen(sql, then)];
  const options = { executives: await executivesNow(sql), minimumDays: told.minimumDays };
  const { assigned, leftOut } = assignAppraisals(teams, members, options);
  const withIds = assigned.filter(takesPart).map((one) => ({ ...one, id: newId() }));
  await addAppraisals(sql, id, withIds);
  await addLeftOut(sql, id, leftOut);
  await askTeams(sql, id);
  const names = await sql.rows<{ id: string; name: string }>(
    'SELECT s.id, s.name FROM staff s WHERE s.id IN (SELECT a.subject_id FROM appraisal a WHERE a.cycle_id = $1)',
    [id],
  );
  const nameOf = new Map(names.map((one) => [one.id, one.name]));
  return withIds.map((one) => ({ ...one, subject: nameOf.get(one.subjectId) ?? '' }));
}

/** Colleagues are asked about once for all cards of a team or a department: nothing changes meanwhile. */
class RememberingFigures extends FiguresService {
  private readonly told = new Map<string, ReturnType<FiguresService['counts']>>();
  private knownZone: Promise<string> | undefined;

  override zone(): Promise<string> {
    return (this.knownZone ??= super.zone());
  }

  override counts(question: Question, limit?: number): ReturnType<FiguresService['counts']> {
    const { metricId, scope, by, from, to } = question;
    const key = JSON.stringify([metricId, scope, by, from, to]);
    const told = this.told.get(key) ?? super.counts(question, limit);
    this.told.set(key, told);
    return told;
  }
}

/** The figures of an appraisal, in the transaction that everything is written in. */
export const pastCards = (sql: Sql) => {
  // A transaction answers as the database does.
  const database = sql as Database;
  const figures = new RememberingFigures(database);
  const freezing = new FreezingService(
    database,
    new OwnCardService(new ScorecardService(database, figures), figures),
    figures,
  );
  return (of: { kind: AppraisalKind; subjectId: string }, { from, to }: CyclePeriod): Promise<FrozenCard> =>
    freezing.frozen({ kind: of.kind, id: of.subjectId, from, to }, sql);
};

export const competenciesOf = (kind: AppraisalKind): CompetencyText[] => readyMadeCompetencies[kind];

/** What was written, by when and by whom; signed it stands in the chain. */
export async function writePast(
  sql: Sql,
  { id, subjectId, appraiserId }: PastAppraisal,
  told: {
    readonly text: AppraisalText;
    readonly card: FrozenCard | null;
    readonly answerBy: string | null;
    readonly savedAt: Date;
    readonly steps: readonly PastStep[];
  },
): Promise<void> {
  const { text, card, answerBy, savedAt, steps } = told;
  await sql.change('UPDATE appraisal SET text = $2, saved_at = $3, answer_by = $4, revision = $5 WHERE id = $1', [
    ...[id, JSON.stringify(text), savedAt, answerBy, 2 + steps.length],
  ]);
  if (card) await keepFigures(sql, id, card);
  if (steps.length > 0)
    await sql.change(
      /* sql */ `
      INSERT INTO appraisal_step (appraisal_id, n, step, at, by_staff_id, note, data)
      SELECT $1, x.n, x.step, x.at, x.by, coalesce(x.note, ''), coalesce(x.data, '{}')
      FROM json_to_recordset($2) AS x (n integer, step text, at timestamptz, by uuid, note text, data jsonb)`,
      [id, JSON.stringify(steps.map((one, place) => ({ n: place + 1, ...one })))],
    );
  const last = steps.at(-1);
  if (last?.step !== 'signed') return;
  await addGoals(sql, { appraisalId: id, subjectId, setBy: appraiserId }, text.goals);
  await sealAppraisal(sql, id, last.at);
}

/** What was not signed ended with its cycle. */
export const closePastCycle = async (sql: Sql, { id, closedAt }: PastCycle): Promise<void> => {
  if (closedAt) await endUnsigned(sql, id, closedAt);
};

export interface DuePast {
  readonly kind: 'appraisals-write' | 'appraisal-read' | 'appraisal-decide' | 'appraisals-sign' | 'appraisal-goal';
  readonly ownerId: string;
  readonly entity: string;
  readonly id: string;
  readonly dueOn: string | null;
  readonly subject: string | null;
  /** Of a goal: the appraisal that set it. */
  readonly goalOf: string | null;
}

/** What an open cycle, and goals that nobody has looked at, give people to do. */
export const duePast = (sql: Sql, cycleId: string): Promise<DuePast[]> =>
  sql.rows<DuePast & Record<string, unknown>>(
    /* sql */ `
    WITH stood AS (
      SELECT a.*, last.step, subject.name AS subject FROM appraisal a JOIN staff subject ON subject.id = a.subject_id ${lastStep}
      WHERE a.cycle_id = $1)
    SELECT DISTINCT 'appraisals-write' AS kind, a.appraiser_id AS "ownerId", 'appraisal-cycle' AS entity, a.cycle_id AS id,
      c.write_by::text AS "dueOn", NULL AS subject, NULL::uuid AS "goalOf"
    FROM stood a JOIN appraisal_cycle c ON c.id = a.cycle_id WHERE a.step IS NULL
    UNION ALL
    SELECT 'appraisal-read', a.subject_id, 'appraisal', a.id, a.answer_by::text, NULL, NULL FROM stood a WHERE a.step = 'given'
    UNION ALL
    SELECT 'appraisal-decide', j.staff_id, 'appraisal', a.id, NULL, a.subject, NULL
    FROM stood a, LATERAL (${judgesOf('a')}) j WHERE a.step = 'disputed'
    UNION ALL
    SELECT DISTINCT 'appraisals-sign', j.staff_id, 'appraisal-cycle', a.cycle_id, NULL::text, NULL::text, NULL::uuid
    FROM stood a, LATERAL (${judgesOf('a')}) j WHERE a.step = 'agreed'
    UNION ALL
    SELECT 'appraisal-goal', g.set_by, 'appraisal-goal', g.id, g.due_on::text, s.name, g.appraisal_id
    FROM appraisal_goal g JOIN staff s ON s.id = g.subject_id
    WHERE NOT EXISTS (SELECT FROM appraisal_goal_look l WHERE l.goal_id = g.id)`,
    [cycleId],
  );

export const judgesOfPast = (sql: Sql, { id }: PastAppraisal): Promise<string[]> => judgeIds(sql, id);

export { periodOf } from '../appraising/appraisal-duties.js';
