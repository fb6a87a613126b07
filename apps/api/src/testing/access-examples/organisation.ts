import type { Acted } from '@forecall/contracts';
import { localDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { aDepartment, aReason, aStaff, aTeam } from '../builders.js';
import { aboutRecord, type Cell, deskOf, type Example, type Examples, plain } from '../access-matrix/example.js';

/** The organisation is one for all: what matters is whether a record is there. */
const kinds = ['own', 'absent'] as const;
const today = () => localDay(new Date(), 'Asia/Shanghai');
const later = '2199-01-01';

const aDepartmentOf = ({ world }: Cell) => aDepartment(world.sql);
const aTeamOf = (cell: Cell) => aTeam(cell.world.sql, deskOf(cell).departmentId);
const aStaffOf = ({ world }: Cell) => aStaff(world.sql);
const aReasonOf = (cell: Cell) => aReason(cell.world.sql, deskOf(cell).departmentId);

const closed =
  (table: 'department' | 'team' | 'reason', make: (cell: Cell) => Promise<string>) =>
  async (cell: Cell): Promise<string> => {
    const id = await make(cell);
    await cell.world.sql.change(`UPDATE ${table} SET "to" = now() WHERE id = $1`, [id]);
    return id;
  };

async function aMembership(cell: Cell, from: string): Promise<string> {
  const { sql } = cell.world;
  const staffId = await aStaff(sql, { teamId: deskOf(cell).teamId });
  const row = await sql.first<{ id: string }>('UPDATE membership SET "from" = $2 WHERE staff_id = $1 RETURNING id', [
    staffId,
    from,
  ]);
  return row!.id;
}

async function aLeader(cell: Cell, from: string): Promise<string> {
  const id = uuid();
  await cell.world.sql.change(
    `INSERT INTO leadership (id, staff_id, role, team_id, "from") VALUES ($1, $2, 'supervisor', $3, $4)`,
    [id, await aStaff(cell.world.sql), await aTeamOf(cell), from],
  );
  return id;
}

async function someoneWhoLeft(cell: Cell): Promise<string> {
  const id = await aStaffOf(cell);
  await cell.world.sql.change('UPDATE staff SET left_on = current_date - 9 WHERE id = $1', [id]);
  return id;
}

/** Done by the visitor, or by another administrator where the visitor is none. */
async function anAct({ world, visitor, kind }: Cell): Promise<string> {
  const by = kind === 'own' && visitor.column === 'admin' ? visitor.headers : { Cookie: world.admin.cookie };
  const { body } = await world.test.http
    .post('/api/organisation/departments')
    .set(by)
    .send({ name: `Department ${uuid()}` })
    .expect(201);
  return (body as Acted).act;
}

const about = (make: (cell: Cell) => Promise<string>, rest: Parameters<typeof aboutRecord>[1] = {}): Example =>
  aboutRecord(make, rest, kinds);

const revision = 1;
const base = '/api/organisation';

export const organisation: Examples = {
  [`PATCH ${base}`]: plain(async ({ world }) => ({
    body: (await world.sql.first<{ revision: number; name: string }>('SELECT revision, name FROM organisation'))!,
  })),
  [`GET ${base}/effects`]: plain(({ world }) => ({
    query: { of: 'team', id: world.own.teamId, from: today() },
  })),
  [`POST ${base}/departments`]: plain(() => ({ body: { name: `Department ${uuid()}` } })),
  [`PATCH ${base}/departments/:id`]: {
    records: kinds,
    asked: async (cell) => ({
      ...(await about(aDepartmentOf).asked(cell)),
      body: { name: `Department ${uuid()}`, revision },
    }),
  },
  [`POST ${base}/departments/:id/close`]: about(aDepartmentOf, { body: { from: later, revision } }),
  [`POST ${base}/departments/:id/reopen`]: about(closed('department', aDepartmentOf), { body: { revision } }),
  [`POST ${base}/departments/:id/leaders`]: aLeaderFor(aDepartmentOf, 'head'),
  [`POST ${base}/teams`]: plain(({ world }) => ({
    body: { name: `Team ${uuid()}`, departmentId: world.own.departmentId },
  })),
  [`PATCH ${base}/teams/:id`]: {
    records: kinds,
    asked: async (cell) => ({ ...(await about(aTeamOf).asked(cell)), body: { name: `Team ${uuid()}`, revision } }),
  },
  [`POST ${base}/teams/:id/close`]: about(aTeamOf, { body: { from: later, revision } }),
  [`POST ${base}/teams/:id/reopen`]: about(closed('team', aTeamOf), { body: { revision } }),
  [`POST ${base}/teams/:id/leaders`]: aLeaderFor(aTeamOf, 'supervisor'),
  [`POST ${base}/leaders/:id/end`]: about((cell) => aLeader(cell, '-infinity'), { body: { from: later, revision } }),
  [`DELETE ${base}/leaders/:id`]: about((cell) => aLeader(cell, later), { query: { revision: '1' } }),
  [`GET ${base}/staff/:id`]: aboutRecord(async (cell) => deskOf(cell).rep.staffId),
  [`POST ${base}/staff`]: plain({ body: { name: 'Example' } }),
  [`PATCH ${base}/staff/:id`]: about(aStaffOf, { body: { name: 'Example', revision } }),
  [`POST ${base}/staff/:id/move`]: {
    records: kinds,
    asked: async (cell) => ({
      ...(await about(aStaffOf).asked(cell)),
      body: { teamId: cell.world.own.teamId, from: today(), revision },
    }),
  },
  [`POST ${base}/staff/:id/leave`]: about(aStaffOf, { body: { lastDay: later, revision } }),
  [`POST ${base}/staff/:id/come-back`]: about(someoneWhoLeft, { body: { revision } }),
  [`POST ${base}/memberships/:id/end`]: about((cell) => aMembership(cell, '-infinity'), {
    body: { from: later, revision },
  }),
  [`DELETE ${base}/memberships/:id`]: about((cell) => aMembership(cell, later), { query: { revision: '1' } }),
  [`POST ${base}/reasons`]: plain(({ world }) => ({
    body: { ...reasonNames(), departmentId: world.own.departmentId },
  })),
  [`PATCH ${base}/reasons/:id`]: {
    records: kinds,
    asked: async (cell) => ({
      ...(await about(aReasonOf).asked(cell)),
      body: { ...reasonNames(), departmentId: cell.world.own.departmentId, revision },
    }),
  },
  [`POST ${base}/reasons/:id/place`]: about(aReasonOf, { body: { parentId: null, beforeId: null, revision } }),
  [`POST ${base}/reasons/:id/close`]: about(aReasonOf, { body: { from: later, revision } }),
  [`POST ${base}/reasons/:id/reopen`]: about(closed('reason', aReasonOf), { body: { revision } }),
  [`POST ${base}/acts/:id/undo`]: aboutRecord(anAct),
};

function reasonNames() {
  const name = `Reason ${uuid()}`;
  return { nameEn: name, nameZh: name };
}

function aLeaderFor(make: (cell: Cell) => Promise<string>, role: 'head' | 'supervisor'): Example {
  return {
    records: kinds,
    asked: async (cell) => ({
      ...(await about(make).asked(cell)),
      body: { staffId: await aStaffOf(cell), role, from: today(), revision },
    }),
  };
}
