import { request } from 'node:http';
import { connect } from 'node:net';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { isOwnHost } from './own-host.js';

describe('requests as no page of ours sends them', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
  });
  afterAll(() => test.close());

  interface Answer {
    readonly status: number | undefined;
    readonly code: unknown;
  }
  const send = (path: string, headers: Record<string, string>, body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const all = { 'x-forecall': 'console', cookie: admin.cookie, ...headers };
      request(`${test.url}${path}`, { method: body ? 'POST' : 'GET', headers: all }, (reply) => {
        let text = '';
        reply.on('data', (part: Buffer) => (text += part.toString()));
        reply.on('end', () =>
          resolve({ status: reply.statusCode, code: text.startsWith('{') && (JSON.parse(text) as Answer).code }),
        );
      })
        .on('error', reject)
        .end(body);
    });

  it('are refused under a foreign name, where nobody has said how we are called', async () => {
    const json = { 'content-type': 'application/json' };
    const path = `/api/users/${admin.signInId}/link`;
    expect(await send(path, { ...json, host: 'evil.example' }, '{}')).toEqual({ status: 421, code: 'foreign-host' });
    expect(await send('/api/session', { host: 'evil.example:80' })).toMatchObject({ status: 421 });
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:1', 'console.localhost'])
      expect((await send('/api/session', { host })).status).toBe(200);
  });

  it.each([
    ['evil.example', { HOST: '127.0.0.1' }, false],
    ['evil.example', { HOST: 'localhost' }, false],
    [undefined, { HOST: '127.0.0.1' }, false],
    ['127.0.0.1.evil.example', { HOST: '127.0.0.1' }, false],
    ['127.1.2.3:80', { HOST: '127.0.0.1' }, true],
    ['desk.example', { HOST: '0.0.0.0' }, true],
    ['desk.example', { HOST: '127.0.0.1', PUBLIC_URL: 'https://desk.example' }, true],
  ])('the host %s with %j is ours: %s', (host, settings, isOurs) => {
    expect(isOwnHost(host, { PUBLIC_URL: undefined, ...settings })).toBe(isOurs);
  });

  it('are refused as forms, but where a route reads them', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = 'name=Sales';
    expect(await send('/api/organisation/departments', form, body)).toEqual({
      status: 415,
      code: 'unsupported-media-type',
    });
    expect((await send('/api/cti/no-such-line', form, 'event=newCall&callId=1&direction=in')).status).toBe(404);
  });

  it('are refused in words when the address is longer than the server reads', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(test.url).port), '127.0.0.1', () =>
        socket.write(`GET /api/users?search=${'x'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
      );
      let all = '';
      socket.on('data', (part) => (all += part.toString()));
      socket.on('end', () => resolve(all));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 431 .*\r\nContent-Type: application\/problem\+json/);
    expect(text).toContain('"code":"too-large"');
  });
});
