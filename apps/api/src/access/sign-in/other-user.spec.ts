import { anOrganisation } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { aUser, type User } from '../../testing/users.js';

/** The browser has one cookie: a page left open still writes for the user before, while another has signed in. */
describe('a write that was made under another user', () => {
  let test: TestApp;
  let [before, now]: User[] = [];
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    [before, now] = [await aUser(test.database), await aUser(test.database)];
  });
  afterAll(() => test.close());

  const setLocale = (madeBy: User) =>
    test.http
      .put('/api/session/locale')
      .set('Cookie', now!.cookie)
      .set('X-Forecall-User', madeBy.signInId)
      .send({ locale: 'zh' });

  it('is refused, and changes nothing', async () => {
    expect((await setLocale(before!).expect(403)).body).toMatchObject({ code: 'other-user' });
    expect(await test.database.rows('SELECT locale FROM sign_in WHERE id = $1', [now!.signInId])).toEqual([
      { locale: null },
    ]);
  });

  it('is taken under their own', async () => {
    await setLocale(now!).expect(204);
  });
});
