import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('requests that nobody can read', () => {
  let test: TestApp;
  let admin: SignedIn;
  let executive: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const codeOf = async (path: string, who: SignedIn) =>
    ((await test.http.get(path).set('Cookie', who.cookie).expect(400)).body as { code: string }).code;

  it.each(['/api/organisation/staff?search=%00', '/api/users?search=%00', '/api/audit?entityId=%00'])(
    '%s is refused for its nul',
    async (path) => {
      expect(await codeOf(path, admin)).toBe('invalid');
    },
  );

  it.each(['offered', 'offered/receipt', 'offered/receipt.csv'])(
    'figures/%s is refused for a nul in its scope',
    async (path) => {
      expect(await codeOf(`/api/figures/${path}?from=2026-11-20&to=2026-11-24&scope=attribute:a:%00`, executive)).toBe(
        'invalid',
      );
    },
  );

  it.each(['score:NaN', 'team:x'])('an export with the scope %s is refused in words, before any row', async (scope) => {
    const { body } = await test.http
      .get(`/api/figures/offered/receipt.csv?from=2026-11-20&to=2026-11-24&scope=${scope}`)
      .set('Cookie', executive.cookie)
      .set('Accept-Encoding', 'gzip')
      .expect(400);
    expect(body).toMatchObject({ status: 400 });
  });

  it.each(['/api/contacts', '/api/complaints'])('%s refuses a moment before our calendar', async (path) => {
    expect(await codeOf(`${path}?from=0000-01-01T00:00:00%2B23:59`, executive)).toBe('invalid');
  });

  it.each(['9999-12-31', '0001-01-01'])('the organisation is not asked on %s', async (day) => {
    expect(await codeOf(`/api/organisation?on=${day}`, admin)).toBe('invalid');
  });

  it('a body without end is refused', async () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const reply = await test.http
      .post('/api/accounts')
      .set('Cookie', admin.cookie)
      .set('Idempotency-Key', 'deep')
      .set('Content-Type', 'application/json')
      .send(deep)
      .expect(400);
    expect(reply.body).toMatchObject({ code: 'invalid' });
  });
});
