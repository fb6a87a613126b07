import { request } from 'node:http';
import { v7 as uuid } from 'uuid';
import type { BadRows, ImportBatch } from '@forecall/contracts';
import { aSignIn, anOrganisation, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { verifyTallies } from '../tallies/verify.js';
import { BatchWork } from './batch/batch-work.service.js';

const header = 'Call,When,Agent,Topic,Part,Kind\n';
const sound = 'K1,2026-03-02 09:15,Mei Lin,Bill,Late,call\n';

const definition = {
  ...{ name: 'clumsy', title: 'Clumsy hands', source: 'clumsy', zone: 'Europe/Berlin' },
  unit: { department: 'Service', team: 'Service 1' },
  leaveOut: [
    { when: { Kind: 'a' }, why: 'constructor' },
    { when: { Kind: 'b' }, why: '__proto__' },
  ],
  contact: {
    externalId: { column: 'Call' },
    startedAt: { column: 'When', format: 'YYYY-MM-DD HH:mm' },
    ...{ channel: 'phone', outcome: 'handled', rep: { column: 'Agent', by: 'name' } },
    reason: { columns: ['Topic', 'Part'] },
  },
};

describe('imports in clumsy hands', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone: 'Europe/Berlin' });
    admin = await aSignIn(test.database, { role: 'admin' });
  });
  afterAll(() => test.close());

  const put = (id: string, text: string) =>
    test.http
      .put(`/api/imports/${id}`)
      .query({ name: 'a.csv' })
      .set('Cookie', admin.cookie)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(text));
  const post = (path: string, body?: object) =>
    test.http.post(`/api/imports/${path}`).set('Cookie', admin.cookie).send(body);
  const get = async <Body>(path: string) =>
    (await test.http.get(`/api/imports/${path}`).set('Cookie', admin.cookie).expect(200)).body as Body;
  const work = () => test.app.get(BatchWork).workOnAll();

  async function checked(text: string, by: object = definition): Promise<ImportBatch> {
    const id = uuid();
    await put(id, text).expect(200);
    await post(`${id}/check`, { definition: by }).expect(200);
    await work();
    return get(id);
  }
  async function done(text: string): Promise<ImportBatch> {
    const { id } = await checked(text);
    await post(`${id}/confirm`).expect(200);
    await work();
    return get(id);
  }

  it('a form that could be read in countless ways is refused before anything is read', async () => {
    const startedAt = { column: 'When', format: 'Hms'.repeat(14) };
    const id = uuid();
    await put(id, header + sound).expect(200);
    const by = { definition: { ...definition, contact: { ...definition.contact, startedAt } } };
    const { body } = await post(`${id}/check`, by).expect(400);
    expect(body.fields).toEqual([expect.objectContaining({ path: 'contact.startedAt.format' })]);
    await post(`${id}/check`, { definition: { ...definition, file: { decimal: ',', thousands: ',' } } }).expect(400);
    await post(`${id}/check`, { definition: { ...definition, source: 'console' } }).expect(400);
    // Cells parted by spaces, and a quotation mark that is never well closed.
    const spaces = `${'"a"      '.repeat(60)}"b" c\n`;
    expect(
      await checked(`${'x '.repeat(61).trim()}\n${spaces}`, { ...definition, file: { delimiter: ' ' } }),
    ).toMatchObject({
      state: 'failed',
    });
  }, 60_000);

  it('words that a program has for itself are words like others', async () => {
    const rows = ['A1', 'A2', 'A3'].map(
      (id, n) => `${id},2026-03-02 09:15,Mei Lin,constructor,__proto__,${'aab'[n]}\n`,
    );
    const batch = await done(`${header}${rows.join('')}A4,2026-03-02 09:15,Mei Lin,constructor,__proto__,call\n`);
    expect(batch).toMatchObject({ state: 'done', rowsTaken: 1 });
    expect(Object.entries(batch.leftOut).toSorted()).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    const names = await test.database.rows(
      'SELECT name_en AS en, name_zh AS zh FROM reason ORDER BY parent_id NULLS FIRST',
    );
    expect(names).toEqual([
      { en: 'constructor', zh: 'constructor' },
      { en: '__proto__', zh: '__proto__' },
    ]);
  });

  it('what is too long or too old for the database is a bad row, and hinders no other', async () => {
    const long = 'x'.repeat(3_000);
    const rows = [
      `${long},2026-03-02 09:15,Mei Lin,Bill,Late,call`,
      `L2,2026-03-02 09:15,${long},Bill,Late,call`,
      `L3,2026-03-02 09:15,Mei Lin,${long},Late,call`,
      'L4,0000-01-01 09:15,Mei Lin,Bill,Late,call',
      'L5,2026-03-02 09:15,Mei Lin,Bill,Late,call',
    ];
    const batch = await done(header + rows.join('\n'));
    expect(batch).toMatchObject({ state: 'done', rowsTaken: 1, rowsRefused: 4 });
    const bad = await get<BadRows>(`${batch.id}/bad-rows`);
    expect(bad.rows.map(({ faults }) => faults.map(({ column, code }) => `${column ?? ''} ${code}`))).toEqual([
      ['Call out-of-range'],
      ['Agent out-of-range'],
      ['Topic out-of-range'],
      ['When out-of-range'],
    ]);
  });

  it('a cancel that is answered with yes holds, however short the file is', async () => {
    const id = uuid();
    await put(id, header + sound.replace('K1', 'C1')).expect(200);
    await post(`${id}/check`, { definition }).expect(200);
    await post(`${id}/cancel`).expect(200);
    await work();
    expect(await get(id)).toMatchObject({ state: 'cancelled' });
  });

  it('what somebody corrects while an import is undone stays, with what is said of it', async () => {
    const { id } = await done(header + sound.replace('K1', 'U1') + sound.replace('K1', 'U2'));
    await post(`${id}/undo`).expect(200);
    await test.database.change(`UPDATE contact SET revision = 2, note = 'corrected' WHERE external_id = 'U2'`);
    await work();
    expect(await get(id)).toMatchObject({ state: 'undone', rowsTaken: 2, rowsUndone: 1 });
    const left = await test.database.rows(`SELECT external_id AS id, note FROM contact WHERE external_id LIKE 'U%'`);
    expect(left).toEqual([{ id: 'U2', note: 'corrected' }]);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('two uploads of one import leave one whole file, whichever comes first', async () => {
    const id = uuid();
    const { hostname, port } = new URL(test.url);
    const slow = request({
      ...{ hostname, port, method: 'PUT', path: `/api/imports/${id}?name=a.csv` },
      headers: { cookie: admin.cookie, 'content-type': 'application/octet-stream', 'x-forecall': 'console' },
    });
    const answered = new Promise<number>((resolve) =>
      slow.once('response', ({ statusCode }) => resolve(statusCode ?? 0)),
    );
    slow.write('slow'.repeat(400_000));
    await put(id, header + sound.replace('K1', 'T1')).expect(200);
    slow.end('slow');
    expect(await answered).toBe(200);
    expect(await get(id)).toMatchObject({ state: 'received', bytes: header.length + sound.length });
    const [kept] = await test.database.rows(
      `SELECT count(*)::int AS pieces, sum(length(piece))::int AS bytes FROM import_file WHERE batch_id = '${id}'`,
    );
    expect(kept).toEqual({ pieces: 1, bytes: header.length + sound.length });
  });
});
