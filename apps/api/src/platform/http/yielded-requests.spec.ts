import { Logger } from '@nestjs/common';
import { anOrganisation, aSignIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a request whose transaction was given up for another', () => {
  let test: TestApp;
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  afterAll(async () => {
    warned.mockRestore();
    await test.close();
  });

  it.each(['40P01', '40001'])('is to be sent again, and has changed nothing (%s)', async (code) => {
    const admin = await aSignIn(test.database, { role: 'admin' });
    await test.database.change(`CREATE OR REPLACE FUNCTION yield() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'given up' USING ERRCODE = '${code}'; END $$`);
    await test.database.change(
      'CREATE OR REPLACE TRIGGER yield AFTER INSERT ON department FOR EACH ROW EXECUTE FUNCTION yield()',
    );
    // No operation's own answer, so the document leaves it out.
    const make = () =>
      fetch(`${test.url}/api/organisation/departments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forecall': 'console', Cookie: admin.cookie },
        body: JSON.stringify({ name: `Of ${code}` }),
      });
    const refused = await make();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ code: 'unavailable' });
    await test.database.change('DROP TRIGGER yield ON department');
    expect((await make()).status).toBe(201);
  });
});
