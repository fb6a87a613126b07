import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anAccount, aReason, aTeam } from '../testing/builders.js';
import { aClass } from '../testing/care-rows.js';
import { anAccountAnswer } from '../testing/satisfaction-rows.js';
import { aComplaint, type ContactToBe } from '../testing/stored-rows.js';
import { ago, aFigureDesk, type FigureDesk } from '../testing/figure-desk.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('figures of what follows a first contact, and of complaints by customers', () => {
  let test: TestApp;
  let desk: FigureDesk;
  beforeAll(async () => {
    test = await createTestApp();
    desk = await aFigureDesk(test);
  });
  afterAll(() => test.close());

  it('settled at first contact: none further on the matter within 7 days of its end; pending is never settled', async () => {
    const sql = test.database;
    const [reasonId, otherReasonId] = [
      await aReason(sql, desk.credit.departmentId),
      await aReason(sql, desk.credit.departmentId),
    ];
    const teamId = await aTeam(sql, desk.credit.departmentId);
    const of = async (endedAt: Date, changes: Partial<ContactToBe> = {}) =>
      desk.contact({ teamId, reasonId, endedAt, ...changes });
    const account = () => anAccount(sql);
    const person = async (accountId: string) => {
      const id = uuid();
      await sql.change(`INSERT INTO person (id, account_id, name) VALUES ($1, $2, 'Li')`, [id, accountId]);
      return id;
    };
    const by = (id: string, personId: string) =>
      sql.change('UPDATE contact SET person_id = $2 WHERE id = $1', [id, personId]);

    // Settled: alone; the next exactly later than 7 days is a first one again, and settled too.
    const calm = await account();
    await of(ago(60), { accountId: calm });
    await of(new Date(ago(53).getTime() + 1000), { accountId: calm });
    // Followed on the 7th day to the second; the second is no first one. Once more: 7 days after the second is not first either.
    const busy = await account();
    const first = await of(ago(60), { accountId: busy });
    const second = await of(ago(53), { accountId: busy });
    await of(ago(47), { accountId: busy });
    // Another reason, another person of the account, our own regular call and one that reached nobody: no further contact.
    const quiet = await account();
    const [li, wang] = [await person(quiet), await person(quiet)];
    await by(await of(ago(60), { accountId: quiet }), li);
    await by(await of(ago(59), { accountId: quiet, reasonId: otherReasonId }), li);
    await by(await of(ago(59), { accountId: quiet }), wang);
    await by(await of(ago(58), { accountId: quiet, purpose: 'proactive', direction: 'out' }), li);
    await by(await of(ago(58), { accountId: quiet, direction: 'out', outcome: 'not-reached' }), li);
    // Who gave up in the queue had to turn to us again; so had whoever we called back.
    const [gaveUp, calledBack] = [await account(), await account()];
    await of(ago(60), { accountId: gaveUp });
    await of(ago(58), { accountId: gaveUp, outcome: 'abandoned-in-queue' });
    await of(ago(60), { accountId: calledBack });
    await of(ago(58), { accountId: calledBack, direction: 'out' });
    // Passed on within one conversation: one contact, the first leg's.
    const passedOn = await account();
    const leg = await of(ago(60), { accountId: passedOn });
    const next = await of(new Date(ago(60).getTime() + 60_000), { accountId: passedOn });
    await sql.change('UPDATE contact SET conversation_id = $1 WHERE id = $2', [leg, next]);
    // Not ripe, though followed already; unknown; without a reason; voided follows nobody.
    const fresh = await account();
    await of(ago(6), { accountId: fresh });
    await of(ago(5), { accountId: fresh });
    await of(ago(60), { accountId: null });
    await of(ago(60), { accountId: calm, reasonId: null });
    const undone = await account();
    await of(ago(60), { accountId: undone });
    await sql.change(`UPDATE contact SET voided_at = now(), void_reason = 'Twice' WHERE id = $1`, [
      await of(ago(58), { accountId: undone }),
    ]);

    const scope = `team:${teamId}`;
    // Settled: calm twice, Li twice (two reasons), Wang, passed on, undone. Followed: busy, gave up, called back.
    const fcr = await desk.figure('fcr', { scope });
    expect(fcr).toMatchObject({ numerator: 7, denominator: 10, value: 0.7, interval: { method: 'wilson' } });
    expect(fcr.excluded).toEqual({ 'within its 7 days': 1, 'unknown caller': 1, 'no reason recorded': 1 });
    const { groups } = await desk.get<FigureReply>('fcr', { scope, by: 'rep' });
    expect(groups).toMatchObject([{ keys: [desk.credit.repId], figure: { numerator: 7, denominator: 10 } }]);
    const { rows } = await desk.get<ReceiptReply>('fcr/receipt', { scope, part: 'denominator' });
    const row = rows.find(({ id }) => id === first)!;
    expect(row).toMatchObject({
      numerator: 0,
      denominator: 1,
      kind: 'contact',
      came: { as: 'followed', at: ago(53).toISOString() },
    });
    expect(rows.some(({ id }) => id === second)).toBe(false);
    expect(rows.filter(({ came }) => came?.as === 'settled')).toHaveLength(7);
    expect(await desk.figure('fcr', { scope }, desk.rep)).toMatchObject({ denominator: 0, value: null });
  });

  it('complaints per 1,000 accounts: received in the period, of accounts active at its end', async () => {
    const sql = test.database;
    await sql.change(`UPDATE account SET merged_into = NULL`);
    const active = (await desk.figure('complaints-per-1000-accounts')).denominator ?? 0;
    const [byRevenue, byAnswer, old] = [await anAccount(sql), await anAccount(sql), await anAccount(sql)];
    await aClass(sql, byRevenue, 'dormant', { from: ago(400) });
    await sql.change(
      `INSERT INTO revenue_month (account_id, month, amount) VALUES ($1, date_trunc('month', now() - interval '4 months'), 5)`,
      [byRevenue],
    );
    await anAccountAnswer(sql, { ...desk.credit, accountId: byAnswer, at: ago(300), score: 4 });
    const longAgo = await desk.contact({ accountId: old, endedAt: ago(400) });
    await anAccount(sql);
    const complaintId = await aComplaint(
      sql,
      await desk.contact({ accountId: byAnswer, careClass: 'dormant', endedAt: ago(10) }),
    );
    await aComplaint(sql, longAgo);

    const found = await desk.figure('complaints-per-1000-accounts');
    expect(found).toMatchObject({ numerator: 1, denominator: active + 2, interval: { method: 'exact-poisson' } });
    expect(found.value).toBeCloseTo(1000 / (active + 2), 9);
    // At the end of a year ago the old one was active, and nobody else.
    expect(
      await desk.figure('complaints-per-1000-accounts', { from: ago(410).toISOString(), to: ago(390).toISOString() }),
    ).toMatchObject({
      ...{ numerator: 1, denominator: 1, value: 1000 },
    });
    expect(await desk.figure('complaints-per-1000-accounts', { scope: 'care-class:dormant' })).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    const above = await desk.receipt('complaints-per-1000-accounts', 'numerator');
    expect(above.rows).toMatchObject([{ id: complaintId, kind: 'complaint' }]);
    const below = await desk.receipt('complaints-per-1000-accounts');
    expect(below.rows.find(({ id }) => id === byRevenue)).toMatchObject({
      kind: 'account',
      contactId: null,
      accountId: byRevenue,
    });
    expect(below.rows).toHaveLength(active + 2);
  });

  it.each(['fcr', 'complaints-per-1000-accounts'] as const)(
    '%s: the rows of the receipt, summed anew, give the figure',
    async (metric) => {
      const { total } = await desk.get<FigureReply>(metric, {});
      for (const part of ['numerator', 'denominator'] as const) {
        const { rows, hidden } = await desk.get<ReceiptReply>(`${metric}/receipt`, { part, limit: 500 });
        expect(rows.reduce((sum, row) => sum + row[part], 0)).toBe(total[part]);
        expect(new Set(rows.map(({ id }) => id)).size + hidden).toBe(rows.length);
      }
      expect(total.n).toBeGreaterThan(0);
    },
  );
});
