import { v7 as uuid } from 'uuid';
import { aStaff } from '../builders.js';
import { aGoldSession, aPublishedRubric } from '../exam-builders.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

async function body(cell: Cell) {
  const { sql } = cell.world;
  const { paperId } = await aPublishedRubric(sql, deskOf(cell).departmentId);
  return {
    ...{ name: 'Example', rubricId: paperId, link: 'https://calls.example/1', played: '', dueOn: '2199-12-11' },
    assessorIds: [await aStaff(sql), await aStaff(sql)],
  };
}

/** Of that desk's department; whoever visits is one of its assessors, but at the neighbour's. */
async function aSession(cell: Cell, begunBy: (mine: string) => readonly string[] = () => []): Promise<string> {
  const { sql } = cell.world;
  const other = await aStaff(sql);
  const mine = cell.kind === 'own' ? cell.visitor.staffId : await aStaff(sql);
  const { departmentId } = deskOf(cell);
  return aGoldSession(sql, { departmentId, assessorIds: [other, mine], begunBy: begunBy(mine) });
}

const toRead = (cell: Cell) => aSession(cell);
const toSign = (cell: Cell) => aSession(cell, (mine) => [mine]);

/** The version of a rubric by which that desk has a session. */
async function aVersion(cell: Cell): Promise<string> {
  const { sql } = cell.world;
  const { departmentId } = deskOf(cell);
  const { versionId } = await aPublishedRubric(sql, departmentId);
  await aGoldSession(sql, { departmentId, versionId, assessorIds: [] });
  return versionId;
}

const revision = 1;
const kinds = ['own', 'neighbour', 'absent'] as const;

export const calibration: Examples = {
  'GET /api/gold-sessions': plain(),
  'POST /api/gold-sessions': plain(async (cell) => ({
    body: { departmentId: deskOf(cell).departmentId, ...(await body(cell)) },
  })),
  'GET /api/gold-sessions/mine': plain(),
  'GET /api/gold-sessions/results/:versionId': {
    records: kinds,
    asked: async (cell) => ({ params: { versionId: cell.kind === 'absent' ? absentId : await aVersion(cell) } }),
  },
  'GET /api/gold-sessions/:id': aboutRecord(toRead),
  'PUT /api/gold-sessions/:id': {
    records: kinds,
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await toRead(cell) },
      body: { revision, ...(await body(cell)) },
    }),
  },
  'POST /api/gold-sessions/:id/close': aboutRecord(toRead, { body: { revision } }),
  'GET /api/gold-sessions/:id/sheet': aboutRecord(toRead),
  'PUT /api/gold-sessions/:id/marking': {
    records: kinds,
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await toRead(cell) },
      body: { id: uuid(), revision: 0, marks: { safe: 1 }, notes: {}, evidence: [], feedback: '', seconds: 0 },
    }),
  },
  'POST /api/gold-sessions/:id/sign': aboutRecord(toSign, { body: { revision } }),
};
