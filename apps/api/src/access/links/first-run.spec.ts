import type { Me, Problem } from '@forecall/contracts';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { anOrganisation, aStaff } from '../../testing/builders.js';
import { aUser } from '../../testing/users.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { firstRunLines } from './first-run-link.js';

const entry = {
  password: 'the first password',
  name: '林晓梅',
  email: 'lin@beichen.test',
  organisationName: 'Beichen Systems',
  zone: 'Asia/Shanghai',
};

describe('the first run', () => {
  let test: TestApp;
  beforeEach(async () => (test = await createTestApp()));
  afterEach(() => test.close());

  const aToken = async () => (await firstRunLines(test.app, test.url))[1]!.slice(-43);
  const redeem = (token: string, body: object = entry) => test.http.post(`/api/links/${token}`).send(body);

  it('makes the organisation and its first administrator, who is executive as well', async () => {
    const token = await aToken();
    const { body: link } = await test.http.get(`/api/links/${token}`).expect(200);
    expect(link).toMatchObject({ purpose: 'first-run', name: null, email: null, organisationName: null, zone: null });
    const { body, headers } = await redeem(token, { ...entry, locale: 'zh' }).expect(200);
    expect(body).toMatchObject({
      name: '林晓梅',
      email: 'lin@beichen.test',
      locale: 'zh',
      organisation: { name: 'Beichen Systems', zone: 'Asia/Shanghai' },
    });
    const roles = (body as Me).grants.map(({ role }) => role);
    expect(roles.toSorted()).toEqual(['admin', 'executive']);
    const cookie = (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
    await test.http.get('/api/session').set('Cookie', cookie).expect(200);
    await test.http.post('/api/session').send({ login: 'lin@beichen.test', password: entry.password }).expect(200);
    const trail = await test.database.rows('SELECT act, by_name AS "byName" FROM audit_entry ORDER BY n');
    expect(trail).toEqual([
      { act: 'organisation.founded', byName: '林晓梅' },
      { act: 'user.first-administrator', byName: '林晓梅' },
    ]);
    const staff = await test.database.first('SELECT pinyin, pinyin_initials AS initials FROM staff');
    expect(staff).toEqual({ pinyin: 'lin xiao mei', initials: 'lxm' });
  });

  it('happens once, also with two links of two processes', async () => {
    const [one, other] = [await aToken(), await aToken()];
    const second = { ...entry, email: 'second@beichen.test' };
    const statuses = await Promise.all(
      [redeem(one), redeem(other, second)].map((tried) => tried.then(({ status }) => status)),
    );
    expect(statuses.toSorted()).toEqual([200, 410]);
    for (const token of [one, other]) await redeem(token, second).expect(410);
    const count = await test.database.first('SELECT count(*)::int AS n FROM sign_in');
    expect(count).toEqual({ n: 1 });
    expect(await firstRunLines(test.app, test.url)).toEqual([]);
  });

  it('says what is missing', async () => {
    const token = await aToken();
    const { body } = await redeem(token, { password: entry.password, name: 'Lin' }).expect(400);
    expect((body as Problem).fields?.map(({ path }) => path)).toEqual(['email', 'organisationName', 'zone']);
    await redeem(token, { ...entry, zone: 'Asia/Nowhere' }).expect(400);
    await redeem(token).expect(200);
  });

  it('leaves alone the organisation and the person that an import has made', async () => {
    await anOrganisation(test.database, { name: 'Imported', zone: 'Europe/Berlin' });
    const staffId = await aStaff(test.database, { name: 'Lin Xiaomei' });
    await test.database.change('UPDATE staff SET email = $2 WHERE id = $1', [staffId, 'LIN@beichen.test']);
    const token = await aToken();
    expect((await test.http.get(`/api/links/${token}`).expect(200)).body.organisationName).toBe('Imported');
    const { password, name, email } = entry;
    const { body } = await redeem(token, { password, name, email }).expect(200);
    expect(body).toMatchObject({ staffId, organisation: { name: 'Imported', zone: 'Europe/Berlin' } });
  });

  it('is over as soon as anybody can sign in', async () => {
    const token = await aToken();
    await aUser(test.database);
    expect((await test.http.get(`/api/links/${token}`).expect(410)).body.code).toBe('link-used');
    await redeem(token).expect(410);
  });

  it('is told by a starting process to the one that started it, with an address that works', async () => {
    const { url: DATABASE_URL } = test.database.dataSource.options as { url?: string };
    const main = join(import.meta.dirname, '../../../dist/main.js');
    const child = fork(main, { env: { ...process.env, DATABASE_URL, PORT: '0' }, execArgv: [] });
    const ready = await new Promise<{ type: string; url: string; lines: string[] }>((resolve) =>
      child.once('message', (message) => resolve(message as { type: string; url: string; lines: string[] })),
    );
    const address = new URL(ready.lines[1]!);
    expect(address.origin).toBe(ready.url);
    const answer = await fetch(`${ready.url}/api/links/${address.pathname.slice(-43)}`);
    expect(await answer.json()).toMatchObject({ purpose: 'first-run' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    expect(await ended).toBe(0);
  }, 120_000);
});
