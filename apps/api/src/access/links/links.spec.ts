import type { LinkPurpose } from '@forecall/contracts';
import { aSession, anOrganisation } from '../../testing/builders.js';
import { aUser, password, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { LinksService } from './links.service.js';

const chosen = 'chosen by the link';

describe('a one-time link', () => {
  let test: TestApp;
  let person: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  beforeEach(async () => {
    await test.database.change('DELETE FROM rate_limit');
    person = await aUser(test.database, { name: 'Zhao Min' });
  });
  afterAll(() => test.close());

  const aLink = async (purpose: LinkPurpose = 'reset', { signInId } = person) => {
    const { address } = await test.app.get(LinksService).make(test.database, purpose, signInId, test.url);
    expect(address).toMatch(new RegExp(`^${test.url}/link/[\\w-]{43}$`));
    return address.slice(-43);
  };
  const look = (token: string) => test.http.get(`/api/links/${token}`);
  const redeem = (token: string, body: object = { password: chosen }) =>
    test.http.post(`/api/links/${token}`).send(body);
  const signIn = (tried: string) => test.http.post('/api/session').send({ login: person.email, password: tried });

  it('says what it is for, then lets choose a password and signs in', async () => {
    const token = await aLink('invitation');
    const { body } = await look(token).expect(200);
    expect(body).toMatchObject({ purpose: 'invitation', name: 'Zhao Min', email: person.email, zone: 'Asia/Shanghai' });
    const { body: me, headers } = await redeem(token, { password: chosen, locale: 'zh' }).expect(200);
    expect(me).toMatchObject({ name: 'Zhao Min', locale: 'zh' });
    const cookie = (headers['set-cookie'] as unknown as string[])[0]!;
    expect(cookie).toContain('HttpOnly; SameSite=Lax');
    await test.http.get('/api/session').set('Cookie', cookie.split(';')[0]!).expect(200);
    await signIn(password).expect(401);
    await signIn(chosen).expect(200);
  });

  it('ends the sessions that were open under the old password', async () => {
    const second = await aSession(test.database, person.signInId);
    await redeem(await aLink()).expect(200);
    for (const cookie of [person.cookie, second]) await test.http.get('/api/session').set('Cookie', cookie).expect(401);
  });

  it('ends the pause after wrong tries', async () => {
    for (let n = 0; n < 5; n += 1) await signIn('not the password');
    await signIn(password).expect(429);
    await redeem(await aLink()).expect(200);
    await signIn(chosen).expect(200);
  });

  it('is used once: a replay is refused and changes nothing', async () => {
    const token = await aLink();
    await redeem(token).expect(200);
    expect((await redeem(token, { password: 'somebody else did' }).expect(410)).body.code).toBe('link-used');
    expect((await look(token).expect(410)).body.code).toBe('link-used');
    await signIn(chosen).expect(200);
  });

  it('is used once by ten at the same time', async () => {
    const token = await aLink();
    const tries = Array.from({ length: 10 }, (_, n) => redeem(token, { password: `password number ${n}` }));
    const replies = await Promise.all(tries.map((tried) => tried.then(({ status }) => status)));
    expect(replies.filter((status) => status === 200)).toHaveLength(1);
    expect(replies.filter((status) => status === 410)).toHaveLength(9);
    const winner = replies.indexOf(200);
    await signIn(`password number ${winner}`).expect(200);
  });

  it('is over when its time is', async () => {
    const token = await aLink();
    await test.database.change('UPDATE one_time_link SET expires_at = now() WHERE sign_in_id = $1', [person.signInId]);
    expect((await look(token).expect(410)).body.code).toBe('link-expired');
    await redeem(token).expect(410);
    await signIn(password).expect(200);
  });

  it.each([
    ['invitation', 168],
    ['reset', 24],
  ] as const)('of an %s is good for %i hours', async (purpose, hours) => {
    await aLink(purpose);
    const row = await test.database.first<{ hours: number }>(
      `SELECT (extract(epoch FROM expires_at - created_at) / 3600)::int AS hours FROM one_time_link WHERE sign_in_id = $1`,
      [person.signInId],
    );
    expect(row).toEqual({ hours });
  });

  it('is replaced by a newer one of the same person, and of nobody else', async () => {
    const other = await aUser(test.database);
    const [old, others] = [await aLink(), await aLink('reset', other)];
    const newer = await aLink();
    expect((await look(old).expect(404)).body.code).toBe('link-unknown');
    await look(newer).expect(200);
    await look(others).expect(200);
  });

  it('does not bring back somebody disabled', async () => {
    const token = await aLink();
    await test.database.change('UPDATE sign_in SET disabled_at = now() WHERE id = $1', [person.signInId]);
    await look(token).expect(410);
    await redeem(token).expect(410);
  });

  it('is kept as a hash: who reads the table cannot use it', async () => {
    await aLink();
    const row = await test.database.first<{ hash: Buffer }>(
      'SELECT token_sha256 AS hash FROM one_time_link WHERE sign_in_id = $1',
      [person.signInId],
    );
    await look(row!.hash.toString('base64url')).expect(404);
  });

  it('that nobody made is not there, and guesses from one address are limited', async () => {
    await look('A'.repeat(43)).expect(404);
    await look('A'.repeat(42)).expect(400);
    await redeem('A'.repeat(43)).expect(404);
    await test.database.change(`UPDATE rate_limit SET points = 200 WHERE key LIKE 'address:%'`);
    expect((await look('A'.repeat(43)).expect(429)).body.code).toBe('too-many-tries');
  });

  it('asks for a password of twelve characters', async () => {
    const token = await aLink();
    await redeem(token, { password: 'eleven char' }).expect(400);
    await redeem(token, {}).expect(400);
    await look(token).expect(200);
  });

  it('points where people come in', async () => {
    const open = await createTestApp({ PUBLIC_URL: 'https://desk.beichen.test' });
    const { signInId } = await aUser(open.database);
    const link = await open.app.get(LinksService).make(open.database, 'reset', signInId, 'http://10.0.0.7:3000');
    expect(link.address).toMatch(/^https:\/\/desk\.beichen\.test\/link\/[\w-]{43}$/);
    await open.close();
  });
});
