import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { allSkipped, type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import { aColleague, aCustomerWithReason, aDesk, type Desk, minutesAgo } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('complaints are seen', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  afterAll(() => test.close());

  const list = async (who: SignedIn, query = '') =>
    (await requests.get(who, `complaints?${query}`).expect(200)).body.complaints as Record<string, unknown>[];

  it('by owner, receiver and those who lead the receiving or the answerable department, nobody else', async () => {
    const { accountId, reasonId, answerableDepartmentId } = await aCustomerWithReason(test.database);
    const answerableHead = await aSignIn(test.database, { role: 'head', unitId: answerableDepartmentId });
    const owner = await aSignIn(test.database, { role: 'rep' });
    const { complaintId, number } = await requests.aComplaint({ ownerId: owner.staffId }, { accountId, reasonId });
    const otherTeam = await aDesk(test.database);
    await test.database.change('UPDATE team SET department_id = $1 WHERE id = $2', [
      desk.departmentId,
      otherTeam.teamId,
    ]);
    const stranger = await aDesk(test.database);
    const seeing = [desk.rep, desk.supervisor, desk.head, answerableHead, owner, otherTeam.supervisor];
    const blind = [await aColleague(test.database, desk), stranger.supervisor, stranger.head, stranger.rep];
    const executive = await aSignIn(test.database, { role: 'executive' });
    for (const who of [...seeing, executive]) {
      await requests.get(who, `complaints/${complaintId}`).expect(200);
      for (const query of ['state=open&limit=200', 'state=all&limit=200', `accountId=${accountId}`, `number=${number}`])
        expect((await list(who, query)).map(({ id }) => id)).toContain(complaintId);
    }
    for (const who of blind) {
      await requests.get(who, `complaints/${complaintId}`).expect(404);
      await requests.post(who, `complaints/${complaintId}/acknowledge`).expect(404);
      for (const query of ['state=open', 'state=all', `accountId=${accountId}`, `number=${number}`])
        expect((await list(who, query)).map(({ id }) => id)).not.toContain(complaintId);
    }
  });

  it('by the rep concerned without our notes and without the complainant, unless owner', async () => {
    const { accountId, personId } = await aCustomerWithReason(test.database);
    const concerned = await aColleague(test.database, desk);
    const { complaintId } = await requests.aComplaint(
      { repConcernedId: concerned.staffId },
      { accountId, personId, note: 'Chen is furious' },
    );
    await requests
      .post(desk.rep, `complaints/${complaintId}/acknowledge`, { note: 'Careful with this rep' })
      .expect(200);
    const { body, text } = await requests.get(concerned, `complaints/${complaintId}`).expect(200);
    expect(body).toMatchObject({
      account: null,
      person: null,
      isComplainantWithheld: true,
      contactNote: null,
      areNotesWithheld: true,
      possibleSteps: [],
      steps: [
        { step: 'received', note: null },
        { step: 'acknowledged', note: null },
      ],
      summary: 'Charged twice',
    });
    for (const secret of ['furious', 'Careful', 'Chen Guodong']) expect(text).not.toContain(secret);
    const [listed] = (await list(concerned)).filter(({ id }) => id === complaintId);
    expect(listed).toMatchObject({ account: null, person: null, isComplainantWithheld: true });
    for (const [path, told] of [
      ['close', { closing: 'accepted' }],
      ['reopen', {}],
    ] as const)
      await requests.post(concerned, `complaints/${complaintId}/${path}`, told).expect(403);
    expect((await list(desk.rep, `accountId=${accountId}`))[0]).toMatchObject({ person: { id: personId } });

    await test.database.change('UPDATE complaint SET owner_id = $1 WHERE id = $2', [concerned.staffId, complaintId]);
    expect((await requests.get(concerned, `complaints/${complaintId}`).expect(200)).body).toMatchObject({
      person: { id: personId },
      areNotesWithheld: false,
      possibleSteps: expect.arrayContaining(['closed']),
    });
  });

  it('the last first, in pages, by state', async () => {
    const { accountId } = await aCustomerWithReason(test.database);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push((await requests.aComplaint({}, { accountId, endedAt: minutesAgo(5 - n) })).complaintId);
    await requests.post(desk.rep, `complaints/${ids[0]}/acknowledge`).expect(200);
    await requests
      .post(desk.rep, `complaints/${ids[0]}/close`, { closing: 'withdrawn', skipped: allSkipped })
      .expect(200);
    await requests.post(desk.head, `complaints/${ids[1]}/void`, { revision: 1, why: 'Mistaken' }).expect(200);
    const states = { open: [4, 3, 2], closed: [0], all: [4, 3, 2, 0], voided: [1] };
    for (const who of [desk.rep, desk.head])
      for (const [state, expected] of Object.entries(states)) {
        const own = (row: { id?: unknown }) => ids.includes(row.id as string);
        const byAccount = await list(who, `state=${state}&accountId=${accountId}`);
        expect(byAccount.map(({ id }) => ids.indexOf(id as string))).toEqual(expected);
        const all = (await list(who, `state=${state}&limit=200`)).filter(own);
        expect(all.map(({ id }) => ids.indexOf(id as string))).toEqual(expected);
      }
    const first = (await requests.get(desk.rep, `complaints?accountId=${accountId}&state=all&limit=2`).expect(200))
      .body;
    const second = (
      await requests
        .get(desk.rep, `complaints?accountId=${accountId}&state=all&limit=2&after=${first.next}`)
        .expect(200)
    ).body;
    expect([...first.complaints, ...second.complaints].map(({ id }) => ids.indexOf(id))).toEqual([4, 3, 2, 0]);
    expect(second.next).toBeNull();
  });
});
