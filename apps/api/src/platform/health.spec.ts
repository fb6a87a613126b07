import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('GET /api/health', () => {
  let test: TestApp;
  beforeAll(async () => (test = await createTestApp()));
  afterAll(() => test.close());

  it('answers without a sign-in as long as the database does', async () => {
    await test.http.get('/api/health').expect(200, { status: 'ok' });
  });

  it('answers an unknown path with problem details', async () => {
    const { body } = await test.http.get('/api/nothing-here').expect(404);
    expect(body).toMatchObject({ status: 404, code: 'not-found' });
  });
});
