import type { FigureReply, ReportTable, SavedReport } from '@forecall/contracts';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import {
  anAccount,
  aDepartment,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import { aComplaint, aContact, anAnswer } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** The months of which the question asks, and what stands before and a year before them. */
const period = '2026-03-01..2026-04-30';
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

describe('reports', () => {
  let test: TestApp;
  let executive: SignedIn;
  let head: SignedIn;
  let rep: SignedIn;
  let billing: string;
  let delivery: string;

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Europe/Berlin' });
    billing = await aDepartment(sql, { name: 'Billing' });
    delivery = await aDepartment(sql, { name: 'Delivery' });
    const teamId = await aTeam(sql, billing);
    executive = await aSignIn(sql, { role: 'executive' });
    head = await aSignIn(sql, { role: 'head', unitId: billing });
    rep = await aSignIn(sql, { role: 'rep', staffId: await aStaff(sql, { teamId }) });
    const reasonId = await aReason(sql, billing);
    // Handled per month: March 2025 4, February 2026 5, March 10, April 6; a third of Delivery's.
    for (const [day, billed, delivered] of [
      ['2025-03-15', 3, 1],
      ['2026-02-10', 4, 1],
      ['2026-03-20', 7, 3],
      ['2026-04-02', 6, 0],
    ] as const)
      for (let n = 0; n < billed + delivered; n += 1) {
        const contactId = await aContact(sql, {
          departmentId: n < billed ? billing : delivery,
          ...{ endedAt: noon(day), reasonId, teamId, repId: n === 0 ? rep.staffId : null, waitSeconds: n * 7 },
        });
        if (n % 2 === 1) await aComplaint(sql, contactId);
        await anAnswer(sql, contactId, 1 + (n % 5), noon(day));
      }
  });
  afterAll(() => test.close());

  const get = (path: string, query: object, who: SignedIn) =>
    test.http.get(`/api/reports${path}`).query(query).set('Cookie', who.cookie);
  const table = async (query: object, who = executive): Promise<ReportTable> =>
    (await get('/table', { period, metrics: 'handled', ...query }, who).expect(200)).body as ReportTable;
  const file = async (query: object, who = executive): Promise<Buffer> =>
    (
      await get('/export', { period, metrics: 'handled', format: 'csv', ...query }, who)
        .buffer(true)
        .parse((stream, done) => {
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200)
    ).body as Buffer;
  const cells = ({ rows }: ReportTable) =>
    rows.map(({ keys, cells: [cell] }) => [
      ...keys,
      cell?.figure.value,
      cell?.before?.value ?? null,
      cell?.yearBefore?.value ?? null,
    ]);

  it('sets each month against the one before and the same a year before; what nothing is known of stays empty', async () => {
    const found = await table({ by: 'month', compare: ['period-before', 'year-before'] });
    expect(cells(found)).toEqual([
      ['2026-03', 10, 5, 4],
      ['2026-04', 6, 10, 0],
    ]);
    expect(found.rows[0]?.cells[0]?.before?.change).toMatchObject({ difference: 5, relative: 1 });
    expect(found.rows[1]?.cells[0]?.yearBefore?.change).toMatchObject({ difference: 6, relative: null });
    expect(found).toMatchObject({
      before: { from: '2026-01-01', to: '2026-03-01' },
      yearBefore: { from: '2025-03-01', to: '2025-05-01' },
      total: { cells: [{ figure: { value: 16 }, before: { value: 5 }, yearBefore: { value: 4 } }] },
    });
    const first = await table({ period: '2025-02-01..2025-03-31', by: 'month', compare: 'period-before' });
    expect(cells(first)).toEqual([
      ['2025-02', 0, null, null],
      ['2025-03', 4, null, null],
    ]);
  });

  it('gives the figures of the figure route, several metrics side by side', async () => {
    const found = await table({ metrics: ['complaint-rate', 'csat'], by: 'department' });
    const { body } = await test.http
      .get('/api/figures/complaint-rate')
      .query({ from: '2026-03-01', to: '2026-05-01', by: 'department' })
      .set('Cookie', executive.cookie)
      .expect(200);
    const route = body as FigureReply;
    expect(found.rows.map(({ names: [name] }) => name?.en)).toEqual(['Billing', 'Delivery']);
    for (const { keys, cells: figures } of found.rows)
      expect(figures[0]?.figure).toEqual(route.groups.find((group) => group.keys[0] === keys[0])?.figure);
    expect(found.total.cells[0]?.figure).toEqual(route.total);
    expect(found.total.cells[1]?.figure.n).toBe(16);
  });

  it('knows quarters, years, and bands of waits', async () => {
    const whole = { period: '2025-01-01..2026-12-31' };
    expect(cells(await table({ ...whole, by: 'year' })).map(([key, n]) => [key, n])).toEqual([
      ['2025', 4],
      ['2026', 21],
    ]);
    const quarters = await table({ ...whole, by: 'quarter', compare: 'year-before' });
    expect(cells(quarters).filter(([, value]) => value !== 0)).toEqual([
      ['2025-Q1', 4, null, null],
      ['2026-Q1', 15, null, 4],
      ['2026-Q2', 6, null, 0],
    ]);
    const bands = await table({ by: 'wait-band' });
    expect(cells(bands).map(([key, n]) => `${key} ${n}`)).toEqual([
      ...['0000 4', '0010 2', '0020 4', '0030 2', '0040 2', '0050 1', '0060 1'],
    ]);
    expect((await table({ scope: 'wait-band:0020' })).total.cells[0]?.figure.value).toBe(4);
    await get('/table', { period, metrics: 'csat', by: 'wait-band' }, executive).expect(400);
  });

  it('takes an imported attribute, beside metrics that are about none', async () => {
    const attributes = { 'days open': 4 };
    await aContact(test.database, { departmentId: billing, endedAt: noon('2024-03-01'), attributes });
    const asked = { period: '2024-03-01..2024-03-31', metrics: ['attribute', 'handled'], attribute: 'days open' };
    const { total } = await table(asked);
    expect(total.cells.map(({ figure }) => figure.value)).toEqual([4, 1]);
    await get('/table', { period, metrics: 'attribute' }, executive).expect(400);
  });

  it('is narrowed to the reach of who asks', async () => {
    expect(await table({}, head)).toMatchObject({
      narrowedToReach: true,
      total: { cells: [{ figure: { value: 13 } }] },
    });
    expect(await table({ metrics: 'complaints' }, rep)).toMatchObject({
      narrowedToReach: true,
      total: { cells: [{ figure: { value: 0 } }] },
    });
    expect((await table({}, rep)).total.cells[0]?.figure.value).toBe(2);
  });

  it('names what is wrong with a question', async () => {
    const refused = async (query: object) => {
      const { status, body } = await get('/table', { period, metrics: 'handled', ...query }, executive);
      return [status, (body as { fields?: { path: string }[] }).fields?.[0]?.path];
    };
    expect(await refused({ period: 'next-week' })).toEqual([400, 'period']);
    expect(await refused({ period: '2026-03-02..2026-03-01' })).toEqual([400, 'period']);
    expect(await refused({ metrics: [] })).toEqual([400, 'metrics']);
    expect(await refused({ by: ['month', 'team', 'rep'] })).toEqual([400, 'by']);
    expect(await refused({ metrics: 'complaint-rate', by: 'rep' })).toEqual([400, undefined]);
  });

  it('is exported with every column of its table, text as text and numbers as numbers', async () => {
    const question = { metrics: ['complaint-rate', 'handled'], by: 'month', compare: 'period-before' };
    const lines = parse<Record<string, string>>(await file(question), { bom: true, columns: true });
    const [line] = lines;
    expect(lines.at(-1)).toMatchObject({ Month: 'All', Handled: '16', 'Complaint rate, %': '50' });
    expect(line).toMatchObject({
      ...{ Month: '2026-03', 'Complaint rate, %': '50', 'Complaint rate, numerator': '5' },
      ...{ 'Complaint rate, %, before': '40', 'Complaint rate, before: change, pp': '10' },
      ...{ Handled: '10', 'Handled, before': '5', 'Handled, before: change, %': '100' },
    });
    const [sheet] = await readXlsxFile(await file({ ...question, format: 'xlsx', locale: 'zh' }));
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['月', '投诉率（%）']);
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['2026-03', 50]);
    expect(sheet?.data.at(-1)?.slice(0, 2)).toEqual(['合计', 50]);
    const byYear = await readXlsxFile(await file({ by: ['year', 'department'], format: 'xlsx' }));
    expect(byYear[0]?.data.at(-1)).toEqual(['All', null, 16]);
    const { headers } = await get('/export', { ...{ period, locale: 'zh', format: 'csv' }, ...question }, executive);
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('投诉率、已处理数 2026-03-01 至 2026-04-30.csv')}`,
    );
    const account = await anAccount(test.database, { name: '=1+1' });
    await aContact(test.database, { departmentId: billing, accountId: account, endedAt: noon('2026-03-21') });
    expect((await file({ by: 'account', period: '2026-03-21..2026-03-21' })).toString('utf8')).toContain("'=1+1");
    const recorded = await test.database.first<{ after: { filters: string } }>(
      `SELECT after FROM audit_entry WHERE act = 'list.exported' AND entity_id = 'report' ORDER BY n DESC LIMIT 1`,
    );
    expect(recorded?.after.filters).toContain('metrics=handled');
  });

  /** Five complaints as the published example counts them: product, year, complaints, companies, highest share. */
  it('gives the published report of complaints by product and year, without heads', async () => {
    const credit = 'Credit reporting, credit repair services, or other personal consumer reports';
    for (const [day, product, company] of [
      ['2019-09-24', 'Debt collection', 'Firm A'],
      ['2019-09-19', credit, 'Bureau B'],
      ['2020-01-06', credit, 'Bureau B'],
      ['2019-10-24', credit, 'Bureau C'],
      // Written otherwise, and the same product and company.
      ['2019-11-20', credit.toUpperCase(), 'BUREAU B'],
    ] as const) {
      const attributes = { product, company };
      await aComplaint(
        test.database,
        await aContact(test.database, { departmentId: billing, endedAt: noon(day), attributes }),
      );
    }
    const text = await file({
      ...{ period: '2019-01-01..2020-12-31', metrics: 'complaints', by: ['attribute:product', 'year'] },
      ...{ spread: 'attribute:company', letters: 'small', heads: 'no' },
    });
    expect(text.toString('utf8').replace('\uFEFF', '').split('\r\n')).toEqual([
      '"credit reporting, credit repair services, or other personal consumer reports",2019,3,2,67',
      '"credit reporting, credit repair services, or other personal consumer reports",2020,1,1,100',
      'debt collection,2019,1,1,100',
      '',
    ]);
  });

  describe('kept', () => {
    const definition = { metrics: ['handled'], period: 'last-3-months', by: ['month'], compare: ['period-before'] };
    const save = (name: string, who = head, key?: string) =>
      test.http
        .post('/api/reports')
        .set('Cookie', who.cookie)
        .set(key ? { 'Idempotency-Key': key } : {})
        .send({ name, definition });
    const change = (id: string, told: object, who = head) =>
      test.http.patch(`/api/reports/${id}`).set('Cookie', who.cookie).send(told);
    const names = async (who: SignedIn, whose = 'all') =>
      ((await get('', { whose }, who).expect(200)).body as { reports: SavedReport[] }).reports.map(({ name }) => name);

    it('is private until it is shared, and everybody who opens it sees their own reach', async () => {
      const { body } = await save('Months', head, 'save-months-1').expect(201);
      const report = body as SavedReport;
      expect((await save('Months', head, 'save-months-1').expect(201)).body).toEqual(report);
      expect(report).toMatchObject({ isMine: true, isShared: false, mailing: null, definition: { view: 'table' } });
      await get(`/${report.id}`, {}, rep).expect(404);
      expect((await save('months').expect(409)).body.code).toBe('report-name-taken');
      await save('Not mine to keep', rep).expect(403);
      await change(report.id, { isShared: true, revision: 1 }).expect(200);
      expect((await get(`/${report.id}`, {}, rep).expect(200)).body).toMatchObject({ isMine: false, mailing: null });
      expect(await names(rep, 'shared')).toEqual(['Months']);
      await change(report.id, { isShared: false, revision: 2 }, executive).expect(404);
      expect((await change(report.id, { name: 'Other', revision: 1 }).expect(409)).body).toMatchObject({
        ...{ code: 'revised-meanwhile', values: { revision: 2 } },
      });
      const shared = await test.database.rows(`SELECT act, entity_name FROM audit_entry WHERE entity_id = $1`, [
        report.id,
      ]);
      expect(shared).toEqual([{ act: 'report.shared', entity_name: 'Months' }]);
    });

    it('is deleted and brought back, under a name that is free', async () => {
      const { id, revision } = (await save('Gone').expect(201)).body as SavedReport;
      const remove = (who: SignedIn, n = revision) =>
        test.http.delete(`/api/reports/${id}?revision=${n}`).set('Cookie', who.cookie);
      await remove(executive).expect(404);
      await remove(head, 9).expect(409);
      await remove(head).expect(204);
      expect(await names(head)).not.toContain('Gone');
      await get(`/${id}`, {}, head).expect(404);
      const restore = (who: SignedIn) => test.http.post(`/api/reports/${id}/restore`).set('Cookie', who.cookie);
      await restore(executive).expect(404);
      expect((await restore(head).expect(200)).body).toMatchObject({ id, name: 'Gone' });
      expect(await names(head)).toContain('Gone');
    });
  });
});
