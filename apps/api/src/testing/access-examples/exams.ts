import { addDays } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { aTeam } from '../builders.js';
import { aPublishedRubric, anExam } from '../exam-builders.js';
import {
  aboutRecord,
  absentId,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';

const name = { en: 'Example', zh: '' };
const text = { temperament: null, variants: [{ id: 'a', name, situation: name, brief: name }] };

/** A role play of that desk's department, published once, with a draft. */
async function aPaper(cell: Cell): Promise<string> {
  const { sql } = cell.world;
  const id = uuid();
  await sql.change(
    `INSERT INTO exam_paper (id, kind, department_id, name_en, name_zh) VALUES ($1, 'scenario', $2, 'Example', '')`,
    [...[id, deskOf(cell).departmentId]],
  );
  await sql.change(
    `INSERT INTO exam_paper_version (id, paper_id, n, content, published_at)
     VALUES ($2, $1, 1, $4, now()), ($3, $1, 2, $4, NULL)`,
    [id, uuid(), uuid(), JSON.stringify(text)],
  );
  return id;
}

async function aVersion(cell: Cell): Promise<{ id: string; versionId: string }> {
  const id = await aPaper(cell);
  const row = await cell.world.sql.first<{ id: string }>(
    'SELECT id FROM exam_paper_version WHERE paper_id = $1 AND n = 1',
    [id],
  );
  return { id, versionId: cell.kind === 'absent' ? absentId : (row?.id ?? '') };
}

const rules = {
  ...{ excludesOwn: false, coolOffDays: 0, mostAttempts: null, takesOtherVariant: false },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: null },
};

async function campaignBody(cell: Cell) {
  const { paperId } = await aPublishedRubric(cell.world.sql, deskOf(cell).departmentId);
  return {
    ...{ name, rubricId: paperId, scenarioIds: [], teamIds: [], assessorIds: [], rules },
    ...{ opensOn: '2026-01-05', endsOn: '2199-12-11', minutes: 40 },
  };
}

/** Of that desk's department; begun, with its rep as a candidate, unless it is to begin. */
async function aCampaign(cell: Cell, isBegun = true): Promise<string> {
  const { sql } = cell.world;
  const { departmentId, teamId, rep, supervisor } = deskOf(cell);
  const { versionId } = await aPublishedRubric(sql, departmentId);
  const id = uuid();
  await sql.change(
    `INSERT INTO campaign (id, department_id, name_en, name_zh, rubric_version_id, opens_on, ends_on, minutes, rules, begun_at)
     VALUES ($1, $2, 'Example', '', $3, '2026-01-05', '2199-12-11', 40, $4, CASE WHEN $5::boolean THEN now() END)`,
    [id, departmentId, versionId, JSON.stringify(rules), isBegun],
  );
  await sql.change('INSERT INTO campaign_assessor (campaign_id, staff_id) VALUES ($1, $2)', [id, supervisor.staffId]);
  if (isBegun)
    await sql.change(
      `INSERT INTO candidate (id, campaign_id, staff_id, team_id, in_on) VALUES ($1, $2, $3, $4, '2026-01-05')`,
      [uuid(), id, rep.staffId, teamId],
    );
  return id;
}

let days = 0;

/** A free working hour of the desk's supervisor and rep, another one each time. */
const slotOf = (cell: Cell) => ({
  startsAt: `${addDays('2198-01-01', 7 * (days += 1))}T02:00:00Z`,
  ...{ assessorId: deskOf(cell).supervisor.staffId, secondId: null },
});

const toBegin = (cell: Cell) => aCampaign(cell, false);

/** Everybody in it has passed. */
async function aDoneCampaign(cell: Cell): Promise<string> {
  const id = await aCampaign(cell);
  const { sql } = cell.world;
  await sql.change(`UPDATE candidate SET out_on = '2026-02-01', out_kind = 'excused' WHERE campaign_id = $1`, [id]);
  await sql.change(`INSERT INTO campaign_team (campaign_id, team_id) VALUES ($1, $2)`, [
    ...[id, await aTeam(sql, deskOf(cell).departmentId)],
  ]);
  return id;
}

