import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { foldAll } from '../tallies/fold.query.js';
import { verifyTallies } from '../tallies/verify.js';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aSupervisorOf,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import { anAccountAnswer } from '../testing/satisfaction-rows.js';
import { aContact, anAnswer, enteredByOurs } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const at = new Date('2026-03-10T04:00:00Z');
const asked = { from: '2026-03-01', to: '2026-04-01' };

describe('credit of answers: to a contact, or to the relationship', () => {
  let test: TestApp;
  let executive: SignedIn;
  let supervisor: SignedIn;
  let rep: SignedIn;
  /** Who handles, and who has the account in care. */
  const desk = { departmentId: '', teamId: '', repId: '', supervisorId: '' };
  const care = { departmentId: '', teamId: '', repId: '', supervisorId: '', careClass: 'loyal' };
  let accountId: string;
  const ids: Record<'contact' | 'relationship', string[]> = { contact: [], relationship: [] };

  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql);
    for (const one of [desk, care]) {
      one.departmentId = await aDepartment(sql);
      one.teamId = await aTeam(sql, one.departmentId);
      one.repId = await aStaff(sql, { teamId: one.teamId });
      one.supervisorId = await aStaff(sql);
      await aSupervisorOf(sql, one.teamId, one.supervisorId);
    }
    accountId = await anAccount(sql);
    await sql.change(`UPDATE account SET attributes = '{"segment": "bank"}'`);
    executive = await aSignIn(sql, { role: 'executive' });
    supervisor = await aSignIn(sql, { role: 'supervisor', staffId: care.supervisorId, unitId: care.teamId });
    rep = await aSignIn(sql, { role: 'rep', staffId: care.repId });

    const contactId = await aContact(sql, {
      ...desk,
      accountId,
      reasonId: await aReason(sql, desk.departmentId),
      endedAt: at,
    });
    ids.contact.push(await anAnswer(sql, contactId, 5), await anAnswer(sql, contactId, 3));
    // Entered by one of ours, who would be paid by it: apart from what customers say themselves.
    for (const score of [5, 5, 2]) await enteredByOurs(sql, await anAnswer(sql, contactId, score));
    const told = { ...care, accountId, at };
    for (const score of [2, 4, 4]) ids.relationship.push(await anAccountAnswer(sql, { ...told, score }));
    ids.relationship.push(await anAccountAnswer(sql, { ...told, score: 1, accountId: null, enteredHow: 'import' }));
    // Of nobody known, taken back, and followed by another word: in neither.
    await anAccountAnswer(sql, { ...told, score: 1, accountId: null });
    const gone = [await anAccountAnswer(sql, { ...told, score: 1 }), await anAccountAnswer(sql, { ...told, score: 5 })];
    await sql.change(`UPDATE answer SET voided_at = now(), void_reason = 'Misread' WHERE id = $1`, [gone[0]]);
    await sql.change('UPDATE answer SET superseded_by = $2 WHERE id = $1', [gone[1], ids.relationship[0]]);
    // Another kind and another scale are other figures'.
    await anAccountAnswer(sql, { ...told, score: 9, kind: 'nps' });
    await anAccountAnswer(sql, { ...told, score: 9, scale: 11 });
  });
  afterAll(() => test.close());

  const get = async <Reply>(address: string, query: object, who = executive) =>
    (
      await test.http
        .get(`/api/figures/${address}`)
        .query({ ...asked, ...query })
        .set('Cookie', who.cookie)
        .expect(200)
    ).body as Reply;
  /** "2/4" */
  const counts = async (metric: MetricId, query: object = {}, who = executive) => {
    const { numerator, denominator } = (await get<FigureReply>(metric, query, who)).total;
    return `${numerator}/${denominator}`;
  };
  const both = async (query: object = {}, who = executive) => [
    await counts('csat', query, who),
    await counts('csat-relationship', query, who),
  ];
  it('each is in exactly one of both, from differences, tallies and rows, by hand: 1 of 2, and 2 of 4', async () => {
    const expected = ['1/2', '2/4'];
    expect(await both()).toEqual(expected);
    expect(await verifyTallies(test.database)).toEqual([]);
    await test.database.transaction(foldAll);
    expect(await verifyTallies(test.database)).toEqual([]);
    expect(await both()).toEqual(expected);
    // What no tally knows is counted from rows; attributes are those of the contact, or of the customer.
    expect(await both({ scope: `account:${accountId}` })).toEqual(['1/2', '2/3']);
    expect(await both({ scope: 'attribute:segment:bank' })).toEqual(['0/0', '2/3']);
    // (5 + 3) / 2 and (2 + 4 + 4 + 1) / 4
    expect(await counts('csat-mean')).toBe('8/2');
    expect(await counts('csat-relationship-mean')).toBe('11/4');
    expect(await counts('csat-entered')).toBe('2/3');
    for (const scope of ['', `account:${accountId}`]) {
      const { total } = await get<FigureReply>('csat', scope ? { scope } : {});
      expect(total.excluded).toEqual({ 'entered by one of ours': 3 });
    }
    const scores = (await get<FigureReply>('csat-relationship', { by: 'score' })).groups.map(({ keys, figure }) => [
      keys[0],
      figure.n,
    ]);
    expect(scores).toEqual([
      ['1', 1],
      ['2', 1],
      ['4', 2],
    ]);
  });

  it('receipts and files hold the answers themselves, none of them twice', async () => {
    for (const [metric, of] of [
      ['csat', 'contact'],
      ['csat-relationship', 'relationship'],
    ] as const) {
      const receipt = await get<ReceiptReply>(`${metric}/receipt`, { part: 'denominator' });
      expect(receipt.rows.map(({ id }) => id).toSorted()).toEqual(ids[of].toSorted());
      expect(
        receipt.rows.every(({ kind, contactId }) => kind === 'answer' && (contactId !== null) === (of === 'contact')),
      ).toBe(true);
      const { text } = await test.http
        .get(`/api/figures/${metric}/receipt.csv`)
        .query(asked)
        .set('Cookie', executive.cookie);
      expect(
        ids.contact
          .concat(ids.relationship)
          .filter((id) => text.includes(id))
          .toSorted(),
      ).toEqual(ids[of].toSorted());
    }
  });

  it.each(['rep', 'team', 'supervisor', 'department'] as const)(
    'by %s: of who handled the contact, and of who had the account in care that day, wherever they are now',
    async (dimension) => {
      const scope = (who: typeof desk) => ({ scope: `${dimension}:${who[`${dimension}Id`]}` });
      expect(await both(scope(desk))).toEqual(['1/2', '0/0']);
      expect(await both(scope(care))).toEqual(['0/0', '2/4']);
      // Care and place go to others: the answers stay.
      await test.database.change('UPDATE membership SET team_id = $1', [desk.teamId]);
      expect(await both(scope(care))).toEqual(['0/0', '2/4']);
      const { groups } = await get<FigureReply>('csat-relationship', { by: [dimension, 'month'] });
      expect(groups.map(({ keys, figure }) => [...keys, figure.n])).toEqual([[care[`${dimension}Id`], '2026-03', 4]]);
    },
  );

  it('is narrowed to the reach of who asks', async () => {
    expect(await both({ by: 'rep' }, rep)).toEqual(['0/0', '2/4']);
    expect(await both({ by: 'rep' }, supervisor)).toEqual(['0/0', '2/4']);
    const other = await aSignIn(test.database, { role: 'rep', staffId: desk.repId });
    expect(await both({ by: 'rep' }, other)).toEqual(['1/2', '0/0']);
    const { rows } = await get<ReceiptReply>('csat-relationship/receipt', { part: 'denominator' }, other);
    expect(rows).toEqual([]);
  });

  it.each(['channel', 'reason', 'direction'])('of the relationship is not given by %s', async (by) => {
    const { body } = await test.http
      .get('/api/figures/csat-relationship')
      .query({ ...asked, by })
      .set('Cookie', executive.cookie)
      .expect(400);
    expect(body).toMatchObject({ code: 'metric-not-by', values: { instead: 'csat' } });
  });
});
