import { v7 as uuid } from 'uuid';
import { aMarking, anExam, aRunningCampaign } from '../exam-builders.js';
import { aSignIn, aStaff } from '../builders.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

interface How {
  readonly assessorId?: string;
  readonly outcome?: 'failed';
}

/** Of that desk's rep, examined by a colleague, or of a rep that visits; by an assessor that visits where it is marked. */
async function anExamOf(cell: Cell, staffId: string, { assessorId, outcome }: How = {}): Promise<string> {
  const { sql } = cell.world;
  const { departmentId, teamId } = deskOf(cell);
  const campaignId = await aRunningCampaign(sql, { departmentId, teamId, candidateIds: [staffId] });
  const by = assessorId ?? (await aStaff(sql, { teamId }));
  const id = await anExam(sql, { campaignId, staffId, assessorId: by, ...(outcome && { outcome }) });
  if (outcome) await aMarking(sql, { examId: id, assessorId: by, outcome });
  return id;
}

const ofRep = (cell: Cell) => anExamOf(cell, deskOf(cell).rep.staffId);
/** Whoever visits examines, but at the neighbour's. */
const toMark = (cell: Cell) =>
  anExamOf(cell, deskOf(cell).rep.staffId, cell.kind === 'own' ? { assessorId: cell.visitor.staffId } : {});

async function toSign(cell: Cell): Promise<string> {
  const examId = await toMark(cell);
  const marks = { safe: 1, listens: 5, closes: 5 };
  await cell.world.sql.change(
    `INSERT INTO marking (id, exam_id, assessor_id, marks) SELECT $1, $2, assessor_id, $3 FROM exam WHERE id = $2`,
    [uuid(), examId, JSON.stringify(marks)],
  );
  return examId;
}

/** Whoever visits was examined, but at the neighbour's. */
const toAnswer = (cell: Cell) =>
  anExamOf(cell, cell.kind === 'own' ? cell.visitor.staffId : deskOf(cell).rep.staffId, { outcome: 'failed' });

async function at(cell: Cell, state: 'second' | 'head'): Promise<string> {
  const id = await ofRep(cell);
  await cell.world.sql.change('UPDATE exam SET state = $2 WHERE id = $1', [id, state]);
  return id;
}

async function aDispute(cell: Cell): Promise<string> {
  const id = await anExamOf(cell, deskOf(cell).rep.staffId, { outcome: 'failed' });
  await cell.world.sql.change(`INSERT INTO dispute (id, exam_id, why) VALUES ($1, $2, 'Example')`, [uuid(), id]);
  return id;
}

const anAssessor = async ({ world: { sql } }: Cell): Promise<string> => (await aSignIn(sql, { role: 'rep' })).staffId;

const revision = 1;
const why = 'Example';
const kinds = ['own', 'neighbour', 'absent'] as const;

export const examMarking: Examples = {
  'GET /api/exams/mine': plain(),
  'GET /api/exams/own': plain(),
  'GET /api/exams/:id': aboutRecord(toMark),
  'PUT /api/exams/:id/marking': {
    records: kinds,
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await toMark(cell) },
      body: { id: uuid(), revision: 0, marks: { safe: 1 }, notes: {}, evidence: [], feedback: '', seconds: 0 },
    }),
  },
  'POST /api/exams/:id/sign': aboutRecord(toSign, { body: { revision } }),
  'GET /api/exams/:id/result': aboutRecord(ofRep),
  'POST /api/exams/:id/missed': aboutRecord(ofRep, { body: { revision, kind: 'cancelled', why } }),
  'POST /api/exams/:id/accept': aboutRecord(toAnswer, { body: { revision } }),
  'POST /api/exams/:id/dispute': aboutRecord(toAnswer, { body: { revision, why } }),
  'POST /api/exams/:id/dispute/decide': aboutRecord(aDispute, { body: { revision, decision: 'stands', why } }),
  'POST /api/exams/:id/decide': aboutRecord((cell) => at(cell, 'head'), { body: { revision, outcome: 'passed', why } }),
  'POST /api/exams/:id/second': {
    records: kinds,
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await at(cell, 'second') },
      body: { revision, staffId: await anAssessor(cell) },
    }),
  },
  'POST /api/exams/:id/first': {
    records: kinds,
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await ofRep(cell) },
      body: { revision, staffId: await anAssessor(cell) },
    }),
  },
};
