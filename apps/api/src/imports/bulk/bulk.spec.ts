import type { BulkResult } from '@forecall/contracts';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aTeam,
  type SignedIn,
} from '../../testing/builders.js';
import { apiDocument } from '../../platform/docs/api-document.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { verifyTallies } from '../../tallies/verify.js';

describe('bulk entry', () => {
  let test: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Europe/Berlin' });
    admin = await aSignIn(sql, { role: 'admin' });
    const teamId = await aTeam(sql, await aDepartment(sql, { name: 'Billing' }));
    await sql.change('UPDATE staff SET external_id = $2 WHERE id = $1', [await aStaff(sql, { teamId }), 'S-7']);
    await sql.change('UPDATE staff SET external_id = $2 WHERE id = $1', [await aStaff(sql), 'S-9']);
    const departmentId = await aDepartment(sql, { name: 'Delivery' });
    await sql.change(`UPDATE reason SET name_en = 'Late' WHERE id = $1`, [await aReason(sql, departmentId)]);
    await sql.change(`UPDATE account SET number = 'A-1' WHERE id = $1`, [await anAccount(sql)]);
  });
  afterAll(() => test.close());

  const send = (what: string, rows: readonly object[], source = 'switch') =>
    test.http.post(`/api/bulk/${what}`).set('Cookie', admin.cookie).send({ source, rows });
  const result = async (what: string, rows: readonly object[]) =>
    (await send(what, rows).expect(200)).body as BulkResult;
  const contact = (n: number, more: object = {}) => ({
    ...{ externalId: `C-${n}`, channel: 'phone', rep: 'S-7', reason: ['Late'], account: 'A-1' },
    ...{ startedAt: '2026-03-02T09:00:00+01:00', endedAt: '2026-03-02T09:05:00+01:00', talkSeconds: 240, ...more },
  });
  const count = async (table: string) =>
    (await test.database.first<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n;

  it('stores a thousand contacts, each attributed as of its time, and the same again adds none', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => contact(n, { note: 'long '.repeat(400) }));
    const first = await result('contacts', rows);
    expect(first).toMatchObject({ stored: 1_000, there: 0, refused: 0 });
    const again = await result('contacts', rows);
    expect(again).toMatchObject({ stored: 0, there: 1_000, refused: 0 });
    expect(again.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(await count('contact')).toBe(1_000);
    const [one] = await test.database.rows(`
      SELECT h.name AS handling, a.name AS answerable, c.source, c.created_by IS NOT NULL AS by, c.batch_id
      FROM contact c JOIN department h ON h.id = c.handling_department_id
      JOIN department a ON a.id = c.answerable_department_id LIMIT 1`);
    expect(one).toEqual({ handling: 'Billing', answerable: 'Delivery', source: 'switch', by: true, batch_id: null });
    expect(await verifyTallies(test.database)).toEqual([]);
    await send('contacts', [...rows, contact(2_000)]).expect(400);
    expect(await count('contact')).toBe(1_000);
  });

  it('says in the description of the API what each route does', () => {
    const routes = Object.entries(apiDocument(test.app).paths).filter(([path]) => path.startsWith('/api/bulk/'));
    expect(routes.map(([, { post }]) => post?.summary)).toEqual([
      expect.stringContaining('contacts'),
      expect.stringContaining('complaints'),
      expect.stringContaining('answers'),
    ]);
  });

  it('refuses rows one by one with what is wrong, and stores the others', async () => {
    const before = (await count('contact')) ?? 0;
    const { rows, ...counts } = await result('contacts', [
      contact(1, { note: 'another' }),
      contact(3_001),
      contact(3_001, { note: 'twice' }),
      contact(3_002, { rep: 'S-8', account: 'A-2', reason: ['Late', 'Very'] }),
      contact(3_003, { rep: null }),
      contact(3_004, { rep: null, department: 'Delivery', outcome: 'abandoned-in-queue', talkSeconds: null }),
      contact(3_005, { endedAt: '2026-03-02T08:00:00+01:00', channel: 'pigeon', wings: 2 }),
      contact(3_007, { rep: 'S-9' }),
      contact(3_006, { endedAt: new Date(Date.now() + 3_600_000).toISOString() }),
      { externalId: 7 },
    ]);
    expect(counts).toEqual({ stored: 2, there: 0, refused: 8 });
    const faults = rows.map(({ state, fields }) => [state, ...fields.map(({ path, code }) => `${path} ${code}`)]);
    expect(faults.slice(0, 6)).toEqual([
      ['refused', 'externalId differs'],
      ['stored'],
      ['refused', 'externalId twice-in-request'],
      ['refused', 'rep unknown-staff', 'account unknown-account', 'reason unknown-reason'],
      ['refused', 'department rep-or-department'],
      ['stored'],
    ]);
    expect(faults[6]).toEqual(expect.arrayContaining(['refused', 'channel invalid_value', ' unrecognized_keys']));
    expect(faults[7]).toEqual(['refused', 'rep rep-without-team']);
    expect(faults.slice(8).map(([state]) => state)).toEqual(['refused', 'refused']);
    expect(await count('contact')).toBe(before + 2);
    await send('contacts', [], 'switch').expect(400);
    await send('contacts', [contact(1)], 'console').expect(400);
  });

  it.each([
    ['rows.1', (keys: object) => [contact(4_001), { ...contact(4_002), ...keys }]],
    ['rows.0.attributes', (keys: object) => [contact(4_001, { attributes: keys })]],
  ])('refuses a request with more keys in %s than any row has, before anything reads them', async (path, rowsOf) => {
    const keys = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 1]));
    const { body } = await send('contacts', rowsOf(keys)).expect(400);
    expect(body).toMatchObject({ code: 'invalid', fields: [{ path, code: 'too-many-keys' }] });
  });

  it('stores complaints with the contact that received them, and their course', async () => {
    const course = [
      { step: 'acknowledged', at: '2026-03-02T12:00:00Z' },
      { step: 'closed', at: '2026-03-05T12:00:00Z' },
    ];
    const complaint = { summary: 'Twice charged', repConcerned: 'S-7', severity: 'money', steps: course };
    const { rows } = await result('complaints', [
      contact(5_001, { complaint }),
      contact(5_002, { complaint: { steps: [...course].reverse() } }),
      contact(5_003, { purpose: 'internal', complaint: {} }),
      contact(5_004, { complaint: { steps: [{ step: 'acknowledged', at: '2150-03-02T12:00:00Z' }] } }),
    ]);
    expect(rows.map(({ state, fields }) => [state, fields[0]?.path])).toEqual([
      ['stored', undefined],
      ['refused', 'complaint.steps.0'],
      ['refused', 'complaint'],
      ['refused', 'complaint.steps.0.at'],
    ]);
    const stored = await test.database.rows(`
      SELECT k.summary, k.is_open, c.complaint_mark AS mark, s.external_id AS concerned,
        (SELECT string_agg(step, ' ' ORDER BY at) FROM complaint_step p WHERE p.complaint_id = k.id) AS course
      FROM complaint k JOIN contact c ON c.id = k.contact_id JOIN staff s ON s.id = k.rep_concerned_id`);
    expect(stored).toEqual([
      ...[
        { summary: 'Twice charged', is_open: false, mark: 1, concerned: 'S-7', course: 'received acknowledged closed' },
      ],
    ]);
    expect(await result('complaints', [contact(5_001, { complaint })])).toMatchObject({ there: 1 });
    expect(await verifyTallies(test.database)).toEqual([]);
  });

  it('stores answers about contacts of the source; a later one counts instead of the earlier', async () => {
    const answer = (n: number, score: number, more: object = {}) => ({
      ...{ externalId: `W-${n}`, contact: 'C-1', score, at: `2026-03-0${n}T10:00:00Z`, ...more },
    });
    const sent = [
      answer(3, 2),
      answer(4, 5),
      answer(5, 6),
      answer(6, 1, { contact: 'C-none' }),
      answer(7, 1, { contact: 'C-3004' }),
    ];
    const { rows } = await result('answers', sent);
    expect(rows.map(({ state, fields }) => [state, fields[0]?.code])).toEqual([
      ['stored', undefined],
      ['stored', undefined],
      ['refused', 'score-outside-scale'],
      ['refused', 'unknown-contact'],
      ['refused', 'contact-not-handled'],
    ]);
    expect(await result('answers', sent.slice(0, 2))).toMatchObject({ stored: 0, there: 2 });
    const many = Array.from({ length: 200 }, (_, n) => answer(3, 3, { externalId: `M-${n}`, contact: `C-${n + 10}` }));
    const twice = await Promise.all([result('answers', many), result('answers', many)]);
    expect(twice.map(({ refused }) => refused)).toEqual([0, 0]);
    expect(twice.reduce((sum, { stored }) => sum + stored, 0)).toBe(200);
    expect((await result('answers', [answer(3, 4)])).rows[0]?.fields[0]?.code).toBe('differs');
    const counting = await test.database.rows(
      "SELECT score FROM answer WHERE superseded_by IS NULL AND external_id LIKE 'W-%'",
    );
    expect(counting).toEqual([{ score: 5 }]);
    expect(await verifyTallies(test.database)).toEqual([]);
  });
});
