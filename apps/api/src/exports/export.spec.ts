import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { request } from 'node:http';
import { anAccount, anOrganisation } from '../testing/builders.js';
import { type ComplaintRequests, complaintRequests } from '../testing/complaint-requests.js';
import { aColleague, aDesk, aPerson, type Desk } from '../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const formulas = ['=HYPERLINK("http://x","y")', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'];

const startedAt = Math.floor(Date.now() / 1_000) * 1_000 - 3_600_000;
const times = { startedAt: new Date(startedAt).toISOString(), endedAt: new Date(startedAt + 125_000).toISOString() };
/** As if the clocks of Shanghai showed UTC. */
const dateOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000);
const inShanghai = (instant: string) => dateOf(instant).toISOString().replace('T', ' ').slice(0, 19);

describe('an export', () => {
  let test: TestApp;
  let desk: Desk;
  let requests: ComplaintRequests;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    requests = complaintRequests(test, desk);
  });
  afterAll(() => test.close());

  const file = async (path: string, who = desk.head) => {
    const { body, headers } = await requests
      .get(who, path)
      .buffer(true)
      .parse((stream, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    return { content: body as Buffer, headers };
  };
  const csv = async (path: string, who = desk.head) =>
    parse<Record<string, string>>((await file(path, who)).content, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
    });

  it('is a CSV in which no text is run as a formula, with times of the zone', async () => {
    for (const summary of formulas) await requests.aComplaint({ summary, severity: 'small' }, times);
    const { content, headers } = await file('complaints/export?format=csv&severity=small');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="complaints-\d{4}-\d\d-\d\d\.csv"$/);
    expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parse<Record<string, string>>(content, { bom: true, columns: true });
    expect(rows.map((row) => row['What happened']).toSorted()).toEqual(formulas.map((text) => `'${text}`).toSorted());
    expect(new Set(rows.map((row) => row['First received (Asia/Shanghai)']))).toEqual(
      new Set([inShanghai(times.startedAt)]),
    );
  });

  it('is a workbook with real dates and numbers, and strings that are strings', async () => {
    const accountId = await anAccount(test.database, { name: formulas[0]! });
    await requests.logged({ accountId, ...times });
    const { content } = await file(`contacts/export?format=xlsx&locale=zh&accountId=${accountId}`);
    const [sheet] = await readXlsxFile(content);
    const [heads, row] = sheet!.data;
    expect(heads?.slice(0, 3)).toEqual(['开始 (Asia/Shanghai)', '结束 (Asia/Shanghai)', '时长（秒）']);
    // A workbook counts days in fractions, so a millisecond may be lost.
    const seconds = row?.slice(0, 2).map((date) => Math.round(Number(date) / 1_000));
    expect(seconds).toEqual([times.startedAt, times.endedAt].map((at) => Number(dateOf(at)) / 1_000));
    expect(row?.[2]).toBe(125);
    expect(row).toContain(formulas[0]);
  });

  it('holds what the list shows to the same person: nobody withheld is told', async () => {
    const accountId = await anAccount(test.database, { name: 'Secret Bank' });
    const personId = await aPerson(test.database, accountId, { name: 'Secret Person' });
    const { number } = await requests.aComplaint({ repConcernedId: desk.supervisor.staffId }, { accountId, personId });
    const [row] = (await csv('complaints/export?format=csv', desk.supervisor)).filter(
      (one) => one['Number'] === number,
    );
    expect(row).toMatchObject({ Account: 'withheld', Person: 'withheld' });
    const stranger = await aDesk(test.database);
    expect(await csv('complaints/export?format=csv&state=all', stranger.head)).toEqual([]);
    await requests.get(desk.rep, 'complaints/export?format=csv').expect(403);
  });

  it('is recorded: who, what, how many', async () => {
    const rows = await csv('complaints/export?format=csv&state=all&severity=money');
    const entry = await test.database.first(
      `SELECT by_name, act, entity_name, after FROM audit_entry WHERE act LIKE 'list.%' ORDER BY n DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      by_name: expect.any(String),
      act: 'list.exported',
      entity_name: 'complaints',
      after: { file: 'csv', rows: rows.length, filters: 'state=all & severity=money' },
    });
  });

  describe('of many rows', () => {
    let accountId: string;
    beforeAll(async () => {
      accountId = await anAccount(test.database, { name: 'Large' });
      const { contactId } = await requests.logged({ accountId, ...times });
      await test.database.transaction(async (sql) => {
        // Without the triggers: only the rows matter here.
        await sql.change('ALTER TABLE contact DISABLE TRIGGER USER');
        await sql.change(
          `INSERT INTO contact SELECT c.* FROM contact o, generate_series(1, 100500) n,
           jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'conversation_id', gen_random_uuid(), 'started_at', o.started_at - n * interval '1 second', 'ended_at', o.ended_at - n * interval '1 second')) c
         WHERE o.id = $1`,
          [contactId],
        );
        await sql.change('ALTER TABLE contact ENABLE TRIGGER USER');
      });
    });

    it('ends at 100,000 and says so, while others are answered', async () => {
      let answered = 0;
      const running = { is: true };
      const others = (async () => {
        while (running.is) {
          await test.http.get('/api/health').expect(200);
          answered += 1;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      const { content } = await file(`contacts/export?format=csv&accountId=${accountId}`);
      running.is = false;
      await others;
      const lines = content.toString('utf8').trimEnd().split('\r\n');
      expect(lines).toHaveLength(100_002);
      expect(lines.at(-1)).toContain('Only the first 100,000 rows are here');
      expect(new Set(lines).size).toBe(lines.length);
      // Were the rows made in one go, nobody else would have a turn.
      expect(answered).toBeGreaterThan(20);
    });

    it('is one at a time for each person, and stops when the reader goes', async () => {
      const path = `/api/contacts/export?format=csv&accountId=${accountId}`;
      const first = request(`${test.url}${path}`, { headers: { Cookie: desk.head.cookie } }).end();
      const answer = await new Promise<import('node:http').IncomingMessage>((resolve) =>
        first.once('response', resolve),
      );
      answer.pause();
      expect((await requests.get(desk.head, path.slice(5)).expect(409)).body.code).toBe('export-running');
      const colleague = await aColleague(test.database, desk);
      expect(colleague.staffId).toBeTruthy();
      answer.on('error', () => undefined);
      first.on('error', () => undefined);
      first.destroy();
      const broken = async () =>
        (await test.database.first<{ after: { rows: number } }>(
          `SELECT after FROM audit_entry WHERE act = 'list.export-broken-off' ORDER BY n DESC LIMIT 1`,
        )) ?? null;
      for (let tries = 0; tries < 100 && !(await broken()); tries += 1) await new Promise((go) => setTimeout(go, 50));
      expect((await broken())?.after.rows).toBeLessThan(100_000);
      await file(`contacts/export?format=csv&accountId=${await anAccount(test.database)}`);
    });
  });
});
