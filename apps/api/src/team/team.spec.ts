import { randomUUID } from 'node:crypto';
import type { FigureReply, TeamReply } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import {
  aDepartment,
  anOrganisation,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import { aComplaint, aContact, anAnswer } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('the page of a team', () => {
  let test: TestApp;
  let department: string;
  let [own, other] = ['', ''];
  let [ada, ben, cao, gone] = ['', '', '', ''];
  let supervisor: SignedIn;
  let head: SignedIn;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'UTC' });
    department = await aDepartment(sql, { name: 'Billing' });
    [own, other] = [await aTeam(sql, department, { name: 'Two' }), await aTeam(sql, department, { name: 'One' })];
    ada = await aStaff(sql, { name: 'Ada', teamId: own });
    ben = await aStaff(sql, { name: 'Ben', teamId: own });
    cao = await aStaff(sql, { name: 'Cao', teamId: other });
    gone = await aStaff(sql, { name: 'Zoe', teamId: own });
    const leader = await aStaff(sql, { name: 'Lea' });
    await aSupervisorOf(sql, own, leader);
    supervisor = await aSignIn(sql, { role: 'supervisor', unitId: own, staffId: leader });
    head = await aSignIn(sql, { role: 'head', unitId: department });
    const handled = (repId: string, teamId: string, days = 0) =>
      aContact(sql, { departmentId: department, teamId, repId, endedAt: new Date(Date.now() - days * 86_400_000) });
    for (const score of [5, 5, 4, 2, 5, 5]) await anAnswer(sql, await handled(ada, own), score);
    const complained = await handled(ada, own);
    const complaint = await aComplaint(sql, complained, { repConcernedId: ada });
    await sql.change('UPDATE complaint SET team_concerned_id = $2 WHERE id = $1', [complaint, own]);
    await handled(ben, own, 3);
    await handled(gone, own);
    await handled(cao, other);
    await sql.change(`UPDATE membership SET "to" = now() WHERE staff_id = $1`, [gone]);
    for (const id of [ben, gone])
      await sql.change(
        `INSERT INTO leave (id, staff_id, "from", "to", kind) VALUES ($1, $2, current_date - 2, current_date + 2, 'sick')`,
        [uuid(), id],
      );
    for (const hours of [-2, 5])
      await sql.change(
        `INSERT INTO duty (id, kind, owner_id, due_at, parameters) VALUES ($1, 'by-hand', $2, now() + $3 * interval '1 hour', '{}')`,
        [uuid(), ben, hours],
      );
  });
  afterAll(() => test.close());

  const asking = (who: SignedIn, query: Record<string, string> = {}) =>
    test.http.get('/api/team').query(query).set('Cookie', who.cookie);
  const team = async (who: SignedIn, query?: Record<string, string>) =>
    (await asking(who, query).expect(200)).body as TeamReply;
  const counts = ({ members }: TeamReply, metric: keyof TeamReply['total']) =>
    members.map(({ staff, figures }) => [staff.name, figures[metric].numerator, figures[metric].denominator]);

  it('shows whoever leads it each member by name, also who left and still counts, with what waits for them', async () => {
    const reply = await team(supervisor);
    expect(reply).toMatchObject({
      team: { id: own, name: 'Two' },
      department: { name: 'Billing' },
      supervisors: [{ name: 'Lea' }],
      window: 'today',
    });
    expect(counts(reply, 'handled')).toEqual([
      ['Ada', 7, null],
      ['Ben', 0, null],
      ['Zoe', 1, null],
    ]);
    // What waits for whoever works elsewhere by now, and whether they are away, is told there.
    expect(reply.members.map(({ isMember }) => isMember)).toEqual([true, true, false]);
    expect(reply.members.map(({ duties }) => duties)).toEqual([{ open: 0, overdue: 0 }, { open: 2, overdue: 1 }, null]);
    expect(reply.members.map(({ isOnLeave }) => isOnLeave)).toEqual([false, true, false]);
    expect(counts(reply, 'csat')[0]).toEqual(['Ada', 5, 6]);
    expect(counts(reply, 'complaints-concerning')[0]).toEqual(['Ada', 1, 7]);
    expect(reply.total.handled.n).toBe(8);
    const week = await team(supervisor, { window: 'd7' });
    expect(counts(week, 'handled')[1]).toEqual(['Ben', 1, null]);
  });

  it('shows the figures of the figure route, and keeps service and relationship apart', async () => {
    const sql = test.database;
    await sql.change(
      `INSERT INTO answer (id, account_id, kind, scale, score, entered_how, at, rep_id, team_id,
         handling_department_id, answerable_department_id)
       VALUES ($1, NULL, 'csat', 5, 1, 'import', now(), $2, $3, $4, $4)`,
      [uuid(), ada, own, department],
    );
    const { total, members, from, to } = await team(supervisor);
    for (const [metric, figure] of Object.entries(total)) {
      const { body } = await test.http
        .get(`/api/figures/${metric}`)
        .query({ scope: `team:${own}`, by: 'rep', from, to })
        .set('Cookie', supervisor.cookie)
        .expect(200);
      const reply = body as FigureReply;
      expect(figure).toEqual(reply.total);
      for (const { keys, figure: one } of reply.groups)
        expect(members.find(({ staff }) => staff.id === keys[0])?.figures[figure.definition.id as 'csat']).toEqual(one);
    }
    expect([total.csat.n, total['csat-relationship'].n]).toEqual([6, 1]);
  });

  it('is of those who lead it: a head of all teams of the department, a supervisor of no other', async () => {
    expect((await team(head)).team.name).toBe('One');
    expect(counts(await team(head, { team: other }), 'handled')).toEqual([['Cao', 1, null]]);
    await asking(supervisor, { team: other }).expect(404);
    await asking(head, { team: randomUUID() }).expect(404);
    await asking(await aSignIn(test.database, { role: 'rep', staffId: ada })).expect(403);
    await asking(head, { window: 'm15' }).expect(400);
  });
});
