import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MadeToken, UserFile } from '@forecall/contracts';
import { io, type Socket } from 'socket.io-client';
import { createApp } from '../app.js';
import { readConfig } from '../platform/config/config.js';
import { anOrganisation } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { aUser, type User } from '../testing/users.js';

/** Two processes beside one database: what ends at one has ended at the other. */
describe('access that ends at one process', () => {
  let one: TestApp;
  let other: NestFastifyApplication;
  let otherUrl: string;
  let admin: User;
  let person: User;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    one = await createTestApp();
    const { url } = one.database.dataSource.options as { url?: string };
    other = await createApp(readConfig({ DATABASE_URL: url, PORT: '0' }));
    await other.listen(0, '127.0.0.1');
    otherUrl = await other.getUrl();
    await anOrganisation(one.database);
    admin = await aUser(one.database, { role: 'admin' });
  });
  beforeEach(async () => (person = await aUser(one.database, { role: 'executive' })));
  afterEach(() => sockets.splice(0).forEach((socket) => socket.close()));
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  /** A socket at the other process, as soon as it is let in; resolves again when it is closed there. */
  async function socketAtOther(cookie: string): Promise<{ closed: Promise<string> }> {
    const socket = io(otherUrl, {
      ...{ path: '/api/live', transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { cookie },
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return { closed: new Promise((resolve) => socket.once('disconnect', resolve)) };
  }
  const statusAtOther = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${otherUrl}${path}`, { headers })).status;
  const asAdmin = (path: string, body: object = {}) =>
    one.http.post(`/api${path}`).set('Cookie', admin.cookie).send(body);

  const acts: [string, () => Promise<unknown>, number][] = [
    ['signing out', () => one.http.delete('/api/session').set('Cookie', person.cookie).expect(204), 401],
    ['being disabled', () => asAdmin(`/users/${person.signInId}/disable`).expect(200), 401],
    ['being signed out by an administrator', () => asAdmin(`/users/${person.signInId}/sign-out`).expect(200), 401],
    ['losing the role', () => loseRole(), 403],
  ];

  async function loseRole(): Promise<void> {
    const { body } = await one.http.get(`/api/users/${person.signInId}`).set('Cookie', admin.cookie).expect(200);
    const [role] = (body as UserFile).roles;
    await asAdmin(`/users/${person.signInId}/roles/${role!.id}/end`).expect(200);
  }

  it.each(acts)('by %s has ended at the other, for requests and sockets', async (_, act, status) => {
    const { closed } = await socketAtOther(person.cookie);
    expect(await statusAtOther('/api/board', { cookie: person.cookie })).toBe(200);
    await act();
    expect(await statusAtOther('/api/board', { cookie: person.cookie })).toBe(status);
    expect(await closed).toBe('io server disconnect');
  });

  it('by revoking a token has ended at the other', async () => {
    const scopes = ['organisation:read'];
    const { body } = await asAdmin('/tokens', { name: 'x', signInId: person.signInId, scopes, days: 1 }).expect(201);
    const { secret, token } = body as MadeToken;
    const headers = { authorization: `Bearer ${secret}` };
    expect(await statusAtOther('/api/organisation', headers)).toBe(200);
    await asAdmin(`/tokens/${token.id}/revoke`).expect(200);
    expect(await statusAtOther('/api/organisation', headers)).toBe(401);
  });
});
