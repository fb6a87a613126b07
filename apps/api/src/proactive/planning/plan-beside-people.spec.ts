import { addDays, localDay, localInstant } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aContactBody, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { morningZone } from '../../testing/morning-zone.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { readCompany } from './company.query.js';
import { planCompany } from './plan-company.js';
import { planIfAsked } from './plan-if-asked.js';
import { writePlan } from './write-plan.query.js';

const zone = morningZone();

interface Stored {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly slotAt: Date | null;
  readonly isFixed: boolean;
  readonly revision: number;
}

describe('a plan that is made while people work', () => {
  let test: TestApp;
  let desk: Desk;
  const today = localDay(new Date(), zone);
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database, { zone });
    desk = await aDesk(test.database);
    await test.database.change(`INSERT INTO calendar (id, week) VALUES ($1, $2)`, [
      uuid(),
      JSON.stringify(Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }])),
    ]);
  });
  afterAll(() => test.close());

  async function aKeyAccount(): Promise<string> {
    const id = await anAccount(test.database);
    await aPerson(test.database, id);
    await test.database.change(
      `INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', now() - interval '14 days')`,
      [uuid(), id],
    );
    await test.database.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', now() - interval '14 days')`,
      [uuid(), id, desk.rep.staffId],
    );
    return id;
  }

  const one = async (where: string, values: unknown[]): Promise<Stored | undefined> =>
    test.database.first<Stored>(
      `SELECT id, state, due_on::text AS "dueOn", slot_at AS "slotAt", is_fixed AS "isFixed", revision
       FROM planned_call WHERE ${where} ORDER BY due_on LIMIT 1`,
      values,
    );
  const firstOf = async (accountId: string) => (await one(`account_id = $1`, [accountId]))!;
  const post = (path: string, body: object) => test.http.post(`/api/${path}`).set('Cookie', desk.rep.cookie).send(body);
  const plan = () => planIfAsked(test.database, new Date());

  it('leaves what they did meanwhile to the next plan: calls made, moved, asked for, prepared', async () => {
    const [late, gone, moved, asked, prepared] = [
      await aKeyAccount(),
      await aKeyAccount(),
      await aKeyAccount(),
      await aKeyAccount(),
      await aKeyAccount(),
    ];
    await plan();
    await test.database.change(
      `UPDATE planned_call SET due_on = due_on - 35, earliest_on = due_on - 37
       WHERE id = (SELECT id FROM planned_call WHERE account_id = $1 ORDER BY due_on LIMIT 1)`,
      [late],
    );
    await test.database.change('UPDATE account_class SET "to" = now() WHERE account_id = $1', [gone]);
    // Every other row differs too.
    await test.database.change(`UPDATE planned_call SET health = 50`);
    await test.database.change('DELETE FROM plan_ask');

    const now = new Date();
    const made = planCompany(await readCompany(test.database, now));
    const calls = {
      late: await firstOf(late),
      gone: await firstOf(gone),
      moved: await firstOf(moved),
      asked: await firstOf(asked),
      prepared: await firstOf(prepared),
    };
    const noon = (days: number) => new Date(localInstant(addDays(today, days), 720, zone));
    await post(
      'contacts',
      aContactBody({
        ...{ accountId: late, direction: 'out', purpose: 'proactive' },
        plannedCall: { id: calls.late.id, score: null, nextOn: null },
      }),
    ).expect(201);
    const move = ({ id, revision }: Stored, at: Date) =>
      post(`planned-calls/${id}/move`, { revision, startAt: at.toISOString(), why: 'They said so' }).expect(200);
    await move(calls.gone, noon(3));
    await move(calls.moved, noon(4));
    const on = addDays(today, 20);
    await post(`planned-calls/${calls.asked.id}/ask`, { revision: calls.asked.revision, on }).expect(200);
    await test.http
      .put(`/api/planned-calls/${calls.prepared.id}/preparation`)
      .set('Cookie', desk.rep.cookie)
      .send({ revision: calls.prepared.revision, why: 'Why', say: '', doing: '' })
      .expect(200);
    await test.database.change('DELETE FROM plan_ask');

    await test.database.transaction((sql) => writePlan(sql, made, now));

    const after = (call: Stored) => one('id = $1', [call.id]);
    expect(await after(calls.late)).toMatchObject({ state: 'reached' });
    expect(await after(calls.gone)).toMatchObject({ state: 'planned', slotAt: noon(3), isFixed: true });
    expect(await after(calls.moved)).toMatchObject({ slotAt: noon(4), revision: calls.moved.revision + 1 });
    expect(await after(calls.asked)).toMatchObject({ dueOn: on, revision: calls.asked.revision + 1 });
    expect(await after(calls.prepared)).toMatchObject({ revision: calls.prepared.revision + 1 });
    // All others were written, and the next plan sees to these.
    expect(await one(`account_id = $1 AND due_on > $2 AND health = 50`, [moved, calls.moved.dueOn])).toBeUndefined();
    expect(await test.database.first('SELECT FROM plan_ask')).toBeDefined();
    await plan();
    expect(await after(calls.gone)).toBeUndefined();
    expect(await after(calls.moved)).toMatchObject({ slotAt: noon(4), isFixed: true });
    expect(await one('id = $1 AND health <> 50', [calls.prepared.id])).toBeDefined();
  });

  it('does not wait for a call that somebody is working on', async () => {
    const account = await aKeyAccount();
    await plan();
    const call = await firstOf(account);
    await test.database.change(`UPDATE planned_call SET health = 50`);
    await test.database.transaction(async (sql) => {
      await sql.change('UPDATE planned_call SET preparation = NULL, revision = revision + 1 WHERE id = $1', [call.id]);
      await test.database.change('INSERT INTO plan_ask DEFAULT VALUES');
      await plan();
    });
    expect(await one('id = $1', [call.id])).toMatchObject({ revision: call.revision + 1 });
    expect(await one(`account_id = $1 AND due_on > $2 AND health = 50`, [account, call.dueOn])).toBeUndefined();
    expect(await test.database.first('SELECT FROM plan_ask')).toBeDefined();
  });
});
