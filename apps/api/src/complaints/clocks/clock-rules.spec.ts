import { addDays, localDay } from '@forecall/domain';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aDesk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what is promised', () => {
  let test: TestApp;
  let admin: SignedIn;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    requests = complaintRequests(test, await aDesk(test.database));
  });
  afterAll(() => test.close());
  afterEach(() => test.database.change('DELETE FROM clock_rule'));

  const today = localDay(new Date(), 'Asia/Shanghai');
  const elapsed = { unit: 'elapsed', amount: 86_400 };
  const days = { unit: 'calendar-days', amount: 30 };
  const set = (body: object) => requests.post(admin, 'clock-rules', { from: today, answer: days, ...body });
  const rules = async () =>
    (await requests.get(admin, 'clock-rules').expect(200)).body.rules as { id: string; from: string }[];

  it('is nothing before anybody says so', async () => {
    const { complaintId } = await requests.aComplaint();
    expect((await requests.get(admin, 'clock-rules').expect(200)).body).toEqual({
      ...{ today, hasWorkingTime: false, rules: [] },
    });
    const found = await test.database.rows('SELECT FROM clock WHERE complaint_id = $1', [complaintId]);
    expect(found).toEqual([]);
  });

  it('holds from a day on, is changed, undone, and withdrawn before it begins', async () => {
    await set({ acknowledgement: elapsed }).expect(200);
    const from = addDays(today, 7);
    await set({ acknowledgement: { ...elapsed, amount: 7200 }, from }).expect(200);
    expect(await rules()).toMatchObject([
      { kind: 'acknowledgement', amount: 7200, from, isInForce: false },
      { kind: 'answer', from, isInForce: false },
      { kind: 'acknowledgement', amount: 86_400, from: today, isInForce: true },
      { kind: 'answer', amount: 30, unit: 'calendar-days', from: today, isInForce: true },
    ]);
    const { act } = (await set({ acknowledgement: { ...elapsed, amount: 3600 }, from }).expect(200)).body;
    expect((await rules())[0]).toMatchObject({ amount: 3600, revision: 2 });
    await requests.post(admin, `organisation/acts/${act}/undo`).expect(200);
    expect((await rules())[0]).toMatchObject({ amount: 7200, revision: 3 });
    const [coming, , begun] = await rules();
    const withdraw = (id: string, revision: number) =>
      test.http.delete(`/api/clock-rules/${id}?revision=${revision}`).set('Cookie', admin.cookie);
    await withdraw(coming!.id, 3).expect(200);
    expect((await withdraw(begun!.id, 1).expect(409)).body.code).toBe('has-begun');
    expect(await rules()).toHaveLength(3);
    expect(
      await test.database.first('SELECT after FROM audit_entry WHERE act = $1 ORDER BY n LIMIT 1', ['clock-rule.set']),
    ).toMatchObject({ after: { acknowledgement: '24:00 elapsed', answer: '30 calendar-days' } });
  });

  it('leaves the clocks that run as they are', async () => {
    await set({ acknowledgement: elapsed }).expect(200);
    const { complaintId } = await requests.aComplaint({}, { startedAt: minutesAgo(3), endedAt: minutesAgo(1) });
    await set({ acknowledgement: { ...elapsed, amount: 60 } }).expect(200);
    const clock = await test.database.first(
      `SELECT amount FROM clock WHERE complaint_id = $1 AND kind = 'acknowledgement'`,
      [complaintId],
    );
    expect(clock).toEqual({ amount: 86_400 });
  });

  it('in working time needs working time', async () => {
    const working = { acknowledgement: { unit: 'working-days', amount: 1 } };
    expect((await set(working).expect(409)).body.code).toBe('no-working-time');
    const nine = [{ fromMinute: 540, toMinute: 1020 }];
    await test.http
      .put('/api/calendars')
      .set('Cookie', admin.cookie)
      .send({ owner: 'organisation', week: [nine, nine, nine, nine, nine, [], []], revision: null })
      .expect(200);
    await set(working).expect(200);
  });

  it.each([
    ['a day that is over', { acknowledgement: elapsed, from: '2026-01-01' }, 'from'],
    ['no time at all', { acknowledgement: { unit: 'elapsed', amount: 0 } }, 'acknowledgement.amount'],
    ['two years', { acknowledgement: { unit: 'working-days', amount: 500 } }, 'acknowledgement.amount'],
    ['one promise without the other', {}, 'acknowledgement'],
  ])('refuses %s', async (_, body, path) => {
    expect((await set(body).expect(400)).body.fields).toMatchObject([{ path }]);
  });
});
