import type { MadeToken, TokenPage } from '@forecall/contracts';
import { anOrganisation } from '../../testing/builders.js';
import { aUser, type User } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const absent = '01998d3a-0000-7000-8000-000000000000';

describe('API tokens', () => {
  let test: TestApp;
  let admin: User;
  let executive: User;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
  });
  beforeEach(async () => {
    admin = await aUser(test.database, { role: 'admin', name: 'Admin Ada' });
    executive = await aUser(test.database, { role: 'executive', name: 'Executive Eve' });
  });
  afterAll(() => test.close());

  const asAdmin = (path: string, body: object = {}) =>
    test.http.post(`/api/tokens${path}`).set('Cookie', admin.cookie).send(body);
  const made = async (body: object = {}): Promise<MadeToken> =>
    (await asAdmin('', { name: 'Importer', scopes: ['organisation:read'], days: 30, ...body }).expect(201))
      .body as MadeToken;
  const structure = (secret: string) => test.http.get('/api/organisation').set('Authorization', `Bearer ${secret}`);
  const list = async (query = ''): Promise<TokenPage> =>
    (await test.http.get(`/api/tokens?${query}`).set('Cookie', admin.cookie).expect(200)).body as TokenPage;

  it('are shown once and kept as a hash', async () => {
    const { token, secret } = await made({ signInId: executive.signInId });
    expect(token).toMatchObject({ name: 'Importer', actsFor: 'Executive Eve', state: 'active', lastUsedAt: null });
    await structure(secret).expect(200);
    const after = await list('limit=1');
    expect(after.tokens[0]!.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(after)).not.toContain(secret);
    const rows = await test.database.rows(
      'SELECT t::text, (SELECT json_agg(a) FROM audit_entry a)::text FROM api_token t',
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    const row = await test.database.first<{ hash: Buffer }>(
      'SELECT token_sha256 AS hash FROM api_token WHERE id = $1',
      [token.id],
    );
    await structure(row!.hash.toString('base64url')).expect(401);
  });

  it('are revoked at once, and once', async () => {
    const { token, secret } = await made();
    await structure(secret).expect(200);
    const revoked = await asAdmin(`/${token.id}/revoke`).expect(200);
    expect(revoked.body).toMatchObject({ state: 'revoked' });
    await structure(secret).expect(401);
    await asAdmin(`/${token.id}/revoke`).expect(200, revoked.text);
    const trail = await test.database.rows('SELECT act FROM audit_entry WHERE entity_id = $1 ORDER BY n', [token.id]);
    expect(trail).toEqual([{ act: 'token.made' }, { act: 'token.revoked' }]);
    await asAdmin(`/${absent}/revoke`).expect(404);
  });

  it.each([
    ['expired', 'UPDATE api_token SET expires_at = now() WHERE sign_in_id = $1', 401],
    ['of somebody disabled', 'UPDATE sign_in SET disabled_at = now() WHERE id = $1', 401],
    ['of somebody without the role', 'UPDATE role_grant SET "to" = now() WHERE sign_in_id = $1', 403],
  ])('%s are good for nothing', async (_, act, status) => {
    const { secret } = await made({ signInId: executive.signInId, scopes: ['figures:read'] });
    const figure = () => test.http.get('/api/figures/offered').set('Authorization', `Bearer ${secret}`);
    expect([200, 400]).toContain((await figure()).status);
    await test.database.change(act, [executive.signInId]);
    await figure().expect(status);
  });

  it('do no more than their scopes, whatever their person may', async () => {
    const { secret } = await made({ signInId: executive.signInId, scopes: ['contacts:read'] });
    expect((await structure(secret).expect(403)).body.code).toBe('forbidden');
  });

  it('do no more than their person may, whatever their scopes', async () => {
    await test.database.change(
      `INSERT INTO role_grant (id, sign_in_id, role, "from") VALUES (gen_random_uuid(), $1, 'admin', now() - interval '1 hour')`,
      [executive.signInId],
    );
    const { secret } = await made({ signInId: executive.signInId, scopes: ['organisation:write'] });
    await test.database.change(`UPDATE role_grant SET "to" = now() WHERE sign_in_id = $1 AND role = 'admin'`, [
      executive.signInId,
    ]);
    const open = { name: 'By token', from: null };
    await test.http
      .post('/api/organisation/departments')
      .set('Authorization', `Bearer ${secret}`)
      .send(open)
      .expect(403);
  });

  it('never administer users and tokens, nor stand for a session', async () => {
    const { secret } = await made({ scopes: ['organisation:read', 'organisation:write'] });
    for (const path of ['/api/users', '/api/tokens', '/api/audit', '/api/session', '/api/session/own'])
      await test.http.get(path).set('Authorization', `Bearer ${secret}`).expect(403);
  });

  it('need no header of our pages, because no browser sends them unasked', async () => {
    const { secret } = await made({ scopes: ['organisation:write'] });
    const reply = await test.http
      .post('/api/organisation/departments')
      .unset('X-Forecall')
      .set('Origin', 'https://elsewhere.test')
      .set('Authorization', `Bearer ${secret}`)
      .send({ name: 'By token', from: null });
    expect(reply.status).toBe(201);
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Basic YTpi',
    `Bearer ${'A'.repeat(43)}`,
    `Bearer ${'A'.repeat(500)}`,
  ])('are not replaced by the cookie when the header %j is wrong', async (authorization) => {
    await test.http.get('/api/session').set('Cookie', admin.cookie).set('Authorization', authorization).expect(401);
  });

  it('are listed by state, the newest first, page by page', async () => {
    await test.database.change('DELETE FROM api_token');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await made({ name: `token ${n}` })).token.id);
    await asAdmin(`/${ids[0]}/revoke`).expect(200);
    await test.database.change('UPDATE api_token SET expires_at = now() WHERE id = $1', [ids[1]]);
    const seen = async (query: string) => (await list(query)).tokens.map(({ id }) => id);
    expect(await seen('')).toEqual(ids.slice(2));
    expect(await seen('state=over')).toEqual(ids.slice(0, 2));
    const first = await list('state=all&limit=2');
    expect([first.tokens.map(({ id }) => id), first.next]).toEqual([ids.slice(0, 2), ids[1]]);
    const second = await list(`state=all&limit=3&after=${first.next}`);
    expect([second.tokens.map(({ id }) => id), second.next]).toEqual([ids.slice(2), null]);
  });

  it.each([
    [{ scopes: [] }],
    [{ scopes: ['users:write'] }],
    [{ days: 0 }],
    [{ days: 367 }],
    [{ name: ' ' }],
    [{ secret: 'chosen' }],
  ])('are not made from %j', async (wrong) => {
    await asAdmin('', { name: 'x', scopes: ['organisation:read'], days: 1, ...wrong }).expect(400);
  });

  it.each([
    ['admin', ['figures:read']],
    ['admin', ['organisation:write', 'contacts:read', 'figures:read']],
    ['executive', ['organisation:write']],
  ] as const)('are not made for an %s with %j, which no role of theirs allows', async (role, scopes) => {
    const { signInId, name } =
      role === 'admin' ? { ...admin, name: 'Admin Ada' } : { ...executive, name: 'Executive Eve' };
    const useless = scopes.filter((scope) => role === 'executive' || scope !== 'organisation:write').join(', ');
    const { body } = await asAdmin('', { name: 'x', scopes, days: 1, signInId }).expect(400);
    expect(body).toMatchObject({
      code: 'token-scope-without-role',
      values: { name, scopes: useless },
      fields: [{ path: 'scopes', code: 'token-scope-without-role' }],
    });
  });

  it('are not made for nobody', async () => {
    await asAdmin('', { name: 'x', scopes: ['organisation:read'], days: 1, signInId: absent }).expect(404);
  });
});
