import { complaintMetrics, definitionOf, type MetricId, metricIds } from '@forecall/domain';
import type { FigureReply, ReceiptReply } from '@forecall/contracts';
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
import { sequence } from '../testing/sequence.js';
import { aComplaint, aContact, aCourse, anAnswer, enteredByOurs } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { foldAll } from '../tallies/fold.query.js';
import { verifyTallies } from '../tallies/verify.js';

/** An attribute as imports bring it: a number of either sign, or none. */
const delay = (n: number) => (n % 5 === 0 ? {} : { delay: (n % 40) / 4 - 2 });

const about = (metric: MetricId): { attribute?: string } =>
  definitionOf(metric).isOfAttribute ? { attribute: 'delay' } : {};

const [from, to] = ['2026-03-01', '2026-04-01'];

describe('figures and their receipts', () => {
  let test: TestApp;
  let executive: SignedIn;
  let departments: string[];
  let teams: string[];
  let reps: string[];
  let reasons: string[];
  let accounts: string[];

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Europe/Berlin' });
    departments = [await aDepartment(sql, { name: 'Billing' }), await aDepartment(sql, { name: 'Delivery' })];
    teams = await Promise.all(departments.map((id) => aTeam(sql, id)));
    reps = await Promise.all(teams.flatMap((teamId) => [aStaff(sql, { teamId }), aStaff(sql, { teamId })]));
    reasons = await Promise.all(departments.map((id) => aReason(sql, id)));
    accounts = [await anAccount(sql), await anAccount(sql)];
    await sql.change(`UPDATE account SET created_at = '2026-01-01', attributes = '{"delay": 3}'`);
    executive = await aSignIn(sql, { role: 'executive' });
    await randomMonth();
  });
  afterAll(() => test.close());

  /** A month with every kind of contact, across the night in which clocks go forward. */
  async function randomMonth(): Promise<void> {
    const next = sequence(20_260_301);
    for (let i = 0; i < 400; i += 1) {
      const at = new Date(Date.UTC(2026, 1, 28, 22) + next(32 * 24 * 3600) * 1000);
      const handling = next(2);
      const outcome =
        ['handled', 'handled', 'handled', 'abandoned-in-queue', 'abandoned-in-menu'][next(5)] ?? 'handled';
      const contactId = await aContact(test.database, {
        departmentId: departments[handling] ?? '',
        answerableId: departments[next(2)],
        teamId: teams[handling],
        repId: next(10) === 0 ? null : reps[handling * 2 + next(2)],
        reasonId: next(8) === 0 ? null : reasons[next(2)],
        accountId: next(3) === 0 ? null : accounts[next(2)],
        channel: ['phone', 'phone', 'chat', 'email', 'letter'][next(5)],
        purpose: next(12) === 0 ? 'internal' : 'service',
        outcome,
        startedAt: new Date(at.getTime() - next(1800) * 1000),
        endedAt: at,
        waitSeconds: next(6) === 0 ? null : next(90),
        talkSeconds: outcome === 'handled' && next(5) > 0 ? next(600) : null,
        holdSeconds: next(3) === 0 ? next(60) : null,
        resolved: next(3) > 0,
        attributes: { product: ['Terminal', 'Router'][next(2)], ...delay(i) },
      });
      if (outcome === 'handled' && next(6) === 0) {
        const complaintId = await aComplaint(test.database, contactId, {
          repConcernedId: next(2) === 0 ? reps[next(4)] : null,
          foundByUs: next(6) === 0,
        });
        await aCourse(test.database, complaintId, at, next);
      }
      if (outcome === 'handled' && next(2) === 0) {
        const answerId = await anAnswer(test.database, contactId, 1 + next(5), at);
        if (next(3) === 0) await enteredByOurs(test.database, answerId);
        await anAnswer(test.database, contactId, next(11), at, 'nps');
        await anAnswer(test.database, contactId, 1 + next(7), at, 'ces');
      }
      if (i === 250) await test.database.transaction(foldAll);
    }
  }

  async function ask(
    metric: MetricId,
    query: Record<string, string | string[]>,
    who = executive,
  ): Promise<FigureReply> {
    const { body } = await test.http
      .get(`/api/figures/${metric}`)
      .query({ from, to, ...about(metric), ...query })
      .set('Cookie', who.cookie)
      .expect(200);
    return body as FigureReply;
  }

  async function receiptRows(
    metric: MetricId,
    query: Record<string, string | string[]>,
  ): Promise<ReceiptReply['rows']> {
    const rows: ReceiptReply['rows'] = [];
    let after: string | undefined;
    do {
      const reply = await test.http
        .get(`/api/figures/${metric}/receipt`)
        .query({ from, to, ...about(metric), limit: 150, ...(after ? { after } : {}), ...query })
        .set('Cookie', executive.cookie)
        .expect(200);
      const body = reply.body as ReceiptReply;
      rows.push(...body.rows);
      after = body.next ?? undefined;
    } while (after);
    return rows;
  }

  /** All that the month has rows for; the others have specs of their own. */
  const ofTheMonth = metricIds.filter(
    (id) =>
      ['contact', 'answer', 'concerning', 'complaint', 'account', 'first-contact'].includes(definitionOf(id).source) ||
      id in complaintMetrics,
  );

  it.each(ofTheMonth)('%s: the rows of the receipt, summed anew, give the figure', async (metric) => {
    const { total } = await ask(metric, {});
    const above = await receiptRows(metric, { part: 'numerator' });
    const below = await receiptRows(metric, { part: 'denominator' });
    const sum = (rows: ReceiptReply['rows'], part: 'numerator' | 'denominator') =>
      rows.reduce((all, row) => all + row[part], 0);
    expect(new Set([...above.map(({ id, numerator }) => `${id} ${numerator}`)]).size).toBe(above.length);
    expect(sum(above, 'numerator')).toBe(total.numerator);
    if (definitionOf(metric).denominator) expect(sum(below, 'denominator')).toBe(total.denominator);
    expect(total.n).toBeGreaterThan(0);
  });

  it.each(['attribute:product', 'account', 'date', 'date+department', 'month+attribute:product'])(
    'open complaints add up by %s, page by page',
    async (dimensions) => {
      const by = dimensions.split('+');
      const groups: FigureReply['groups'] = [];
      let after: string | undefined;
      do {
        const reply = await ask('open-complaints', { by, limit: '2', ...(after ? { after } : {}) });
        expect(reply.groups.length).toBeLessThanOrEqual(2);
        groups.push(...reply.groups);
        after = reply.next ?? undefined;
      } while (after);
      const { total } = await ask('open-complaints', {});
      expect(groups.reduce((sum, { figure }) => sum + figure.numerator, 0)).toBe(total.numerator);
      expect(new Set(groups.map(({ keys }) => JSON.stringify(keys))).size).toBe(groups.length);
      expect(groups.every(({ keys, names }) => keys.length === by.length && names.length === by.length)).toBe(true);
    },
  );

  it('open complaints of one attribute are those under its name', async () => {
    const { groups } = await ask('open-complaints', { by: 'attribute:product' });
    const terminals = groups.find(({ keys: [key] }) => key === 'Terminal')?.figure.numerator;
    expect((await ask('open-complaints', { scope: 'attribute:product:Terminal' })).total.numerator).toBe(terminals);
    expect(await receiptRows('open-complaints', { scope: 'attribute:product:Terminal' })).toHaveLength(terminals ?? -1);
    const quoted = await ask('open-complaints', { scope: `attribute:product:x' OR true --`, by: 'attribute:a.b (c)' });
    expect(quoted).toMatchObject({ total: { numerator: 0 }, groups: [] });
  });

  const ofCourses = (Object.keys(complaintMetrics) as (keyof typeof complaintMetrics)[]).filter(
    (metric) => metric !== 'complaints-per-1000-accounts',
  );
  const breakdowns: Record<string, string[]> = {
    department: ['department'],
    channel: ['channel'],
    reason: ['reason'],
    date: ['date'],
    weekday: ['weekday'],
    hour: ['hour'],
    'department x month': ['department', 'month'],
  };
  const tallied = metricIds.filter((id) => ['contact', 'answer'].includes(definitionOf(id).source));

  it.each(tallied)('%s: tallies and rows give the same figures in every breakdown', async (metric) => {
    for (const by of Object.values(breakdowns)) {
      const fromTallies = await ask(metric, { by });
      const fromRows = await ask(metric, { by, scope: every });
      expect(fromTallies.groups.length).toBeGreaterThan(0);
      expect(fromTallies.groups).toEqual(fromRows.groups);
      expect(fromTallies.total).toEqual(fromRows.total);
    }
  });

  /** A condition that every row meets and no tally knows, so that the rows must answer. */
  const every = 'attribute:everywhere:yes';

  beforeAll(async () => {
    await test.database.change(`UPDATE contact SET attributes = attributes || '{"everywhere": "yes"}'`);
  });

  it('the breakdown adds up to the total', async () => {
    for (const metric of ['handled', 'complaint-rate', 'asa', 'csat', 'nps', 'fcr', ...ofCourses] as const) {
      for (const by of Object.values(breakdowns)) {
        const { groups, total } = await ask(metric, { by });
        expect(groups.reduce((sum, { figure }) => sum + figure.numerator, 0)).toBe(total.numerator);
        expect(groups.reduce((sum, { figure }) => sum + figure.n, 0)).toBe(total.n);
      }
    }
  });

  it('answers a period that begins and ends between quarter-hours from minutes, exactly', async () => {
    const odd = { from: '2026-03-10T08:07:00Z', to: '2026-03-17T19:53:00Z' };
    const fromTallies = await ask('handled', { ...odd, by: 'department' });
    const fromRows = await ask('handled', { ...odd, by: 'department', scope: every });
    expect(fromTallies.groups).toEqual(fromRows.groups);
    expect(fromTallies.total.n).toBeGreaterThan(10);
  });

  it('gives median, 90th and 95th percentile with linear interpolation, and the maximum', async () => {
    const { total } = await ask('talk-mean', { quantiles: 'yes' });
    const rows = (await receiptRows('talk-mean', {})).map(({ numerator }) => numerator).sort((a, b) => a - b);
    const quantile = (p: number) => {
      const place = p * (rows.length - 1);
      const [low, high] = [rows[Math.floor(place)] ?? NaN, rows[Math.ceil(place)] ?? NaN];
      return low + (high - low) * (place - Math.floor(place));
    };
    expect(total.median).toBeCloseTo(quantile(0.5), 9);
    expect(total.percentile90).toBeCloseTo(quantile(0.9), 9);
    expect(total.percentile95).toBeCloseTo(quantile(0.95), 9);
    expect(total.maximum).toBe(rows.at(-1));
  });

  it('shows a rep only own figures, a head the own department, and leaders the board figure of every department', async () => {
    const rep = await aSignIn(test.database, { role: 'rep', staffId: reps[0] });
    const head = await aSignIn(test.database, { role: 'head', unitId: departments[0] });
    const own = await ask('handled', {}, rep);
    expect(own).toMatchObject({
      narrowedToReach: true,
      total: { n: (await ask('handled', { scope: `rep:${reps[0]}` })).total.n },
    });
    const others = await ask('handled', { scope: `rep:${reps[3]}` }, rep);
    expect(others.total.n).toBe(0);
    const board = await ask('complaint-rate', { by: 'department' }, head);
    expect(board).toMatchObject({ narrowedToReach: false });
    expect(board.groups).toHaveLength(2);
    const { body } = await test.http
      .get('/api/figures/complaint-rate/receipt')
      .query({ from, to, scope: `department:${departments[1]}`, part: 'denominator', limit: 500 })
      .set('Cookie', head.cookie)
      .expect(200);
    const receipt = body as ReceiptReply;
    expect(receipt.hidden).toBeGreaterThan(0);
    expect(receipt.rows.length + receipt.hidden).toBe(receipt.figure.denominator);
  });

  it.each([
    [{ from: '2026-11-28', to: '2026-11-29', part: 'numerator' }, '2026-11-28 numerator'],
    [{ from: '2026-11-22', to: '2026-11-29' }, '2026-11-22 to 2026-11-28 denominator'],
    [{ from: '2026-11-28T01:58:00Z', to: '2026-11-28T02:58:00Z' }, '2026-11-28 0258-0358 denominator'],
  ])('gives the file of a receipt for %j the name of metric, scope and period', async (asked, ending) => {
    const executive = await aSignIn(test.database, { role: 'executive' });
    const department = departments[0]!;
    const { name } = (await test.database.first<{ name: string }>('SELECT name FROM department WHERE id = $1', [
      department,
    ]))!;
    const { headers } = await test.http
      .get('/api/figures/complaint-rate/receipt.csv')
      .query({ ...asked, scope: `department:${department}` })
      .set('Cookie', executive.cookie)
      .expect(200);
    const named = /filename\*=UTF-8''(.+)$/.exec(headers['content-disposition'] ?? '')?.[1] ?? '';
    expect(decodeURIComponent(named)).toBe(`complaint-rate ${name} ${ending}.csv`);
  });

  it('keeps tallies equal to a recount through corrections, moves, voids and deletions', async () => {
    const sql = test.database;
    await sql.change(`UPDATE contact SET answerable_department_id = $1 WHERE channel = 'chat'`, [departments[0]]);
    await sql.change(
      `UPDATE contact SET ended_at = ended_at + interval '3 days', talk_seconds = 7 WHERE channel = 'email'`,
    );
    await sql.change(
      `UPDATE contact SET voided_at = now(), void_reason = 'twice' WHERE channel = 'letter' AND complaint_mark = 0`,
    );
    await sql.change(`UPDATE complaint SET voided_at = now(), void_reason = 'none' WHERE found_by_us`);
    await sql.change(`DELETE FROM answer WHERE score = 3`);
    expect(await verifyTallies(sql)).toEqual([]);
    await sql.transaction(foldAll);
    expect(await verifyTallies(sql)).toEqual([]);
  });

  it('finds a tally that was changed behind its back', async () => {
    await test.database.change(
      `UPDATE tally_day SET handled = handled + 1 WHERE ctid = (SELECT ctid FROM tally_day LIMIT 1)`,
    );
    expect(await verifyTallies(test.database)).toHaveLength(1);
  });
});
