import { v7 as uuid } from 'uuid';
import { anAccount } from '../../testing/builders.js';
import { aCallerDesk } from '../../testing/caller-desk.js';
import { type ContactBody, minutesAgo } from '../../testing/desk-builders.js';
import { morningZone } from '../../testing/morning-zone.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = morningZone();

describe('a contact that was a planned call', () => {
  let test: TestApp;
  let world: Awaited<ReturnType<typeof aCallerDesk>>;
  beforeAll(async () => {
    test = await createTestApp();
    world = await aCallerDesk(test, zone);
  });
  afterAll(() => test.close());

  const send = (body: ContactBody) => world.post('contacts', body).expect(201);
  const missed = (id: string, when = 'now()') =>
    test.database.change(`UPDATE planned_call SET state = 'missed', ended_at = ${when} WHERE id = $1`, [id]);
  const promise = { what: 'A credit note', dueAt: new Date(Date.now() + 86_400_000).toISOString() };
  const correct = (id: string, changes: object, revision = 1) =>
    test.http
      .patch(`/api/contacts/${id}`)
      .set('Cookie', world.desk.rep.cookie)
      .send({ revision, why: 'Wrong at first', changes });
  const promised = (contactId: string) =>
    test.database.first<{ accountId: string; personId: string | null; duty: string }>(
      `SELECT p.account_id AS "accountId", p.person_id AS "personId", d.parameters ->> 'account' AS duty
       FROM promise p JOIN duty d ON d.source_id = p.id AND d.done_at IS NULL WHERE p.contact_id = $1`,
      [contactId],
    );

  it('is stored though the plan gave the call up while they talked, and counts for what stands for it', async () => {
    // Nothing else is due yet: it was this one.
    const accountId = await world.aKeyAccount();
    const [callId, nextId] = [await world.aPlannedCall(accountId, -14), await world.aPlannedCall(accountId, 1)];
    await missed(callId);
    const body = { ...world.aWrapUp({ accountId, callId }), promise };
    expect((await send(body)).body.plannedCallId).toBe(callId);
    expect(await world.call(callId)).toMatchObject({ state: 'reached', contactId: body.id });
    expect(await world.call(nextId)).toMatchObject({ state: 'planned', tries: 0 });
    expect(await promised(body.id)).toMatchObject({ accountId });

    // The next one is due: that one was made.
    const other = await world.aKeyAccount();
    const [late, due] = [await world.aPlannedCall(other, -14), await world.aPlannedCall(other)];
    await missed(late);
    const forOther = { ...world.aWrapUp({ accountId: other, callId: late }), promise };
    expect((await send(forOther)).body.plannedCallId).toBe(due);
    expect((await world.post('contacts', forOther).expect(200)).body.plannedCallId).toBe(due);
    expect(await world.call(late)).toMatchObject({ state: 'missed' });
    expect(await world.call(due)).toMatchObject({ state: 'reached' });

    // Given up before today, made by a colleague, or dropped: the contact stands for itself.
    const third = await world.aKeyAccount();
    const [old, made] = [await world.aPlannedCall(third, -30), await world.aPlannedCall(third, -1)];
    await missed(old, `now() - interval '3 days'`);
    const first = world.aWrapUp({ accountId: third, callId: made });
    await send(first);
    for (const callId of [old, made, uuid()]) {
      const { body: told } = await send({ ...world.aWrapUp({ accountId: third, callId }), promise });
      expect(told.plannedCallId).toBeNull();
    }
    expect(await world.call(old)).toMatchObject({ state: 'missed', tries: 0 });
    expect(await world.call(made)).toMatchObject({ contactId: first.id, tries: 1 });
  });

  it('is none for a call that may be made only later', async () => {
    const accountId = await world.aKeyAccount();
    const laterId = await world.aPlannedCall(accountId, 30);
    await send(world.aWrapUp({ accountId, callId: laterId }, { nextOn: world.inDays(40) }));
    expect(await world.call(laterId)).toBeUndefined();
    expect(await world.next(accountId)).toMatchObject({ dueOn: world.inDays(40), isAskedFor: true, tries: 0 });

    const other = await world.aKeyAccount();
    const [dueId, farId] = [await world.aPlannedCall(other, -1), await world.aPlannedCall(other, 30)];
    await send(world.aWrapUp({ accountId: other, callId: farId }));
    expect(await world.call(farId)).toMatchObject({ state: 'planned', tries: 0 });
    expect(await world.call(dueId)).toMatchObject({ state: 'reached' });
  });

  it('is taken back with the day that was asked for in it', async () => {
    for (const outcome of ['handled', 'not-reached'] as const) {
      const accountId = await world.aKeyAccount();
      const callId = await world.aPlannedCall(accountId);
      const body = world.aWrapUp({ accountId, callId }, { nextOn: world.inDays(9) }, { outcome });
      await send(body);
      const nextId = (await world.next(accountId))!.id;
      await world.post(`contacts/${body.id}/undo`, {}).expect(200);
      expect(await world.call(callId)).toMatchObject({
        state: 'planned',
        dueOn: world.today,
        isAskedFor: false,
        tries: 0,
      });
      expect(await world.call(nextId)).toMatchObject({ isAskedFor: false });
    }
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId);
    const body = world.aWrapUp({ accountId, callId }, { nextOn: world.inDays(9) });
    await send(body);
    const nextId = (await world.next(accountId))!.id;
    await world
      .post(`contacts/${body.id}/void`, { revision: 1, why: 'Logged twice' }, world.desk.supervisor)
      .expect(200);
    expect(await world.call(nextId)).toMatchObject({ isAskedFor: false });
    expect(await test.database.first('SELECT FROM plan_ask')).toBeDefined();
  });

  it('gives back with that day the calls that went for it, as they were', async () => {
    for (const outcome of ['handled', 'not-reached'] as const) {
      const accountId = await world.aKeyAccount();
      const callId = await world.aPlannedCall(accountId);
      // One that somebody prepared and moved, for before that day or, where nobody was reached, for it.
      const otherId = await world.aPlannedCall(accountId, outcome === 'handled' ? 5 : 9);
      await world.post(`planned-calls/${otherId}/ask`, {
        revision: 1,
        on: world.inDays(outcome === 'handled' ? 6 : 9),
      });
      const told = { revision: 2, why: 'Two invoices came twice', say: '', doing: '' };
      await test.http.put(`/api/planned-calls/${otherId}/preparation`).set('Cookie', world.desk.rep.cookie).send(told);
      const rows = () =>
        test.database.rows(
          `SELECT to_jsonb(p) - 'revision' AS call, (SELECT count(*)::int FROM planned_call_move m WHERE m.planned_call_id = p.id) AS moves
           FROM planned_call p WHERE p.id = ANY ($1) ORDER BY p.id`,
          [[callId, otherId]],
        );
      const before = await rows();
      const body = world.aWrapUp({ accountId, callId }, { nextOn: world.inDays(9) }, { outcome });
      await send(body);
      expect(await world.call(otherId)).toBeUndefined();
      await world.post(`contacts/${body.id}/undo`, {}).expect(200);
      const after = await rows();
      expect(after[1]).toEqual(before[1]);
      expect(after[0]).toMatchObject({ call: { state: 'planned', due_on: world.today } });
    }
  });

  it('is followed by its call when it is corrected', async () => {
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId);
    const body = world.aWrapUp({ accountId, callId });
    await send(body);
    await correct(body.id, { outcome: 'not-reached' }).expect(200);
    expect(await world.call(callId)).toMatchObject({ state: 'planned', contactId: null, tries: 1 });
    const endedAt = minutesAgo(2);
    await correct(body.id, { outcome: 'handled', endedAt }, 2).expect(200);
    expect(await world.call(callId)).toMatchObject({ state: 'reached', contactId: body.id, tries: 1 });
    await correct(body.id, { purpose: 'service' }, 3).expect(200);
    expect(await world.call(callId)).toMatchObject({ state: 'planned', contactId: null, tries: 0 });
  });

  it('takes along what was promised in it to the account that it belongs to', async () => {
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId);
    const body = { ...world.aWrapUp({ accountId, callId }, { nextOn: world.inDays(9) }), promise };
    await send(body);
    const nextId = (await world.next(accountId))!.id;
    expect((await correct(body.id, { accountId: null }).expect(409)).body.code).toBe('has-promise');
    const other = await anAccount(test.database, { name: 'Harbour Bank' });
    await correct(body.id, { accountId: other }).expect(200);
    expect(await promised(body.id)).toEqual({ accountId: other, personId: null, duty: 'Harbour Bank' });
    expect(await world.call(callId)).toMatchObject({ state: 'planned', contactId: null, tries: 0 });
    expect(await world.call(nextId)).toMatchObject({ isAskedFor: false });
  });
});
