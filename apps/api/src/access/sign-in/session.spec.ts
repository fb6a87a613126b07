import { aSession, anOrganisation } from '../../testing/builders.js';
import { aUser, password } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a session', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  afterAll(() => test.close());

  const signIn = (login: string) => test.http.post('/api/session').send({ login, password });
  const me = (cookie: string) => test.http.get('/api/session').set('Cookie', cookie);
  const cookieOf = (headers: Record<string, string>) => (headers['set-cookie'] as unknown as string[])[0]!;

  it('opens by e-mail and says who is signed in', async () => {
    await aUser(test.database, { email: 'lin.yue@beichen.test' });
    const { body, headers } = await signIn('lin.yue@beichen.test').expect(200);
    expect(body).toMatchObject({
      name: 'Lin Yue',
      email: 'lin.yue@beichen.test',
      grants: [{ role: 'rep', unit: 'self', unitId: null, unitName: null, unitNameZh: null }],
      organisation: { name: 'Beichen Systems', zone: 'Asia/Shanghai' },
    });
    const cookie = cookieOf(headers);
    expect(cookie).toMatch(/^forecall_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await me(cookie.split(';')[0]!).expect(200)).body.name).toBe('Lin Yue');
  });

  it('opens by staff number, in whatever case and width it is typed', async () => {
    const { signInId } = await aUser(test.database, { number: 'Kf-1042' });
    for (const login of ['Kf-1042', ' kf-1042 ', 'KF-1042', 'ＫＦ－１０４２'])
      expect((await signIn(login).expect(200)).body.signInId).toBe(signInId);
  });

  it('is refused without a cookie, with an empty one and with one of the right form', async () => {
    for (const cookie of ['', 'forecall_session=', 'forecall_session=%00', `forecall_session=${'A'.repeat(43)}`]) {
      expect((await me(cookie).expect(401)).body.code).toBe('signed-out');
    }
  });

  it('is kept as a hash: who reads the table cannot use it', async () => {
    const { cookie, signInId } = await aUser(test.database);
    const row = await test.database.first<{ hash: string }>(
      `SELECT encode(token_sha256, 'hex') AS hash FROM session WHERE sign_in_id = $1`,
      [signInId],
    );
    await me(`forecall_session=${row!.hash}`).expect(401);
    await me(`forecall_session=${Buffer.from(row!.hash, 'hex').toString('base64url')}`).expect(401);
    await me(cookie).expect(200);
  });

  it('ends by signing out, at once', async () => {
    const { cookie } = await aUser(test.database);
    const { headers } = await test.http.delete('/api/session').set('Cookie', cookie).expect(204);
    expect(cookieOf(headers)).toMatch(/^forecall_session=; .*Expires=Thu, 01 Jan 1970/);
    await me(cookie).expect(401);
  });

  it('ends the one before it in the same browser when somebody signs in, and no other', async () => {
    const { signInId, cookie, email } = await aUser(test.database);
    const elsewhere = await aSession(test.database, signInId);
    await signIn(email).set('Cookie', cookie).expect(200);
    await me(cookie).expect(401);
    await me(elsewhere).expect(200);
  });

  it.each([
    ['12 hours without use', `last_used_at = now() - interval '12 hours 1 second'`, 401],
    ['less than 12 hours without use', `last_used_at = now() - interval '11 hours 59 minutes'`, 200],
    ['its last day', 'expires_at = now()', 401],
  ])('after %s answers %s', async (_, set, status) => {
    const { cookie, signInId } = await aUser(test.database);
    await test.database.change(`UPDATE session SET ${set} WHERE sign_in_id = $1`, [signInId]);
    await me(cookie).expect(status);
  });

  it('notes its last use at most once a minute', async () => {
    const { cookie, signInId } = await aUser(test.database);
    const lastUse = async () =>
      (await test.database.first<{ at: Date }>('SELECT last_used_at AS at FROM session WHERE sign_in_id = $1', [
        signInId,
      ]))!.at.getTime();
    const setBack = (seconds: number) =>
      test.database.change(`UPDATE session SET last_used_at = now() - $2 * interval '1 second' WHERE sign_in_id = $1`, [
        signInId,
        seconds,
      ]);
    await setBack(59);
    const before = await lastUse();
    await me(cookie).expect(200);
    expect(await lastUse()).toBe(before);
    await setBack(61);
    await me(cookie).expect(200);
    expect(await lastUse()).toBeGreaterThan(before);
  });

  it('says the roles of this moment', async () => {
    const { cookie, signInId } = await aUser(test.database);
    await test.database.change(
      `UPDATE role_grant SET "from" = now() - interval '2 days', "to" = now() - interval '1 second' WHERE sign_in_id = $1`,
      [signInId],
    );
    expect((await me(cookie).expect(200)).body.grants).toEqual([]);
  });

  it.each([
    ['is disabled', 'UPDATE sign_in SET disabled_at = now() WHERE id = $1', 401],
    ['left the day before yesterday', 'UPDATE staff SET left_on = current_date - 2 WHERE id = $2', 401],
    ['leaves tomorrow', 'UPDATE staff SET left_on = current_date + 1 WHERE id = $2', 200],
  ])('answers somebody who %s by %s', async (_, act, status) => {
    const { cookie, signInId, staffId } = await aUser(test.database);
    await test.database.change(act.includes('$2') ? act.replace('$2', '$1') : act, [
      act.includes('$2') ? staffId : signInId,
    ]);
    await me(cookie).expect(status);
  });

  it('keeps no more than fifty of one sign-in, the latest used', async () => {
    const { signInId, email, cookie } = await aUser(test.database);
    await test.database.change(`UPDATE session SET last_used_at = now() - interval '1 hour' WHERE sign_in_id = $1`, [
      signInId,
    ]);
    await Promise.all(Array.from({ length: 49 }, () => aSession(test.database, signInId)));
    await signIn(email).expect(200);
    const row = await test.database.first<{ n: number }>(
      'SELECT count(*)::int AS n FROM session WHERE sign_in_id = $1',
      [signInId],
    );
    expect(row!.n).toBe(50);
    await me(cookie).expect(401);
  });

  it('sends its cookie over https only where people come by https', async () => {
    const secure = await createTestApp({ PUBLIC_URL: 'https://desk.beichen.test' });
    const { email } = await aUser(secure.database);
    const { headers } = await secure.http.post('/api/session').send({ login: email, password }).expect(200);
    expect(cookieOf(headers)).toContain('; Secure;');
    await secure.close();
  });

  it('is no matter for caches', async () => {
    const { cookie } = await aUser(test.database);
    expect((await me(cookie).expect(200)).headers['cache-control']).toBe('no-store');
  });
});
