import type { OpenAPIObject } from '@nestjs/swagger';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { Entrances } from '../access/entrances.js';

describe("the API's document", () => {
  let test: TestApp;
  let document: OpenAPIObject;
  beforeAll(async () => {
    test = await createTestApp();
    document = (await test.http.get('/api/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(() => test.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, { responses: Record<string, object>; security?: object[] }>).map(
        ([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation }),
      ),
    );

  it('has every route, each with an answer for when it goes well', () => {
    const routes = test.app
      .get(Entrances)
      .list()
      .filter(({ kind }) => kind === 'route')
      .map(({ name }) => name.replaceAll(/:(\w+)/g, '{$1}'));
    expect(
      operations()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(routes.toSorted());
    const without = operations().filter(({ responses }) => !Object.keys(responses).some((status) => /^2/.test(status)));
    expect(without).toEqual([]);
  });

  it('says what each needs: a session, a token with which scope, or nothing', () => {
    const securityOf = (name: string) => operations().find((operation) => operation.name === name)?.security;
    expect(securityOf('GET /api/health')).toBeUndefined();
    expect(securityOf('GET /api/users')).toEqual([{ session: [] }]);
    expect(securityOf('GET /api/organisation')).toEqual([{ session: [] }, { token: ['organisation:read'] }]);
  });

  it('holds no reference into the void', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    const schemas = document.components?.schemas ?? {};
    expect(references.map(([, name]) => name!).filter((name) => !(name in schemas))).toEqual([]);
  });

  it('is shown as a page whose parts all come from here', async () => {
    const { text, headers } = await test.http.get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const parts = [...text.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, part]) => part!);
    expect(parts).toEqual(expect.arrayContaining([expect.stringContaining('swagger-ui-bundle.js')]));
    for (const part of parts) {
      const address = new URL(part, `${test.url}/api/docs`);
      expect(address.origin).toBe(test.url);
      await test.http.get(address.pathname).expect(200);
    }
  });
});
