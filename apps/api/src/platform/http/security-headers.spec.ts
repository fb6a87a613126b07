import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the headers that protect', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'https://forecall.example' });
  });
  afterAll(() => test.close());

  it('let a page load from here alone, and nobody frame it', async () => {
    const { headers } = await test.http.get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age=31536000') as string,
    });
  });

  it.each([
    ['data', '/api/health', 200],
    ['a refusal', '/api/users', 401],
    ['what is not there', '/missing.js', 404],
  ])('are few on %s', async (_what, path, status) => {
    const { headers } = await test.http.get(path).expect(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers['content-security-policy']).toBeUndefined();
  });
});
