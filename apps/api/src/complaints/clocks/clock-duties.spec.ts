import { v7 as uuid } from 'uuid';
import { DueDutiesService } from '../../duties/due-duties.service.js';
import { anOrganisation } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aColleague, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { ClockDutiesService } from './clock-duties.service.js';

describe('what is promised of a complaint', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
    await test.database.change(
      `INSERT INTO leadership (id, staff_id, role, department_id) VALUES ($1, $2, 'head', $3)`,
      [uuid(), desk.head.staffId, desk.departmentId],
    );
    for (const [kind, unit, amount] of [
      ['acknowledgement', 'elapsed', 86_400],
      ['answer', 'calendar-days', 30],
    ])
      await test.database.change(
        `INSERT INTO clock_rule (id, kind, unit, amount, "from") VALUES ($1, $2, $3, $4, '2020-01-01')`,
        [uuid(), kind, unit, amount],
      );
  });
  afterAll(() => test.close());

  const duties = (complaintId: string) =>
    test.database.rows<{ kind: string; owner: string | null; department: string | null; outcome: string | null }>(
      `SELECT kind, owner_id AS owner, department_id AS department, outcome FROM duty
       WHERE source_id = $1 ORDER BY kind, created_at`,
      [complaintId],
    );
  const look = () => test.app.get(ClockDutiesService, { strict: false }).look();
  const acknowledgement = 'complaint-acknowledgement';
  const answer = 'complaint-answer';

  it('is in the day of its owner, until it is done', async () => {
    const { complaintId, number } = await requests.aComplaint();
    const owner = desk.rep.staffId;
    expect(await duties(complaintId)).toMatchObject([
      { kind: acknowledgement, owner, outcome: null },
      { kind: answer, owner, outcome: null },
    ]);
    const mine = (await requests.get(desk.rep, 'duties').expect(200)).body.duties as { parameters: { what: string } }[];
    expect(mine.map(({ parameters }) => parameters.what)).toContain(number);
    const [promised] = await test.database.rows<{ id: string }>(
      'SELECT id FROM duty WHERE source_id = $1 AND kind = $2',
      [complaintId, answer],
    );
    const later = { revision: 1, dueAt: minutesAgo(-300 * 24 * 60), why: 'Let me be' };
    const { body: refused } = await requests.post(desk.rep, `duties/${promised!.id}/move`, later).expect(409);
    expect(refused.code).toBe('duty-of-clock');
    await requests.post(desk.rep, `complaints/${complaintId}/acknowledge`).expect(200);
    expect(await duties(complaintId)).toMatchObject([{ outcome: 'done' }, { outcome: null }]);
    await look();
    expect(await duties(complaintId)).toHaveLength(2);
  });

  it('goes with the complaint to another owner, and to the department that has it without one', async () => {
    const { complaintId } = await requests.aComplaint();
    const colleague = await aColleague(test.database, desk);
    const own = (ownerId: string | null) =>
      test.database.change('UPDATE complaint SET owner_id = $2 WHERE id = $1', [complaintId, ownerId]);
    await own(colleague.staffId);
    await look();
    expect(await duties(complaintId)).toMatchObject([{ owner: colleague.staffId }, { owner: colleague.staffId }]);
    await own(null);
    await look();
    const open = (await duties(complaintId)).filter(({ outcome }) => outcome === null);
    expect(open).toMatchObject([
      { kind: acknowledgement, owner: null, department: desk.departmentId },
      { kind: answer, owner: null, department: desk.departmentId },
    ]);
  });

  it('ends with the complaint', async () => {
    const { complaintId } = await requests.aComplaint();
    await requests
      .post(desk.supervisor, `complaints/${complaintId}/void`, { revision: 1, why: 'No complaint' })
      .expect(200);
    await look();
    expect((await duties(complaintId)).map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled']);
  });

  it('over, goes up to the supervisor and then to the head, once', async () => {
    const { complaintId } = await requests.aComplaint(
      {},
      { startedAt: minutesAgo(60 * 24 * 2 + 5), endedAt: minutesAgo(60 * 24 * 2) },
    );
    const due = test.app.get(DueDutiesService, { strict: false });
    await Promise.all([due.look(), due.look()]);
    await due.look();
    const above = await test.database.rows<{ level: string; staff_id: string }>(
      `SELECT a.level, a.staff_id FROM duty_above a JOIN duty d ON d.id = a.duty_id
       WHERE d.source_id = $1 AND d.kind = $2 ORDER BY a.level DESC`,
      [complaintId, acknowledgement],
    );
    expect(above).toEqual([
      { level: 'supervisor', staff_id: desk.supervisor.staffId },
      { level: 'head', staff_id: desk.head.staffId },
    ]);
    await requests.post(desk.rep, `complaints/${complaintId}/acknowledge`).expect(200);
    expect(await duties(complaintId)).toMatchObject([{ outcome: 'done' }, { outcome: null }]);
  });
});
