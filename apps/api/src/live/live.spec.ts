import type { Beat } from '@forecall/contracts';
import { randomBytes } from 'node:crypto';
import type { BoardSnapshot, StreamEntry } from '@forecall/contracts';
import type { Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { sha256 } from '../platform/access/secret.js';
import { anAccount, aDepartment, anOrganisation, aSignIn, aTeam, type SignedIn } from '../testing/builders.js';
import { type LiveClients, liveClients, message } from '../testing/live-clients.js';
import { aComplaint, aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('the live path', () => {
  let test: TestApp;
  let billing: string;
  let delivery: string;
  let executive: SignedIn;
  let clients: LiveClients;

  beforeAll(async () => {
    test = await createTestApp();
    clients = liveClients(test.url);
    await anOrganisation(test.database);
    billing = await aDepartment(test.database, { name: 'Billing' });
    delivery = await aDepartment(test.database, { name: 'Delivery' });
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterEach(() => clients.closeAll());
  afterAll(() => test.close());

  const connect = (...asked: Parameters<LiveClients['connect']>) => clients.connect(...asked);

  const refusal = (socket: Socket): Promise<string> =>
    new Promise((resolve) => socket.on('connect_error', ({ message: why }) => resolve(why)));
  const gone = (socket: Socket): Promise<string> => new Promise((resolve) => socket.on('disconnect', resolve));

  it('beats to whoever is signed in, and says that an import is moving figures', async () => {
    const rep = await aSignIn(test.database, { role: 'rep' });
    const socket = connect(rep.cookie);
    let beat = await message<Beat>(socket, 'beat');
    expect(Math.abs(Date.parse(beat.serverTime) - Date.now())).toBeLessThan(60_000);
    expect(beat.moving).toBeNull();
    await test.database.change(
      `INSERT INTO import_batch (id, file_name, file_sha256, state) VALUES (gen_random_uuid(), 'a.csv', '', 'undoing')`,
    );
    while (!beat.moving) beat = await message<Beat>(socket, 'beat');
    expect(beat.moving).toBe('undoing');
    await test.database.change('DELETE FROM import_batch');
  });

  it('refuses a socket without a session, with an unknown one, from a foreign page, and under a foreign name', async () => {
    const named = (host: string) => connect(executive.cookie, { headers: { host } });
    expect(await refusal(named('evil.example'))).toMatch(/websocket/);
    await message(named('localhost:3000'), 'beat');
    expect(await refusal(connect(undefined))).toBe('signed-out');
    expect(await refusal(connect(`forecall_session=${randomBytes(32).toString('base64url')}`))).toBe('signed-out');
    expect(await refusal(connect(executive.cookie, { headers: { origin: 'https://elsewhere.example' } }))).toMatch(
      /websocket/,
    );
  });

  it('shows a contact and a complaint on the board that watches, exactly', async () => {
    const socket = connect(executive.cookie);
    const first = message<BoardSnapshot>(socket, 'board', ({ tiles }) => tiles.length === 2);
    expect(await socket.timeout(5000).emitWithAck('board.watch', { window: 'h1', side: 'answerable' })).toEqual({
      code: 'ok',
    });
    expect((await first).tiles.map(({ name }) => name.en)).toEqual(['Billing', 'Delivery']);
    const account = await anAccount(test.database, { name: 'Harbour Bank' });
    const moved = message<BoardSnapshot>(socket, 'board', ({ tiles }) =>
      tiles.some(({ figure }) => figure.numerator === 1 && figure.denominator === 3),
    );
    const arrived = message<StreamEntry>(socket, 'complaint');
    for (let i = 0; i < 2; i += 1) await aContact(test.database, { departmentId: billing, endedAt: new Date() });
    const contactId = await aContact(test.database, { departmentId: billing, accountId: account, endedAt: new Date() });
    await aComplaint(test.database, contactId);
    const { tiles } = await moved;
    expect(tiles.find(({ departmentId }) => departmentId === billing)).toMatchObject({ standing: 'too-few' });
    expect(await arrived).toMatchObject({
      account: { en: 'Harbour Bank' },
      departmentId: billing,
      isWithinScope: true,
      n: 1,
    });
    const { body } = await test.http
      .get('/api/board')
      .query({ window: 'h1' })
      .set('Cookie', executive.cookie)
      .expect(200);
    expect((body as BoardSnapshot).tiles.find(({ departmentId }) => departmentId === billing)?.figure).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it('numbers the stream of a department without a gap, and keeps names of customers within the scope', async () => {
    const head = await aSignIn(test.database, { role: 'head', unitId: delivery });
    const [inScope, outside] = [
      connect(head.cookie),
      connect((await aSignIn(test.database, { role: 'head', unitId: billing })).cookie),
    ];
    await Promise.all([message(inScope, 'beat'), message(outside, 'beat')]);
    const both = Promise.all([inScope, outside].map((socket) => collect(socket, 3)));
    const account = await anAccount(test.database, { name: 'Jinhe Retail' });
    for (let i = 0; i < 3; i += 1) {
      const contactId = await aContact(test.database, {
        departmentId: delivery,
        accountId: account,
        endedAt: new Date(),
      });
      await aComplaint(test.database, contactId);
    }
    const [seen, hidden] = await both;
    expect(seen?.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(seen?.every(({ account: name }) => name?.en === 'Jinhe Retail')).toBe(true);
    expect(
      hidden?.every(
        ({ account: name, number, complaintId }) => name === null && number === null && complaintId === null,
      ),
    ).toBe(true);
  });

  const collect = (socket: Socket, count: number): Promise<StreamEntry[]> =>
    new Promise((resolve) => {
      const entries: StreamEntry[] = [];
      socket.on('complaint', (entry: StreamEntry) => {
        entries.push(entry);
        if (entries.length === count) resolve(entries);
      });
    });

  it('gives a rep neither board nor stream', async () => {
    const rep = await aSignIn(test.database, { role: 'rep' });
    const socket = connect(rep.cookie);
    const heard = jest.fn();
    socket.on('complaint', heard).on('board', heard);
    await message(socket, 'beat');
    expect(await socket.timeout(5000).emitWithAck('board.watch', { window: 'h1' })).toEqual({ code: 'forbidden' });
    const leader = connect(executive.cookie);
    await message(leader, 'beat');
    const told = message(leader, 'complaint');
    await aComplaint(test.database, await aContact(test.database, { departmentId: billing, endedAt: new Date() }));
    await told;
    expect(heard).not.toHaveBeenCalled();
  });

  it('answers a malformed request with its code and keeps the socket', async () => {
    const socket = connect(executive.cookie);
    expect(await socket.timeout(5000).emitWithAck('board.watch', { window: 'a year' })).toEqual({ code: 'invalid' });
    expect(socket.connected).toBe(true);
  });

  it('closes the sockets of a session that ends', async () => {
    const supervisor = await aSignIn(test.database, {
      role: 'supervisor',
      unitId: await aTeam(test.database, billing),
    });
    const socket = connect(supervisor.cookie);
    await message(socket, 'beat');
    const closed = gone(socket);
    await test.http.delete('/api/session').set('Cookie', supervisor.cookie).expect(204);
    expect(await closed).toBe('io server disconnect');
  });

  it('lets a wallboard see its department only, without names, until it is revoked', async () => {
    const token = randomBytes(32).toString('base64url');
    const id = uuid();
    await test.database.change(
      `INSERT INTO wallboard (id, token_sha256, name, department_id, created_by) VALUES ($1, $2, 'Hall', $3, $4)`,
      [id, sha256(token), delivery, executive.signInId],
    );
    const socket = connect(undefined, { auth: { wallboard: token } });
    const first = message<BoardSnapshot>(socket, 'board');
    await socket.timeout(5000).emitWithAck('board.watch', { window: 'today' });
    expect((await first).tiles.map(({ departmentId }) => departmentId)).toEqual([delivery]);
    const entry = message<StreamEntry>(socket, 'complaint');
    const account = await anAccount(test.database);
    await aComplaint(
      test.database,
      await aContact(test.database, { departmentId: delivery, accountId: account, endedAt: new Date() }),
    );
    expect(await entry).toMatchObject({ account: null, complaintId: null });
    const closed = gone(socket);
    await test.database.change('UPDATE wallboard SET revoked_at = now() WHERE id = $1', [id]);
    await closed;
    expect(await refusal(connect(undefined, { auth: { wallboard: token } }))).toBe('signed-out');
  });

  it('goes on after the database dropped every connection', async () => {
    const socket = connect(executive.cookie);
    await socket.timeout(5000).emitWithAck('board.watch', { window: 'm15', side: 'handling' });
    await test.database
      .rows(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      .catch(() => []);
    // Until the dead connections are noticed, a request may be told to come again.
    const again = (): Promise<BoardSnapshot> => snapshotOf('m15').catch(again);
    const before = (await again()).tiles.find(({ departmentId }) => departmentId === billing)?.figure.denominator ?? 0;
    const moved = message<BoardSnapshot>(socket, 'board', ({ tiles }) =>
      tiles.some(({ departmentId, figure }) => departmentId === billing && figure.denominator === before + 1),
    );
    await aContact(test.database, { departmentId: billing, endedAt: new Date() });
    await moved;
  });

  async function snapshotOf(window: string): Promise<BoardSnapshot> {
    const { body } = await test.http
      .get('/api/board')
      .query({ window, side: 'handling' })
      .set('Cookie', executive.cookie)
      .expect(200);
    return body as BoardSnapshot;
  }
});
