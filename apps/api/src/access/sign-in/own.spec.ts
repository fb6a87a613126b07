import type { OwnSession, OwnSessions } from '@forecall/contracts';
import { aSession, anOrganisation } from '../../testing/builders.js';
import { aUser, password, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('what everybody may change about the own sign-in', () => {
  let test: TestApp;
  let person: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  beforeEach(async () => {
    await test.database.change('DELETE FROM rate_limit');
    person = await aUser(test.database);
  });
  afterAll(() => test.close());

  const me = (cookie: string) => test.http.get('/api/session').set('Cookie', cookie);
  const sessions = async (cookie: string): Promise<OwnSession[]> =>
    ((await test.http.get('/api/session/own').set('Cookie', cookie).expect(200)).body as OwnSessions).sessions;
  const currentOf = (list: OwnSession[]) => list.filter(({ current }) => current).map(({ id }) => id);
  const change = (currentPassword: string, newPassword: string, cookie = person.cookie) =>
    test.http.put('/api/session/password').set('Cookie', cookie).send({ currentPassword, newPassword });

  it('lists the own open sessions, the asking one marked', async () => {
    const old = await aSession(test.database, person.signInId);
    const oldHash = `(SELECT token_sha256 FROM session WHERE sign_in_id = $1 ORDER BY started_at DESC LIMIT 1)`;
    await test.database.change(
      `UPDATE session SET expires_at = now(), user_agent = 'old' WHERE token_sha256 = ${oldHash}`,
      [person.signInId],
    );
    await aUser(test.database);
    await me(old).expect(401);
    const second = await aSession(test.database, person.signInId);
    const seen = await sessions(person.cookie);
    expect(seen).toHaveLength(2);
    expect(currentOf(seen)).toHaveLength(1);
    const theOther = currentOf(await sessions(second));
    expect(seen.filter(({ current }) => !current).map(({ id }) => id)).toEqual(theOther);
  });

  it('ends one of the own sessions', async () => {
    const second = await aSession(test.database, person.signInId);
    const [mine] = currentOf(await sessions(second));
    await test.http.delete(`/api/session/own/${mine}`).set('Cookie', person.cookie).expect(204);
    await me(second).expect(401);
    await me(person.cookie).expect(200);
    await test.http.delete(`/api/session/own/${mine}`).set('Cookie', person.cookie).expect(404);
  });

  it("does not end another person's, nor say that it is there", async () => {
    const other = await aUser(test.database);
    const [id] = currentOf(await sessions(other.cookie));
    const refused = await test.http.delete(`/api/session/own/${id}`).set('Cookie', person.cookie).expect(404);
    const absent = await test.http.delete('/api/session/own/0123456789abcdef').set('Cookie', person.cookie).expect(404);
    expect(refused.body).toEqual(absent.body);
    await me(other.cookie).expect(200);
    await test.http.delete('/api/session/own/%25').set('Cookie', person.cookie).expect(400);
  });

  it('changes the password, which ends the other sessions and no one else', async () => {
    const [second, other] = [await aSession(test.database, person.signInId), await aUser(test.database)];
    await change(password, 'a new long password').expect(204);
    const kept = await test.database.first<{ argon2id: string }>('SELECT argon2id FROM sign_in WHERE id = $1', [
      person.signInId,
    ]);
    expect(kept!.argon2id).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await me(person.cookie).expect(200);
    await me(second).expect(401);
    await me(other.cookie).expect(200);
    const signIn = (tried: string) => test.http.post('/api/session').send({ login: person.email, password: tried });
    await signIn(password).expect(401);
    await signIn('a new long password').expect(200);
  });

  it('asks for the current password, and counts wrong ones as tries to sign in', async () => {
    const { body } = await change('not the password', 'a new long password').expect(400);
    expect(body).toMatchObject({ code: 'password-wrong', values: { triesLeft: 4 } });
    for (let n = 0; n < 3; n += 1) await change('not the password', 'a new long password').expect(400);
    await change('not the password', 'a new long password').expect(429);
    await change(password, 'a new long password').expect(429);
    await me(person.cookie).expect(200);
  });

  it('refuses a password that is short or the same', async () => {
    await change(password, 'short').expect(400);
    expect((await change(password, password).expect(400)).body.code).toBe('new-password-same');
  });

  it('remembers the language', async () => {
    for (const locale of ['zh', 'en', null]) {
      await test.http.put('/api/session/locale').set('Cookie', person.cookie).send({ locale }).expect(204);
      expect((await me(person.cookie)).body.locale).toBe(locale);
    }
    await test.http.put('/api/session/locale').set('Cookie', person.cookie).send({ locale: 'fr' }).expect(400);
  });
});
