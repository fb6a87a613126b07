import type { DeskCalls, Personal } from '@forecall/contracts';
import type { Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { DutyService } from '../duties/duty.service.js';
import { newSecret } from '../platform/access/secret.js';
import { aDepartment, anAccount, anOrganisation, aSignIn, aStaff, aTeam } from '../testing/builders.js';
import { anExam, aRunningCampaign } from '../testing/exam-builders.js';
import { type LiveClients, liveClients, message } from '../testing/live-clients.js';
import { aComplaint, aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('what is live for one person', () => {
  let test: TestApp;
  let billing: string;
  let delivery: string;
  let clients: LiveClients;
  beforeAll(async () => {
    test = await createTestApp();
    clients = liveClients(test.url);
    await anOrganisation(test.database);
    billing = await aDepartment(test.database, { name: 'Billing' });
    delivery = await aDepartment(test.database, { name: 'Delivery' });
  });
  afterEach(() => clients.closeAll());
  afterAll(() => test.close());

  const connect = (cookie: string) => clients.connect(cookie);

  it('tells everybody their own bell and day, at once and to nobody else', async () => {
    const rep = await aSignIn(test.database, { role: 'rep' });
    const stand = await aStaff(test.database);
    const other = await aSignIn(test.database, { role: 'rep' });
    const socket = connect(rep.cookie);
    expect(await message<Personal>(socket, 'personal')).toEqual({ unread: 0, due: 0, calls: 0, newest: null });
    const stranger = connect(other.cookie);
    await message(stranger, 'personal');
    const heard = jest.fn();
    stranger.on('personal', heard);
    const told = message<Personal>(socket, 'personal', ({ unread }) => unread === 1);
    const open = (dueAt: Date) =>
      test.database.transaction((sql) =>
        test.app.get(DutyService).open(sql, { kind: 'by-hand', ownerId: rep.staffId, dueAt, by: other.signInId }),
      );
    await open(new Date(Date.now() - 60_000));
    expect(await told).toMatchObject({ due: 1, newest: { isQuiet: false } });
    const read = message<Personal>(socket, 'personal', ({ unread }) => unread === 0);
    await test.http
      .post('/api/notifications/read')
      .set('Cookie', rep.cookie)
      .send({ until: new Date().toISOString() })
      .expect(204);
    await read;
    // A call that is planned for them today, by whomever, and is not any more.
    const planned = message<Personal>(socket, 'personal', ({ calls }) => calls === 1);
    const accountId = await anAccount(test.database);
    await test.database.change(
      `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day)
       SELECT $1, $2, d, d, $3, now(), d FROM (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS d) today`,
      [uuid(), accountId, rep.staffId],
    );
    await planned;
    const gone = message<Personal>(socket, 'personal', ({ calls }) => calls === 0);
    await test.database.change('UPDATE planned_call SET staff_id = $1 WHERE account_id = $2', [stand, accountId]);
    await gone;
    expect(heard).not.toHaveBeenCalled();
  });

  it('tells the calls of a desk as they ring and end, to that desk alone', async () => {
    const rep = await aSignIn(test.database, { role: 'rep' });
    const other = await aSignIn(test.database, { role: 'rep' });
    await test.database.change(`UPDATE staff SET extension = 'live-1' WHERE id = $1`, [rep.staffId]);
    const { secret, hash } = newSecret();
    await test.database.change(
      `INSERT INTO phone_line (id, name, secret_sha256, department_id) VALUES ($1, 'Exchange', $2, $3)`,
      [uuid(), hash, billing],
    );
    const tell = (event: string) =>
      test.http
        .post(`/api/cti/${secret}`)
        .send({ event, callId: 'live', direction: 'in', from: '0755', to: '1', user: ['live-1'] })
        .expect(200);
    const socket = connect(rep.cookie);
    const stranger = connect(other.cookie);
    await Promise.all([message(socket, 'personal'), message(stranger, 'personal')]);
    const heard = jest.fn();
    stranger.on('calls', heard);
    const inState = (state: string) =>
      message<DeskCalls>(socket, 'calls', ({ calls }) => calls.some((call) => call.state === state));
    for (const [event, state] of [
      ['newCall', 'ringing'],
      ['answer', 'talking'],
      ['hangup', 'ended'],
    ] as const) {
      const told = inState(state);
      await tell(event);
      await told;
    }
    expect(heard).not.toHaveBeenCalled();
  });

  it('finds the news of a bell by itself when the word was lost', async () => {
    const rep = await aSignIn(test.database, { role: 'rep' });
    const socket = connect(rep.cookie);
    await message(socket, 'personal');
    const told = message<Personal>(socket, 'personal', ({ unread }) => unread === 1);
    await test.database.change(
      `WITH news AS (INSERT INTO personal_news (staff_id) VALUES ($2))
       INSERT INTO notification (id, staff_id, kind, thing) VALUES ($1, $2, 'duty-due', 'duty:1')`,
      [uuid(), rep.staffId],
    );
    await told;
  });

  it('tells who looks at a complaint that it changed, and nobody else', async () => {
    const contactId = await aContact(test.database, { departmentId: billing, endedAt: new Date() });
    const complaintId = await aComplaint(test.database, contactId);
    const head = await aSignIn(test.database, { role: 'head', unitId: billing });
    const socket = connect(head.cookie);
    const watch = (who: Socket, id: string | null) =>
      who.timeout(5000).emitWithAck('complaint.watch', id === null ? null : { id }) as Promise<{ code: string }>;
    expect(await watch(socket, complaintId)).toEqual({ code: 'ok' });
    const stranger = connect((await aSignIn(test.database, { role: 'head', unitId: delivery })).cookie);
    expect(await watch(stranger, complaintId)).toEqual({ code: 'not-found' });
    const overheard: unknown[] = [];
    stranger.on('complaint.changed', (body) => overheard.push(body));
    const revise = () =>
      test.database.change('UPDATE complaint SET revision = revision + 1 WHERE id = $1', [complaintId]);
    const told = message<{ id: string }>(socket, 'complaint.changed');
    await revise();
    expect(await told).toEqual({ id: complaintId });
    const noted = message<{ id: string }>(socket, 'complaint.changed');
    await test.database.change(
      `INSERT INTO complaint_note (id, complaint_id, kind, text, at) VALUES ($1, $2, 'internal', 'x', now())`,
      [uuid(), complaintId],
    );
    expect(await noted).toEqual({ id: complaintId });
    expect(await watch(socket, null)).toEqual({ code: 'ok' });
    expect(overheard).toEqual([]);
  });

  it('tells who looks at a campaign that an exam, a candidate or itself changed, and nobody else', async () => {
    const team = await aTeam(test.database, billing);
    const [rep, head] = [
      await aStaff(test.database, { teamId: team }),
      await aSignIn(test.database, { role: 'head', unitId: billing }),
    ];
    const id = await aRunningCampaign(test.database, { departmentId: billing, teamId: team, candidateIds: [rep] });
    const socket = connect(head.cookie);
    const stranger = connect((await aSignIn(test.database, { role: 'head', unitId: delivery })).cookie);
    const watch = (who: Socket) => who.timeout(5000).emitWithAck('campaign.watch', { id }) as Promise<{ code: string }>;
    expect([await watch(socket), await watch(stranger)]).toEqual([{ code: 'ok' }, { code: 'not-found' }]);
    const overheard = jest.fn();
    stranger.on('campaign.changed', overheard);
    const changes = [
      () => anExam(test.database, { campaignId: id, staffId: rep, assessorId: head.staffId }),
      () => test.database.change(`UPDATE exam SET state = 'absent' WHERE campaign_id = $1`, [id]),
      () => test.database.change('UPDATE candidate SET revision = revision + 1 WHERE campaign_id = $1', [id]),
      () => test.database.change('UPDATE campaign SET revision = revision + 1 WHERE id = $1', [id]),
    ];
    for (const change of changes) {
      const told = message<{ id: string }>(socket, 'campaign.changed');
      await change();
      expect(await told).toEqual({ id });
    }
    expect(overheard).not.toHaveBeenCalled();
  });
});
