import {
  aDepartment,
  anOrganisation,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import type { DutyList } from '@forecall/contracts';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { v7 as uuid } from 'uuid';
import { DueDutiesService } from './due-duties.service.js';
import { DutyService } from './duty.service.js';

const minute = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minute);

describe('duties whose time has come', () => {
  let test: TestApp;
  let rep: SignedIn;
  let supervisor: SignedIn;
  let head: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    const departmentId = await aDepartment(sql);
    const teamId = await aTeam(sql, departmentId);
    rep = await aSignIn(sql, { role: 'rep', staffId: await aStaff(sql, { teamId, name: 'Liu Yan' }) });
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teamId, staffId: await aStaff(sql, { teamId }) });
    head = await aSignIn(sql, { role: 'head', unitId: departmentId });
    await aSupervisorOf(sql, teamId, supervisor.staffId);
    await sql.change(`INSERT INTO leadership (id, staff_id, role, department_id) VALUES ($1, $2, 'head', $3)`, [
      ...[uuid(), head.staffId, departmentId],
    ]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    for (const table of ['notification', 'duty_told', 'duty_step', 'duty_above', 'duty'])
      await test.database.change(`DELETE FROM ${table}`);
  });

  const open = async (dueAt: Date, remindAt: Date | null = null, owner = rep): Promise<string> =>
    (
      await test.database.transaction((sql) =>
        test.app.get(DutyService).open(sql, {
          ...{ kind: 'by-hand', ownerId: owner.staffId, dueAt, remindAt },
          ...{ parameters: { what: 'Call back' }, by: owner.signInId },
        }),
      )
    ).id;
  /** As two processes do that come to it at the same moment, each more than once. */
  const look = () => Promise.all([1, 2, 3, 4].map(() => test.app.get(DueDutiesService).look()));
  const told = async () =>
    (
      await test.database.rows<{ told: string }>(
        `SELECT n.kind || ' ' || CASE staff_id WHEN $1 THEN 'rep' WHEN $2 THEN 'supervisor' ELSE 'head' END AS told
         FROM notification n ORDER BY told`,
        [rep.staffId, supervisor.staffId],
      )
    ).map((row) => row.told);
  const later = (minutes: number) =>
    test.database.change(
      `UPDATE duty SET due_at = due_at - $1 * interval '1 minute', remind_at = remind_at - $1 * interval '1 minute'`,
      [minutes],
    );

  it('are reminded of once, then said to be due once', async () => {
    await open(inMinutes(10), inMinutes(5));
    await look();
    expect(await told()).toEqual([]);
    await later(6);
    await look();
    await look();
    expect(await told()).toEqual(['duty-reminder rep']);
  });

  it('need no reminder when they are due already, and go up to the supervisor and after a day to the head, each once', async () => {
    const id = await open(inMinutes(-1), inMinutes(-30));
    await look();
    await look();
    expect(await told()).toEqual(['duty-due rep', 'duty-gone-up supervisor']);
    await later(24 * 60);
    await test.database.change(`UPDATE duty_told SET for_time = for_time - interval '1 day'`);
    await look();
    await look();
    expect(await told()).toEqual(['duty-due rep', 'duty-gone-up head', 'duty-gone-up supervisor']);
    const { body } = await test.http.get('/api/duties').set('Cookie', head.cookie).expect(200);
    expect(body.duties).toMatchObject([{ id, way: 'gone-up', goneUp: 'head', owner: { name: 'Liu Yan' } }]);
  });

  it('of a supervisor go to the head, never to themselves', async () => {
    await open(inMinutes(-1), null, supervisor);
    await look();
    expect(await told()).toEqual(['duty-due supervisor']);
    await test.database.change(`UPDATE duty_setting SET head_after_minutes = 0`);
    await look();
    expect(await told()).toEqual(['duty-due supervisor', 'duty-gone-up head']);
    await test.database.change(`UPDATE duty_setting SET head_after_minutes = 1440`);
  });

  it('that are calls of others are counted by their callers for whom they went up to', async () => {
    const [one, other] = [await open(inMinutes(-3)), await open(inMinutes(-2))];
    await test.database.change(
      `UPDATE duty SET kind = 'proactive-call', source_entity = 'planned_call', source_id = id WHERE id = ANY ($1)`,
      [[one, other]],
    );
    const byHand = await open(inMinutes(-1));
    await look();
    const day = async (who: SignedIn, query = '') => {
      const { body } = await test.http.get(`/api/duties${query}`).set('Cookie', who.cookie).expect(200);
      const { duties, lateCalls } = body as DutyList;
      return { ids: duties.map(({ id }) => id), lateCalls };
    };
    const counted = await day(supervisor, '?lateCalls=by-caller');
    expect(counted.ids).toEqual([byHand]);
    expect(counted.lateCalls).toMatchObject([{ owner: { name: 'Liu Yan' }, count: 2 }]);
    expect(await day(supervisor)).toEqual({ ids: [one, other, byHand], lateCalls: [] });
    // Each of one's own, and each of all one's people's.
    for (const [who, query] of [
      [rep, ''],
      [supervisor, '&of=reach'],
    ] as const)
      expect(await day(who, `?lateCalls=by-caller${query}`)).toEqual({ ids: [one, other, byHand], lateCalls: [] });
  });

  it('begin anew when moved: out of the days above, reminded and told again', async () => {
    const id = await open(inMinutes(-1));
    await look();
    const move = { revision: 1, why: 'He asked for it', dueAt: inMinutes(30).toISOString() };
    await test.http.post(`/api/duties/${id}/move`).set('Cookie', supervisor.cookie).send(move).expect(200);
    const { body } = await test.http.get('/api/duties').set('Cookie', supervisor.cookie).expect(200);
    expect(body.duties).toEqual([]);
    await later(31);
    await look();
    expect(await told()).toEqual([
      'duty-due rep',
      'duty-due rep',
      'duty-gone-up supervisor',
      'duty-gone-up supervisor',
    ]);
  });

  it('are told to whoever stands in too', async () => {
    const standIn = await aStaff(test.database);
    await test.database.change(
      `INSERT INTO leadership (id, staff_id, role, team_id) SELECT $1, $2, 'stand-in', team_id FROM leadership WHERE staff_id = $3`,
      [uuid(), standIn, supervisor.staffId],
    );
    await open(inMinutes(-1), null, supervisor);
    await look();
    const rows = await test.database.rows(`SELECT 1 FROM notification WHERE staff_id = $1 AND kind = 'duty-due'`, [
      standIn,
    ]);
    expect(rows).toHaveLength(1);
    await test.database.change(`DELETE FROM leadership WHERE role = 'stand-in'`);
  });

  it('that are done are told of no more', async () => {
    const id = await open(inMinutes(-1));
    await test.http.post(`/api/duties/${id}/done`).set('Cookie', rep.cookie).send({ revision: 1 }).expect(200);
    await look();
    expect(await told()).toEqual([]);
  });
});
