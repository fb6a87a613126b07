import { anOrganisation } from '../../testing/builders.js';
import { aUser, password, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

/** The browser sends the cookie along with what another site's page asks for. */
describe('a change that another site asks for', () => {
  let test: TestApp;
  let person: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    person = await aUser(test.database);
  });
  afterAll(() => test.close());

  const setLocale = () => test.http.put('/api/session/locale').set('Cookie', person.cookie).send({ locale: 'zh' });
  const foreign = { status: 403, code: 'foreign-page' };

  it('is refused without our header, as a form would send it', async () => {
    expect((await setLocale().unset('X-Forecall').expect(403)).body).toMatchObject(foreign);
    expect((await setLocale().set('X-Forecall', 'yes').expect(403)).body).toMatchObject(foreign);
  });

  it.each(['https://evil.test', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost:99999', 'x'])(
    'is refused from the Origin %s, header or not',
    async (origin) => {
      expect((await setLocale().set('Origin', origin).expect(403)).body).toMatchObject(foreign);
    },
  );

  it('is taken from our own pages, and from programs that name no Origin', async () => {
    await setLocale().set('Origin', test.url).expect(204);
    await setLocale().expect(204);
  });

  it('is refused for signing in too: nobody is signed in unawares', async () => {
    const body = { login: person.email, password };
    await test.http.post('/api/session').set('Origin', 'https://evil.test').send(body).expect(403);
    await test.http.post('/api/session').unset('X-Forecall').send(body).expect(403);
  });

  it('is not allowed by any answer to a preflight', async () => {
    const reply = await fetch(`${test.url}/api/session/locale`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.test', 'Access-Control-Request-Method': 'PUT' },
    });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is measured by PUBLIC_URL where that is set, not by the Host that was sent', async () => {
    const open = await createTestApp({ PUBLIC_URL: 'https://desk.beichen.test' });
    const { cookie } = await aUser(open.database);
    const end = (origin: string, host: string) =>
      open.http.delete('/api/session').set('Cookie', cookie).set('Origin', origin).set('Host', host);
    await end('https://evil.test', 'evil.test').expect(403);
    await end('http://desk.beichen.test', 'desk.beichen.test').expect(403);
    await end('https://desk.beichen.test', 'desk.beichen.test').expect(204);
    await open.close();
  });
});