const aboutCandidate = (body: object, isOut = false): Example => ({
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => {
    const id = await aCampaign(cell);
    const row = await cell.world.sql.first<{ id: string }>(
      `UPDATE candidate SET out_on = CASE WHEN $2::boolean THEN '2026-02-01'::date END,
         out_kind = CASE WHEN $2::boolean THEN 'excused' END WHERE campaign_id = $1 RETURNING id`,
      [id, isOut],
    );
    return { params: { id, candidateId: cell.kind === 'absent' ? absentId : (row?.id ?? '') }, body };
  },
});

export const exams: Examples = {
  'GET /api/campaigns': plain(),
  'POST /api/campaigns': plain(async (cell) => ({
    body: { departmentId: deskOf(cell).departmentId, ...(await campaignBody(cell)) },
  })),
  'GET /api/campaigns/:id': aboutRecord(aCampaign),
  'PUT /api/campaigns/:id': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await toBegin(cell) },
      body: { revision: 1, ...(await campaignBody(cell)) },
    }),
  },
  'POST /api/campaigns/:id/begin': aboutRecord(toBegin, { body: { revision: 1 } }),
  'POST /api/campaigns/:id/close': aboutRecord(aDoneCampaign, { body: { revision: 1 } }),
  'GET /api/campaigns/:id/coverage': aboutRecord(aCampaign),
  'GET /api/campaigns/:id/report': aboutRecord(aCampaign),
  'GET /api/campaigns/:id/report/items/:itemId': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aCampaign(cell), itemId: 'safe' },
    }),
  },
  'POST /api/campaigns/:id/book': aboutRecord(aCampaign, { body: {} }),
  'campaign.watch': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ body: { id: cell.kind === 'absent' ? absentId : await aCampaign(cell) } }),
  },
  'GET /api/campaigns/:id/booking': aboutRecord(aCampaign),
  'GET /api/campaigns/:id/slot': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => {
      const id = await aCampaign(cell);
      const row = await cell.world.sql.first<{ id: string }>('SELECT id FROM candidate WHERE campaign_id = $1', [id]);
      const { startsAt, assessorId } = slotOf(cell);
      const query = { candidateId: row?.id ?? absentId, startsAt, assessorId };
      return { params: { id: cell.kind === 'absent' ? absentId : id }, query };
    },
  },
  'GET /api/campaigns/:id/exams': aboutRecord(aCampaign),
  'POST /api/campaigns/:id/exams': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => {
      const id = await aCampaign(cell);
      const row = await cell.world.sql.first<{ id: string }>('SELECT id FROM candidate WHERE campaign_id = $1', [id]);
      const body = { candidateId: row?.id ?? absentId, ...slotOf(cell) };
      return { params: { id: cell.kind === 'absent' ? absentId : id }, body };
    },
  },
  'PUT /api/exams/:id/slot': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => {
      const staffId = deskOf(cell).rep.staffId;
      const { assessorId, ...slot } = slotOf(cell);
      const id = await anExam(cell.world.sql, { campaignId: await aCampaign(cell), staffId, assessorId });
      const body = { revision: 1, assessorId, ...slot };
      return { params: { id: cell.kind === 'absent' ? absentId : id }, body };
    },
  },
  'POST /api/campaigns/:id/candidates/:candidateId/excuse': aboutCandidate({ outOn: '2026-02-01', why: 'Example' }),
  'POST /api/campaigns/:id/candidates/:candidateId/extend': aboutCandidate({ untilOn: '2199-12-24', why: 'Example' }),
  'POST /api/campaigns/:id/candidates/:candidateId/put-back': aboutCandidate({}, true),
  'GET /api/exam-papers': plain({ query: { kind: 'rubric' } }),
  'GET /api/exam-papers/ready-made': plain(),
  'POST /api/exam-papers': plain((cell) => ({
    body: { kind: 'rubric', name, departmentId: deskOf(cell).departmentId },
  })),
  'GET /api/exam-papers/:id': aboutRecord(aPaper),
  'PATCH /api/exam-papers/:id': aboutRecord(aPaper, { body: { revision: 1, name } }),
  'GET /api/exam-papers/:id/versions/:versionId': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ params: await aVersion(cell) }),
  },
  'PUT /api/exam-papers/:id/draft': aboutRecord(aPaper, { body: { revision: 1, text } }),
  'POST /api/exam-papers/:id/publish': aboutRecord(aPaper, { body: { revision: 1 } }),
  'POST /api/exam-papers/:id/drop-draft': aboutRecord(aPaper, { body: { revision: 1 } }),
};
