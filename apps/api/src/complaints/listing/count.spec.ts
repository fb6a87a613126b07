import { anOrganisation } from '../../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../../testing/complaint-requests.js';
import { aCustomerWithReason, aDesk, type Desk, minutesAgo } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the count of a list', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  let accountId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
    ({ accountId } = await aCustomerWithReason(test.database));
    for (const severity of ['money', 'money', 'small'] as const)
      await requests.aComplaint({ severity, summary: 'Card refused' }, { accountId, endedAt: minutesAgo(2) });
  });
  afterAll(() => test.close());

  const count = async (query: string, page = 'complaints') =>
    (await requests.get(desk.head, `${page}/count?${query}`).expect(200)).body as unknown;

  it('is that of the rows in sight', async () => {
    expect(await count(`accountId=${accountId}`)).toEqual({ count: 3, isMore: false, without: [] });
    expect(await count(`accountId=${accountId}&severity=money`)).toMatchObject({ count: 2 });
    expect(await count(`accountId=${accountId}`, 'contacts')).toMatchObject({ count: 3 });
    const stranger = await aDesk(test.database);
    const { body } = await requests.get(stranger.head, `complaints/count?accountId=${accountId}`).expect(200);
    expect(body).toMatchObject({ count: 0, without: [] });
  });

  it('is not asked of a number that is none', async () => {
    for (const path of ['complaints', 'complaints/count', 'complaints/export'])
      for (const number of ['x', '-1', '1'.repeat(20)]) {
        const query = path.endsWith('export') ? { number, format: 'csv' } : { number };
        const { body } = await requests.get(desk.head, path).query(query).expect(400);
        expect(body.fields).toMatchObject([{ path: 'number', code: 'no-number' }]);
      }
  });

  it('says what each filter costs where nothing is found, the most first', async () => {
    expect(await count(`accountId=${accountId}&severity=stopped-work&search=refused`)).toEqual({
      count: 0,
      isMore: false,
      without: [{ filter: 'severity', count: 3, isMore: false }],
    });
    const { complaintId } = await requests.aComplaint({ severity: 'stopped-work' }, { endedAt: minutesAgo(3) });
    const { body } = await requests
      .get(desk.head, `complaints/count?accountId=${accountId}&severity=stopped-work`)
      .expect(200);
    expect(complaintId).toBeTruthy();
    expect(body.without).toEqual([
      { filter: 'severity', count: 3, isMore: false },
      { filter: 'accountId', count: 1, isMore: false },
    ]);
  });

  it('tells what came before the first row since', async () => {
    const { body: list } = await requests.get(desk.head, `complaints?accountId=${accountId}`).expect(200);
    expect(await count(`accountId=${accountId}&before=${list.head}`)).toEqual({ count: 0, isMore: false, without: [] });
    await requests.aComplaint({}, { accountId, endedAt: minutesAgo(1) });
    expect(await count(`accountId=${accountId}&before=${list.head}`)).toMatchObject({ count: 1 });
    expect(await count(`accountId=${accountId}&severity=small&before=${list.head}`)).toMatchObject({ count: 0 });
  });
});
