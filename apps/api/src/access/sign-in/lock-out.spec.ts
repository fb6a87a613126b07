import { anOrganisation } from '../../testing/builders.js';
import { aUser, password } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('wrong tries to sign in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  const tryAs = (login: string, tried = 'not the password') =>
    test.http.post('/api/session').send({ login, password: tried });
  /** Lets all that is counted be this much older. */
  const wait = (minutes: number) =>
    test.database.change('UPDATE rate_limit SET expire = expire - $1', [minutes * 60_000]);

  it('are told how many are left, and end in a pause of 15 minutes', async () => {
    const { email } = await aUser(test.database);
    for (const triesLeft of [4, 3, 2, 1]) {
      const { body } = await tryAs(email).expect(401);
      expect(body).toMatchObject({ code: 'sign-in-failed', values: { triesLeft } });
    }
    const fifth = await tryAs(email).expect(429);
    expect(fifth.body).toMatchObject({ code: 'locked-out', values: { minutes: 15 } });
    const right = await tryAs(email, password).expect(429);
    expect(right.body.code).toBe('locked-out');
  });

  it('are forgiven after the pause', async () => {
    const { email } = await aUser(test.database);
    for (let n = 0; n < 5; n += 1) await tryAs(email);
    await wait(14);
    expect((await tryAs(email, password).expect(429)).body.values).toEqual({ minutes: 1 });
    await wait(1.1);
    await tryAs(email, password).expect(200);
  });

  it('are forgotten by a right one', async () => {
    const { email } = await aUser(test.database);
    for (let n = 0; n < 4; n += 1) await tryAs(email).expect(401);
    await tryAs(email, password).expect(200);
    expect((await tryAs(email).expect(401)).body.values).toEqual({ triesLeft: 4 });
  });

  it('count together however the login is written', async () => {
    const { email, number } = await aUser(test.database, { email: 'wang.fang@beichen.test', number: 'Q-9' });
    await tryAs(email).expect(401);
    await tryAs(` ${email.toUpperCase()}\t`).expect(401);
    await tryAs(number).expect(401);
    await tryAs('ｑ-9').expect(401);
    await tryAs('q-9').expect(429);
    await tryAs(email, password).expect(429);
  });

  it('at the same time are no way round: five are looked at, not more', async () => {
    const { email } = await aUser(test.database);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => tryAs(email).then(({ status }) => status)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(16);
  });

  it('for nobody are answered exactly as for somebody', async () => {
    const { email } = await aUser(test.database);
    for (let n = 0; n < 6; n += 1) {
      const [known, unknown] = [await tryAs(email), await tryAs('nobody@beichen.test')];
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    }
  });

  it('for somebody disabled, or who has no password yet, look like any other', async () => {
    const [disabled, invited] = [await aUser(test.database), await aUser(test.database)];
    await test.database.change('UPDATE sign_in SET disabled_at = now() WHERE id = $1', [disabled.signInId]);
    await test.database.change('UPDATE sign_in SET argon2id = NULL WHERE id = $1', [invited.signInId]);
    for (const { email } of [disabled, invited])
      expect((await tryAs(email, password).expect(401)).body).toMatchObject({ values: { triesLeft: 4 } });
  });

  it('of one person leave others alone', async () => {
    const [one, other] = [await aUser(test.database), await aUser(test.database)];
    for (let n = 0; n < 5; n += 1) await tryAs(one.email);
    await tryAs(other.email, password).expect(200);
  });

  it('from one address are limited over all logins, right ones are not', async () => {
    const { email } = await aUser(test.database);
    for (let n = 0; n < 3; n += 1) await tryAs(email, password).expect(200);
    await tryAs('nobody@beichen.test').expect(401);
    const counted = await test.database.rows(`SELECT points FROM rate_limit WHERE key LIKE 'address:%'`);
    expect(counted).toEqual([{ points: 1 }]);
    await test.database.change(`UPDATE rate_limit SET points = 200 WHERE key LIKE 'address:%'`);
    expect((await tryAs(email, password).expect(429)).body.code).toBe('too-many-tries');
  });

  it('come from the address that the proxy before us saw, whatever the client says', async () => {
    const open = await createTestApp({ PUBLIC_URL: 'https://desk.beichen.test' });
    const addresses = async (forwarded: string, app: TestApp) => {
      await app.http.post('/api/session').set('X-Forwarded-For', forwarded).send({ login: 'x', password: 'x' });
      const rows = await app.database.rows<{ key: string }>(`SELECT key FROM rate_limit WHERE key LIKE 'address:%'`);
      return rows.map(({ key }) => key);
    };
    expect(await addresses('198.51.100.7, 203.0.113.9', open)).toEqual(['address:203.0.113.9']);
    expect(await addresses('198.51.100.7', test)).toEqual(['address:127.0.0.1']);
    await open.close();
  });

  it.each([
    [{ login: '', password: 'x' }],
    [{ login: 'a' }],
    [{ login: 'a', password: 'x'.repeat(257) }],
    [{ login: 'a', password: 'x', role: 'admin' }],
    [{ login: { $ne: null }, password: 'x' }],
    [['a']],
  ])('that are no sign-in at all are refused: %j', async (body) => {
    await test.http.post('/api/session').send(body).expect(400);
  });
});
