import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import { type MetricId, satisfactionMetrics } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount } from '../testing/builders.js';
import { aSurveyForm } from '../testing/surveys.js';
import { anAccountAnswer, aSurveyAsk, type SurveyAskToBe } from '../testing/satisfaction-rows.js';
import { anAnswer } from '../testing/stored-rows.js';
import { ago, aFigureDesk, type FigureDesk } from '../testing/figure-desk.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('figures of surveys', () => {
  let test: TestApp;
  let versionId: string;
  let desk: FigureDesk;
  beforeAll(async () => {
    test = await createTestApp();
    desk = await aFigureDesk(test);
    ({ versionId } = await aSurveyForm(test.database, 'key-account'));
  });
  afterAll(() => test.close());

  it('nps and ces: shares of their scales, apart for contacts and the relationship, never of a person', async () => {
    const sql = test.database;
    const accountId = await anAccount(sql);
    const contactId = await desk.contact({ accountId, endedAt: ago(9) });
    for (const score of [10, 9, 9, 8, 7, 6, 0]) await anAnswer(sql, contactId, score, undefined, 'nps');
    for (const score of [7, 5, 4, 1]) await anAnswer(sql, contactId, score, undefined, 'ces');
    const told = { ...desk.credit, accountId, at: ago(9) };
    for (const score of [10, 6]) await anAccountAnswer(sql, { ...told, kind: 'nps', score });
    for (const score of [5, 6, 3]) await anAccountAnswer(sql, { ...told, kind: 'ces', score });
    // Of another scale.
    await anAnswer(sql, contactId, 5, undefined, 'csat');
    await anAccountAnswer(sql, { ...told, kind: 'nps', score: 4, scale: 5 });

    // 3 promoters and 2 detractors of 7: (3 - 2) / 7, SE = sqrt((5/7 - 1/49) / 7).
    const nps = await desk.figure('nps');
    expect(nps).toMatchObject({ numerator: 1, denominator: 7, n: 7, interval: { method: 'normal' } });
    expect(nps.interval!.high).toBeCloseTo(1 / 7 + 1.959964 * Math.sqrt((5 / 7 - 1 / 49) / 7), 6);
    expect(await desk.figure('nps-relationship')).toMatchObject({ numerator: 0, denominator: 2, value: 0 });
    expect(await desk.figure('ces')).toMatchObject({
      numerator: 2,
      denominator: 4,
      value: 0.5,
      interval: { method: 'wilson' },
    });
    expect(await desk.figure('ces-relationship')).toMatchObject({ numerator: 2, denominator: 3 });
    expect(await desk.figure('nps', { quantiles: 'yes', scope: `team:${desk.credit.teamId}` })).toMatchObject({
      n: 7,
      median: null,
    });
    const { groups } = await desk.get<FigureReply>('nps', {
      by: 'score',
      scope: `department:${desk.credit.departmentId}`,
    });
    expect(groups.map(({ keys: [key], figure: { n } }) => `${key}: ${n}`)).toEqual([
      '0: 1',
      '10: 1',
      '6: 1',
      '7: 1',
      '8: 1',
      '9: 2',
    ]);
    const { rows } = await desk.receipt('nps', 'numerator');
    expect(rows.map(({ numerator }) => numerator).toSorted()).toEqual([-1, -1, 1, 1, 1]);
    for (const query of [{ by: 'rep' }, { scope: `rep:${desk.credit.repId}` }, { by: 'supervisor' }])
      await test.http
        .get('/api/figures/nps')
        .query({ from: ago(100).toISOString(), to: ago(0).toISOString(), ...query })
        .set('Cookie', desk.executive.cookie)
        .expect(400);
  });

  it('answered of delivered, by the day asked: bounced is out, expired and open are not answered, links and agents beside', async () => {
    const contactId = await desk.contact({ endedAt: ago(20) });
    const accountId = await anAccount(test.database);
    const ask = (ask: Partial<SurveyAskToBe>) =>
      aSurveyAsk(test.database, { ...desk.credit, versionId, contactId, askedAt: ago(20), ...ask });
    // One of each state may be about a contact by mail; the others are about contacts of their own.
    const other = async () => desk.contact({ endedAt: ago(20) });
    await ask({ state: 'answered' });
    await ask({ state: 'answered', contactId: await other() });
    await ask({ state: 'expired', contactId: await other() });
    await ask({ state: 'sent', contactId: await other(), askedAt: ago(2) });
    // Expired, though nobody has noted it yet.
    await ask({ state: 'sent', contactId: await other(), expiresAt: ago(1) });
    await ask({ state: 'bounced', contactId: await other() });
    await ask({ state: 'answered', channel: 'agent' });
    await ask({ state: 'answered', channel: 'link', contactId: await other() });
    await ask({ state: 'sent', channel: 'link', contactId: await other() });
    const voided = await other();
    await ask({ state: 'expired', contactId: voided });
    await test.database.change(`UPDATE contact SET voided_at = now(), void_reason = 'Twice' WHERE id = $1`, [voided]);
    const aboutAccount = { contactId: undefined, accountId };
    await ask({ ...aboutAccount, state: 'answered' });
    await ask({ ...aboutAccount, state: 'bounced' });

    expect(await desk.figure('survey-response-rate')).toMatchObject({
      ...{ numerator: 2, denominator: 5, value: 0.4, excluded: { bounced: 1 } },
      beside: { ask_open: 1, ask_undelivered: 2 },
    });
    expect(await desk.figure('survey-response-rate-relationship')).toMatchObject({
      ...{ numerator: 1, denominator: 1, excluded: { bounced: 1 }, beside: { ask_open: 0, ask_undelivered: 0 } },
    });
    // The list of those who were asked says the same.
    for (const query of ['', `?departmentId=${desk.credit.departmentId}`]) {
      const path = `/api/survey-asks/counts${query}`;
      expect((await test.http.get(path).set('Cookie', desk.executive.cookie)).body).toMatchObject({
        letters: { contacts: { answered: 2, delivered: 5 }, relationship: { answered: 1, delivered: 1 } },
        beside: { links: 1, entered: 1 },
      });
    }
    expect(await desk.figure('survey-response-rate', { from: ago(3).toISOString() })).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
    const byRep = (await desk.get<FigureReply>('survey-response-rate', { by: ['rep', 'channel'] })).groups;
    expect(byRep.map(({ keys, figure }) => [...keys, figure.n])).toEqual([[desk.credit.repId, 'phone', 5]]);
    const { rows } = await desk.receipt('survey-response-rate');
    expect(rows.map(({ kind, came }) => `${kind} ${came?.as}`).toSorted()).toEqual(
      ['answered', 'answered', 'may-answer', 'not-answered', 'not-answered'].map((as) => `survey ${as}`),
    );
    expect((await desk.receipt('survey-response-rate-relationship')).rows).toMatchObject([
      { accountId, contactId: null },
    ]);
    expect(await desk.figure('survey-response-rate', {}, desk.rep)).toMatchObject({ denominator: 0, value: null });
  });

  it('gap: perceived less expected of one reply, by dimension; halves, other scales and contacts are left out', async () => {
    const sql = test.database;
    const accountId = await anAccount(sql);
    const contactId = await desk.contact({ accountId, endedAt: ago(30) });
    const reply = async (items: Record<string, number>, changes: object = {}) => {
      const askId = await aSurveyAsk(sql, {
        ...desk.credit,
        versionId,
        accountId,
        askedAt: ago(40),
        state: 'answered',
      });
      for (const [item, score] of Object.entries(items))
        await anAccountAnswer(sql, {
          ...desk.credit,
          careClass: 'loyal',
          accountId,
          askId,
          at: ago(30),
          kind: 'item',
          item,
          score,
          ...changes,
        });
      return askId;
    };
    await reply({
      'reliability-expectation': 7,
      'reliability-perception': 5,
      'empathy-expectation': 4,
      'empathy-perception': 6,
    });
    await reply({ 'reliability-expectation': 6, 'reliability-perception': 6, 'tangibles-perception': 3 });
    // Without an ask: of the same account and moment, as an import has it.
    for (const [item, score] of [
      ['reliability-expectation', 7],
      ['reliability-perception', 3],
    ] as const)
      await anAccountAnswer(sql, {
        ...desk.credit,
        careClass: 'loyal',
        accountId,
        at: ago(29),
        kind: 'item',
        item,
        score,
        enteredHow: 'import',
      });
    await reply({ 'empathy-expectation': 4, 'empathy-perception': 5 }, { scale: 5 });
    await reply({ 'empathy-expectation': 4, 'empathy-perception': 7 }, { contactId });
    // No key account, and a question of somebody's own.
    await reply({ 'empathy-expectation': 1, 'empathy-perception': 7, [`${uuid()}.q1`]: 4 }, { careClass: null });

    // Reliability -2, 0, -4; empathy +2.
    const gap = await desk.figure('servqual-gap');
    expect(gap).toMatchObject({ numerator: -4, denominator: 4, value: -1, interval: { method: 'normal' } });
    expect(gap.excluded).toEqual({ 'without its other half': 1, 'on another scale': 1, 'about a contact': 1 });
    expect(gap.standardDeviation).toBeCloseTo(Math.sqrt((4 + 0 + 16 + 4 - 4) / 3), 12);
    const { groups } = await desk.get<FigureReply>('servqual-gap', { by: ['servqual-dimension', 'care-class'] });
    expect(groups.filter(({ figure: { n } }) => n > 0).map(({ keys, figure: { value } }) => [...keys, value])).toEqual([
      ['empathy', 'loyal', 2],
      ['reliability', 'loyal', -2],
    ]);
    expect(await desk.figure('servqual-gap', { scope: 'servqual-dimension:reliability' })).toMatchObject({
      n: 3,
      value: -2,
    });
    const { rows } = await desk.receipt('servqual-gap');
    expect(rows.map(({ numerator, came, what }) => [numerator, came?.as, what])).toEqual(
      expect.arrayContaining([
        [-4, 'reliability', '3 − 7'],
        [2, 'empathy', '6 − 4'],
        [0, 'reliability', '6 − 6'],
      ]),
    );
    expect(rows.every((row) => row.accountId === accountId && row.kind === 'answer')).toBe(true);
    expect(await desk.figure('servqual-gap', {}, desk.rep)).toMatchObject({ denominator: 0 });
  });

  it.each(Object.keys(satisfactionMetrics).filter((id) => !id.startsWith('csat') && id !== 'fcr') as MetricId[])(
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
