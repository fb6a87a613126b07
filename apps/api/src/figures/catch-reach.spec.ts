import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import {
  aDepartment,
  anAccount,
  anOrganisation,
  aReason,
  aSignIn,
  aStaff,
  aTeam,
  type SignedIn,
} from '../testing/builders.js';
import { aComplaint, aContact } from '../testing/stored-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

/** Two departments, each with a team and a rep; what each found and what was complained of there. */
describe('what was caught before they complained, by who asks', () => {
  let test: TestApp;
  const signIns: Record<string, SignedIn> = {};
  beforeAll(async () => {
    test = await createTestApp();
    const sql = test.database;
    await anOrganisation(sql, { zone: 'Asia/Shanghai' });
    for (const [place, careClass] of ['loyal', 'dormant'].entries()) {
      const departmentId = await aDepartment(sql);
      const teamId = await aTeam(sql, departmentId);
      const repId = await aStaff(sql, { teamId });
      const [accountId, reasonId] = [await anAccount(sql), await aReason(sql, departmentId)];
      const contact = (isOurs: boolean) =>
        aContact(sql, {
          ...{
            departmentId,
            teamId,
            repId,
            accountId,
            careClass,
            reasonId,
            endedAt: new Date(Date.now() - 86_400_000),
          },
          ...(isOurs && { direction: 'out', purpose: 'proactive' }),
        });
      for (let one = 0; one <= place; one += 1) await aComplaint(sql, await contact(true), { foundByUs: true });
      for (let one = 0; one < 3; one += 1) await aComplaint(sql, await contact(false));
      if (place > 0) continue;
      signIns['head'] = await aSignIn(sql, { role: 'head', unitId: departmentId });
      signIns['supervisor'] = await aSignIn(sql, { role: 'supervisor', unitId: teamId });
      signIns['rep'] = await aSignIn(sql, { role: 'rep', staffId: repId });
    }
  });
  afterAll(() => test.close());

  const read = async <Reply>(address: string, who: string, query: object) => {
    const request = test.http.get(`/api/figures/proactive-catch-rate${address}`);
    const period = { from: new Date(Date.now() - 7 * 86_400_000).toISOString(), to: new Date().toISOString() };
    const reply = await request
      .query({ ...period, ...query })
      .set('Cookie', signIns[who]?.cookie ?? '')
      .expect(200);
    return reply.body as Reply;
  };

  // Of the company 3 caught of 9 problems, of the own department 1 of 4; whoever called is within reach only.
  it.each([
    ...[
      ...['head', 'supervisor'].flatMap((who) => [
        [who, 'care-class', 3, 9] as const,
        [who, 'department', 3, 9] as const,
      ]),
    ],
    ...[...['head', 'supervisor', 'rep'].map((who) => [who, 'rep', 1, 4] as const)],
    ['rep', 'care-class', 1, 4] as const,
    ['rep', 'department', 1, 4] as const,
  ])(
    'for a %s by %s: the total is the sum of its parts, and its receipt is of the same rows',
    async (who, by, ...of) => {
      const { total, groups, narrowedToReach } = await read<FigureReply>('', who, { by });
      const sum = (side: 'numerator' | 'denominator') =>
        groups.reduce((all, { figure }) => all + (figure[side] ?? 0), 0);
      expect([total.numerator, total.denominator]).toEqual(of);
      expect([sum('numerator'), sum('denominator')]).toEqual(of);
      expect(narrowedToReach).toBe(of[1] === 4);
      for (const [index, part] of (['numerator', 'denominator'] as const).entries()) {
        const { figure, rows, hidden } = await read<ReceiptReply>('/receipt', who, { by, part });
        expect([figure.numerator, figure.denominator]).toEqual(of);
        expect(rows.length + hidden).toBe(of[index]);
      }
    },
  );

  it('has no other total where nothing is asked by', async () => {
    for (const [who, of] of [
      ['head', 9],
      ['supervisor', 9],
      ['rep', 4],
    ] as const)
      expect((await read<FigureReply>('', who, {})).total.denominator).toBe(of);
  });
});
