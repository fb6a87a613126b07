import { upwardItems, type AppraisalStep } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { aCycle, anAppraisal } from '../appraisal-builders.js';
import { aSignIn, aStaff, aTeam } from '../builders.js';
import { readyMadeCompetencies } from '../../appraisals/cycles/ready-made.js';
import {
  aboutRecord,
  absentId,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';

interface Whose {
  readonly subjectId?: string;
  readonly appraiserId?: string;
  readonly steps?: readonly AppraisalStep[];
}

/** Of that desk's rep by its supervisor, unless others are named. */
function ofDesk(cell: Cell, { subjectId, appraiserId, steps }: Whose = {}): Promise<string> {
  const { departmentId, teamId, rep, supervisor } = deskOf(cell);
  return anAppraisal(cell.world.sql, {
    ...{ departmentId, teamId, ...(steps && { steps }) },
    ...{ subjectId: subjectId ?? rep.staffId, appraiserId: appraiserId ?? supervisor.staffId },
  });
}

/** Whoever visits writes it, but at the neighbour's. */
const written = (cell: Cell) => ofDesk(cell, cell.kind === 'own' ? { appraiserId: cell.visitor.staffId } : {});
/** Whoever visits is appraised, but at the neighbour's. */
const toAnswer = (cell: Cell) =>
  ofDesk(cell, { steps: ['given'], ...(cell.kind === 'own' && { subjectId: cell.visitor.staffId }) });
const disputed = (cell: Cell) => ofDesk(cell, { steps: ['given', 'disputed'] });
const agreed = (cell: Cell) => ofDesk(cell, { steps: ['given', 'agreed'] });
const draft = (cell: Cell) => ofDesk(cell);

const cycle = ({ world: { sql } }: Cell) => aCycle(sql);
/** Cycles are the company's: there is none of a neighbour. */
const kinds = ['own', 'absent'] as const;

async function aFigure(cell: Cell): Promise<string> {
  const id = await draft(cell);
  const metric = 'csat';
  const line = {
    indicator: { id: uuid(), metric, target: 0.85, floor: 0.6, weight: 1, dial: null },
    figure: {
      ...{ numerator: 0, denominator: 0, n: 0, value: null, interval: null, standardDeviation: null, median: null },
      ...{ percentile90: null, percentile95: null, maximum: null, excluded: {}, beside: {} },
      definition: { id: metric, version: 1 },
    },
    ...{ shrunk: null, group: null, reading: 'none', score: null, minimumN: 20 },
  };
  const question = { metric, scope: [], from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z', zone: 'UTC' };
  await cell.world.sql.change(
    `INSERT INTO appraisal_figure (appraisal_id, place, line, question, at, rows, row_ids, rows_sha256)
     VALUES ($1, 0, $2, $3, now(), 0, '{}', sha256(''))`,
    [id, JSON.stringify(line), JSON.stringify(question)],
  );
  return id;
}

async function aGoal(cell: Cell): Promise<string> {
  const id = uuid();
  const appraisalId = await ofDesk(cell, { steps: ['given', 'agreed'] });
  await cell.world.sql.change(
    `INSERT INTO appraisal_goal (id, appraisal_id, place, subject_id, set_by, text, due_on)
     SELECT $1, a.id, 0, a.subject_id, a.appraiser_id, 'Example', '2199-12-11' FROM appraisal a WHERE a.id = $2`,
    [id, appraisalId],
  );
  return id;
}

/** A team of whoever visits that is asked, or of nobody. */
async function asked(cell: Cell): Promise<object> {
  const { sql } = cell.world;
  const { departmentId, supervisor } = deskOf(cell);
  const [cycleId, teamId] = [await aCycle(sql), await aTeam(sql, departmentId)];
  await sql.change('INSERT INTO upward_team (cycle_id, team_id, supervisor_id, asked) VALUES ($1, $2, $3, 4)', [
    ...[cycleId, teamId, supervisor.staffId],
  ]);
  const who = cell.kind === 'own' ? cell.visitor.staffId : await aStaff(sql);
  await sql.change('INSERT INTO upward_done (cycle_id, team_id, staff_id) VALUES ($1, $2, $3)', [cycleId, teamId, who]);
  const scores = Object.fromEntries(upwardItems.map((item) => [item, 4]));
  return { cycleId: cell.kind === 'absent' ? absentId : cycleId, teamId, scores };
}

const revision = 1;
const why = 'Example';
const text = { indicators: {}, competencies: {}, comment: '', goals: [] };

const handOver: Example = {
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => ({
    params: { id: cell.kind === 'absent' ? absentId : await draft(cell) },
    body: { revision, why, staffId: (await aSignIn(cell.world.sql, { role: 'executive' })).staffId },
  }),
};

let months = 0;

export const appraisals: Examples = {
  'GET /api/appraisal-competencies': plain(),
  'PUT /api/appraisal-competencies': plain(async ({ world: { sql } }) => {
    const row = await sql.first<{ revision: number }>('SELECT revision FROM appraisal_setting');
    return { body: { revision: row?.revision, ...readyMadeCompetencies } };
  }),
  'GET /api/appraisal-cycles': plain(),
  'POST /api/appraisal-cycles': plain(() => {
    const from = new Date(Date.UTC(2000, (months += 1), 1)).toISOString().slice(0, 10);
    return { body: { kind: 'month', from, writeBy: '2199-12-01' } };
  }),
  'GET /api/appraisal-cycles/preview': plain(() => ({
    query: { kind: 'month', from: '2000-01-01', writeBy: '2199-12-01' },
  })),
  'POST /api/appraisal-cycles/:id/discard': aboutRecord(cycle, { body: { revision, why } }, kinds),
  'GET /api/appraisal-cycles/:id': aboutRecord(cycle, {}, kinds),
  'GET /api/appraisal-cycles/:id/left-out': aboutRecord(cycle, {}, kinds),
  'GET /api/appraisal-cycles/:id/upward': aboutRecord(cycle, {}, kinds),
  'POST /api/appraisal-cycles/:id/close': aboutRecord(cycle, { body: { revision } }, kinds),
  'GET /api/appraisals': plain(),
  'GET /api/appraisals/:id': aboutRecord(draft),
  'GET /api/appraisals/:id/figures/:place/since': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ params: { id: cell.kind === 'absent' ? absentId : await aFigure(cell), place: '0' } }),
  },
  'PUT /api/appraisals/:id/draft': aboutRecord(written, { body: { revision, text } }),
  'POST /api/appraisals/:id/give': aboutRecord(written, { body: { revision } }),
  'POST /api/appraisals/:id/agree': aboutRecord(toAnswer, { body: { revision } }),
  'POST /api/appraisals/:id/dispute': aboutRecord(toAnswer, { body: { revision, why } }),
  'POST /api/appraisals/:id/decide': aboutRecord(disputed, { body: { revision, why } }),
  'POST /api/appraisals/:id/sign': aboutRecord(agreed, { body: { revision } }),
  'GET /api/appraisals/:id/appraisers': aboutRecord(draft),
  'PUT /api/appraisals/:id/appraiser': handOver,
  'POST /api/appraisals/goals/:id/looks': aboutRecord(aGoal, { body: { outcome: 'reached' } }),
  'GET /api/appraisal-chain/verification': plain(),
  'GET /api/upward': plain(),
  'POST /api/upward': { records: ['own', 'neighbour', 'absent'], asked: async (cell) => ({ body: await asked(cell) }) },
};
