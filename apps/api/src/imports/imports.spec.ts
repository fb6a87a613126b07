import { v7 as uuid } from 'uuid';
import type { BadRows, DetectedImport, ImportBatch, ImportPreview, WorkedOn } from '@forecall/contracts';
import { aSignIn, anOrganisation, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { verifyTallies } from '../tallies/verify.js';
import { BatchWork } from './batch/batch-work.service.js';

/** Rows of which each is several things: a rep under a supervisor, a customer, a contact, sometimes a complaint. */
const header = 'Call;When;Agent;Lead;Customer;Segment;Stars;Angry\r\n';
const rows = [
  'K1;2.3.2026 09:15;Mei Lin;Tom Berg;Harbour Bank;gold;5;no',
  'K2;2.3.2026 10:00;Mei Lin;Ida Roth;Harbour Bank;gold;2;yes',
  'K3;3.3.2026 11:30;Jo Park;Tom Berg;Sun Travel;;;no',
  'K3;3.3.2026 11:30;Jo Park;Tom Berg;Sun Travel;;;no',
  'K4;31.2.2026 08:00;Jo Park;Tom Berg;Sun Travel;;9;no',
].join('\r\n');

const definition = {
  name: 'our-calls',
  title: 'Our calls',
  source: 'our-switch',
  file: { delimiter: ';' },
  recognises: { columns: ['Call', 'When', 'Agent', 'Lead'] },
  zone: 'Europe/Berlin',
  unit: { department: 'Service', team: { column: 'Lead' }, supervisor: { column: 'Lead', by: 'name' } },
  account: { name: { column: 'Customer' }, attributes: { segment: { column: 'Segment' } } },
  contact: {
    externalId: { column: 'Call' },
    startedAt: { column: 'When', format: 'D.M.YYYY HH:mm' },
    channel: 'phone',
    outcome: 'handled',
    rep: { column: 'Agent', by: 'name' },
  },
  answers: [{ kind: 'csat', scale: 5, score: { column: 'Stars' } }],
  complaint: { when: { Angry: 'yes' } },
};

describe('imports', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeEach(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone: 'Europe/Berlin' });
    admin = await aSignIn(test.database, { role: 'admin' });
  });
  afterEach(() => test.close());

  const send = (text: string | Buffer, { id = uuid(), name = 'calls.csv', who = admin } = {}) =>
    test.http
      .put(`/api/imports/${id}`)
      .query({ name })
      .set('Cookie', who.cookie)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(text));
  const get = async <Body>(path: string) =>
    (await test.http.get(`/api/imports/${path}`).set('Cookie', admin.cookie).expect(200)).body as Body;
  const post = (path: string, body?: object) =>
    test.http.post(`/api/imports/${path}`).set('Cookie', admin.cookie).send(body);
  const work = () => test.app.get(BatchWork).workOnAll();
  const count = async (table: string) =>
    (await test.database.first<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n;

  async function checked(text: string, by: object = { definition }): Promise<ImportBatch> {
    const { body } = await send(text).expect(200);
    await post(`${body.id}/check`, by).expect(200);
    await work();
    return get(body.id);
  }
  async function done(text: string): Promise<ImportBatch> {
    const { id } = await checked(text);
    await post(`${id}/confirm`).expect(200);
    await work();
    return get(id);
  }

  it('count what they would make by what tells it apart, and show what it is called', async () => {
    const customers = {
      ...{ name: 'customers', title: 'Customers', source: 'sales', zone: 'UTC' },
      account: { number: { column: 'No' }, name: { column: 'Name' } },
      person: { name: { column: 'Person' } },
    };
    const text = 'No,Name,Person\nA1,Sun Travel,Ann\nA2,Sun Travel,Ann\nA3,Harbour Bank,Bo\n';
    expect((await checked(text, { definition: customers })).makes).toEqual({
      accounts: { count: 3, names: ['Sun Travel', 'Sun Travel', 'Harbour Bank'] },
      persons: { count: 3, names: ['Ann', 'Ann', 'Bo'] },
    });
    // One supervisor leads a team, one head a department: who is named besides is said, once.
    const led = {
      ...definition,
      unit: { department: 'Service', team: 'Front', supervisor: { column: 'Lead', by: 'name' } },
    };
    expect(await checked(header + rows, { definition: led })).toMatchObject({
      passedOver: { count: 1, names: ['Ida Roth (Front)'] },
    });
    const twoDepartments = {
      ...definition,
      unit: { department: { column: 'Customer' }, team: 'Front' },
    };
    expect(await checked(header + rows, { definition: twoDepartments })).toMatchObject({
      ...{ makes: { teams: { count: 2, names: ['Front', 'Front'] } }, passedOver: null },
    });
  });

  it('are kept, looked at, checked as a whole, and seen by nobody before they are confirmed', async () => {
    const { body: received } = await send(header + rows).expect(200);
    expect(received).toMatchObject({ state: 'received', bytes: header.length + rows.length, lines: 5 });
    const { id } = received as ImportBatch;
    expect((await send('another', { id }).expect(200)).body).toEqual(received);

    const { detection } = await get<DetectedImport>(`${id}/detection`);
    expect(detection).toMatchObject({ format: 'csv', delimiter: ';', hasHeader: true });
    expect(detection.columns.map(({ name }) => name)).toEqual(header.trim().split(';'));

    const { body: preview } = await post(`${id}/preview`, { definition }).expect(200);
    expect((preview as ImportPreview).rows[0]).toMatchObject({
      line: 2,
      values: {
        'contact.startedAt': '2026-03-02T08:15:00.000Z',
        'contact.rep': 'Mei Lin',
        'unit.supervisor': 'Tom Berg',
        'account.name': 'Harbour Bank',
        'account.attributes.segment': 'gold',
        'answers.0.score': 5,
      },
    });
    // A row without answers says nothing of them.
    expect(Object.keys((preview as ImportPreview).rows[2]?.values ?? {})).not.toContain('answers');
    expect((preview as ImportPreview).rows[4]).toMatchObject({
      line: 6,
      values: null,
      faults: [{ column: 'When' }, {}],
    });

    await post(`${id}/check`, { definition }).expect(200);
    await post(`${id}/confirm`).expect(409);
    await work();
    const batch = await get<ImportBatch>(id);
    expect(batch).toMatchObject({
      ...{ state: 'checked', rowsRead: 5, rowsStaged: 3, rowsThere: 1, rowsRefused: 1, rowsTaken: 0 },
      makes: {
        departments: { count: 1, names: ['Service'] },
        teams: { count: 2 },
        staff: { count: 4 },
        accounts: { count: 2 },
      },
    });
    for (const table of ['contact', 'staff', 'account', 'team', 'department'])
      expect(`${table} ${await count(table)}`).toBe(`${table} ${table === 'staff' ? 1 : 0}`);

    await post(`${id}/confirm`).expect(200);
    await post(`${id}/confirm`).expect(409);
    await work();
    expect(await get(id)).toMatchObject({
      makes: { staff: { count: 4, names: ['Tom Berg', 'Mei Lin', 'Ida Roth', 'Jo Park'] }, accounts: { count: 2 } },
      ...{ state: 'done', rowsTaken: 3, period: { from: '2026-03-02', to: '2026-03-03' }, preset: 'our-calls' },
    });
    // The row says of which team and under whom it was, whoever the rep was under at other times.
    const told = await test.database.rows(`
      SELECT c.external_id AS id, s.name AS rep, t.name AS team, u.name AS under, a.name AS account, a.attributes
      FROM contact c JOIN staff s ON s.id = c.rep_id JOIN team t ON t.id = c.team_id JOIN staff u ON u.id = c.supervisor_id
      JOIN account a ON a.id = c.account_id ORDER BY 1`);
    const ofRow = (id: string, rep: string, team: string, account: string, attributes = {}) => ({
      ...{ id, rep, team, under: team, account, attributes },
    });
    expect(told).toEqual([
      ofRow('K1', 'Mei Lin', 'Tom Berg', 'Harbour Bank', { segment: 'gold' }),
      ofRow('K2', 'Mei Lin', 'Ida Roth', 'Harbour Bank', { segment: 'gold' }),
      ofRow('K3', 'Jo Park', 'Tom Berg', 'Sun Travel'),
    ]);
    expect([
      await count('complaint'),
      await count('answer'),
      await count('import_stage'),
      await count('import_file'),
    ]).toEqual([...[1, 2, 0, 0]]);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('give their bad rows as a file that can be mended and sent again', async () => {
    const { id } = await done(header + rows);
    const bad = await get<BadRows>(`${id}/bad-rows`);
    expect(bad.rows).toHaveLength(1);
    expect(bad.rows[0]?.faults).toEqual([
      expect.objectContaining({ column: 'When', code: 'not-a-moment', value: '31.2.2026 08:00' }),
      expect.objectContaining({
        ...{ column: 'Stars', code: 'out-of-range', value: '9' },
        ...{ rule: 'score', values: { lowest: 1, highest: 5 } },
      }),
    ]);
    const { text, headers } = await test.http
      .get(`/api/imports/${id}/bad-rows.csv`)
      .set('Cookie', admin.cookie)
      .expect(200);
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''calls-refused.csv");
    expect(text.split('\r\n')[0]).toBe(
      '\uFEFFCall,When,Agent,Lead,Customer,Segment,Stars,Angry,What is wrong (Forecall)',
    );

    const mended = await done(text.replace('31.2.', '28.2.').replace(',9,', ',4,'));
    expect(mended).toMatchObject({ state: 'done', rowsTaken: 1, rowsRefused: 0 });
    expect(await count('contact')).toBe(4);
    const again = await checked(header + rows);
    expect(again).toMatchObject({ state: 'checked', rowsStaged: 0, rowsThere: 4, rowsRefused: 1 });
    const nothing = await post(`${again.id}/confirm`).expect(409);
    expect(nothing.body).toMatchObject({ code: 'nothing-to-import' });
  });

  it('tell two honest rows that are alike apart where there is no key, and add nothing when they come again', async () => {
    const { externalId: _, ...contact } = definition.contact;
    const by = { definition: { ...definition, contact } };
    const batch = await checked(header + rows, by);
    expect(batch).toMatchObject({ rowsStaged: 4, rowsThere: 0 });
    await post(`${batch.id}/confirm`).expect(200);
    await work();
    expect(await count('contact')).toBe(4);
    expect(await checked(`${header}${rows}\r\nK9;4.3.2026 10:00;Jo Park;Tom Berg;Sun Travel;;;no`, by)).toMatchObject({
      ...{ rowsStaged: 1, rowsThere: 4 },
    });
  });

  it('can be cancelled, and undone until people have worked on their rows', async () => {
    const waiting = await checked(header + rows);
    expect((await post(`${waiting.id}/cancel`).expect(200)).body).toMatchObject({ state: 'cancelled' });
    expect([await count('import_stage'), await count('import_file')]).toEqual([0, 0]);

    const { id } = await done(header + rows);
    await test.database.change(`UPDATE contact SET revision = 2 WHERE external_id = 'K2'`);
    const refused = await post(`${id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'worked-on-since', values: { count: 1 } });
    expect(await get<WorkedOn>(`${id}/worked-on`)).toMatchObject({
      ...{ count: 1, rows: [{ kind: 'contact', name: '2026-03-02T09:00:00Z', what: 'changed' }] },
    });
    await test.database.change(`UPDATE contact SET revision = 1`);
    await post(`${id}/undo`).expect(200);
    await work();
    expect(await get(id)).toMatchObject({ state: 'undone', rowsUndone: 3 });
    for (const table of ['contact', 'account', 'team', 'department', 'leadership', 'membership'])
      expect(`${table} ${await count(table)}`).toBe(`${table} 0`);
    expect(await count('staff')).toBe(1);
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('are taken out again when they are cancelled while they are written', async () => {
    const { id } = await checked(header + rows);
    await post(`${id}/confirm`).expect(200);
    await post(`${id}/cancel`).expect(200);
    await work();
    expect(await get(id)).toMatchObject({ state: 'undone', isStopping: false });
    expect([await count('contact'), await count('import_stage')]).toEqual([0, 0]);
  });

  it('fail as a whole where the file is not what the preset says, and can be checked by another', async () => {
    const { id, failure, state } = await checked('A;B\r\n1;2\r\n');
    expect({ state, failure }).toMatchObject({ state: 'failed', failure: { code: 'no-such-column' } });
    const better = { ...definition, account: undefined, unit: { department: 'Service', team: 'Service' }, answers: [] };
    const by = {
      ...better,
      complaint: undefined,
      contact: { ...definition.contact, startedAt: { at: '2026-01-01T12:00' } },
    };
    const bare = { ...by, contact: { ...by.contact, externalId: { column: 'A' }, rep: undefined } };
    await post(`${id}/check`, { definition: bare }).expect(200);
    await work();
    expect(await get(id)).toMatchObject({ state: 'checked', rowsStaged: 1 });
    const { body } = await post(`${id}/check`, { definition: { ...definition, zone: 'Berlin' } }).expect(400);
    expect(body).toMatchObject({ code: 'preset-unusable', fields: [{ path: 'zone' }] });
    await post(`${id}/check`, { preset: 'none' }).expect(404);
  });

  it('know a file by presets that come with the program and by those that people keep', async () => {
    const save = (name: string, revision: number, title = 'Ours') =>
      test.http
        .put(`/api/import-presets/${name}`)
        .set('Cookie', admin.cookie)
        .send({ definition: { ...definition, title }, revision });
    expect((await save('our-calls', 0).expect(200)).body).toMatchObject({
      name: 'our-calls',
      revision: 1,
      isShipped: false,
    });
    await save('our-calls', 0).expect(409);
    await save('our-calls', 1, 'Better').expect(200);
    expect((await save('our-calls', 1).expect(409)).body).toMatchObject({ code: 'preset-changed' });
    await save('phonenow', 0).expect(409);
    const { body: received } = await send(header + rows).expect(200);
    const { presets } = await get<DetectedImport>(`${received.id}/detection`);
    expect(presets).toEqual([{ name: 'our-calls', title: 'Better' }]);
    await post(`${received.id}/check`, { preset: 'our-calls' }).expect(200);
    await work();
    expect(await get(received.id)).toMatchObject({ state: 'checked', rowsStaged: 3 });
    await test.http.delete('/api/import-presets/our-calls').set('Cookie', admin.cookie).expect(204);
    await test.http.get('/api/import-presets/our-calls').set('Cookie', admin.cookie).expect(404);
  });
});
