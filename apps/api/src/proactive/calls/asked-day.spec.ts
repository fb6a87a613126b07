import { localInstant } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { aCallerDesk, type StoredCall } from '../../testing/caller-desk.js';
import { morningZone } from '../../testing/morning-zone.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const zone = morningZone();

describe('a day or time for a planned call', () => {
  let test: TestApp;
  let world: Awaited<ReturnType<typeof aCallerDesk>>;
  beforeAll(async () => {
    test = await createTestApp();
    world = await aCallerDesk(test, zone);
  });
  afterAll(() => test.close());

  const ask = (id: string, told: object) => world.post(`planned-calls/${id}/ask`, { revision: 1, ...told });
  const move = (id: string, startAt: string, revision = 1) =>
    world.post(`planned-calls/${id}/move`, { revision, startAt, why: 'Their day is full' });
  const at = (days: number, minute: number) => new Date(localInstant(world.inDays(days), minute, zone)).toISOString();
  const isTried = (callId: string) =>
    test.database.change(
      `INSERT INTO call_attempt (id, planned_call_id, staff_id, at, is_reached) VALUES ($1, $2, $3, now(), false)`,
      [uuid(), callId, world.desk.rep.staffId],
    );

  it('is theirs that was asked for: another call planned for it is absorbed, with its tries', async () => {
    for (const touched of ['', 'is_fixed = true', 'is_asked_for = true']) {
      const accountId = await world.aKeyAccount();
      const [callId, otherId] = [await world.aPlannedCall(accountId, 1), await world.aPlannedCall(accountId, 9)];
      if (touched) await test.database.change(`UPDATE planned_call SET ${touched} WHERE id = $1`, [otherId]);
      await isTried(otherId);
      const { body } = await ask(callId, { on: world.inDays(9) }).expect(200);
      const asked = await world.call(callId);
      expect(asked).toMatchObject({ dueOn: world.inDays(9), isAskedFor: true, tries: 1 });
      expect(body).toEqual({ id: callId, revision: asked?.revision });
      expect(await world.call(otherId)).toBeUndefined();
    }
  });

  it('waits for a plan that puts another call there at that moment', async () => {
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId, 1);
    const on = world.inDays(9);
    let asked: Promise<{ status: number }> | undefined;
    await test.database.transaction(async (sql) => {
      await sql.change('INSERT INTO planned_call (id, account_id, due_on, earliest_on) VALUES ($1, $2, $3, $3)', [
        uuid(),
        accountId,
        on,
      ]);
      asked = ask(callId, { on }).then(({ status }) => ({ status }));
      while (!(await sql.first(`SELECT FROM pg_locks WHERE NOT granted`)));
    });
    expect(await asked).toEqual({ status: 200 });
    expect(await world.next(accountId)).toMatchObject({ id: callId, dueOn: on });
  });

  it('is asked for in a call too, reached or not, and the contact is stored', async () => {
    for (const outcome of ['handled', 'not-reached'] as const) {
      const accountId = await world.aKeyAccount();
      const [callId, otherId] = [await world.aPlannedCall(accountId), await world.aPlannedCall(accountId, 9)];
      await test.database.change('UPDATE planned_call SET is_fixed = true WHERE id = $1', [otherId]);
      await world
        .post('contacts', world.aWrapUp({ accountId, callId }, { nextOn: world.inDays(9) }, { outcome }))
        .expect(201);
      expect(await world.call(callId)).toMatchObject({
        tries: 1,
        state: outcome === 'handled' ? 'reached' : 'planned',
      });
      expect(await world.next(accountId)).toMatchObject({ dueOn: world.inDays(9), isAskedFor: true });
    }
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId);
    const { body } = await world
      .post('contacts', world.aWrapUp({ accountId, callId }, { nextOn: world.today }))
      .expect(400);
    expect(body).toMatchObject({ fields: [{ path: 'plannedCall.nextOn', code: 'call-that-day' }] });
  });

  it('is one day, with a time on it by the clock of the caller', async () => {
    const callId = await world.aPlannedCall(await world.aKeyAccount());
    const told = { on: world.inDays(5), at: at(6, 600) };
    expect((await ask(callId, told).expect(400)).body).toMatchObject({
      fields: [{ path: 'at', code: 'not-that-day' }],
    });
    await ask(callId, { ...told, at: at(5, 1430) }).expect(200);
    expect(await world.call(callId)).toMatchObject({ dueOn: told.on, slotAt: new Date(at(5, 1430)), isFixed: true });
  });

  it('does not mend what is late already: that call is missed, another one is made, and both can be taken back', async () => {
    const accountId = await world.aKeyAccount();
    const callId = await world.aPlannedCall(accountId, -3);
    const { body } = await ask(callId, { on: world.inDays(4) }).expect(200);
    expect(await world.call(callId)).toMatchObject({ state: 'missed', dueOn: world.inDays(-3) });
    const next = await world.next(accountId);
    expect(next).toMatchObject({ dueOn: world.inDays(4), isAskedFor: true, staffId: null });
    expect(body).toEqual({ id: next?.id, revision: next?.revision });
    await world.post(`planned-calls/${next?.id}/move/undo`, {}).expect(200);
    expect(await world.call(callId)).toMatchObject({ state: 'planned', dueOn: world.inDays(-3) });
    expect(await world.call(next!.id)).toMatchObject({ isAskedFor: false });

    // Within its grace it is only put off.
    const inTime = await world.aPlannedCall(await world.aKeyAccount(), -2);
    await test.database.change('UPDATE planned_call SET grace_until = $2 WHERE id = $1', [inTime, world.today]);
    await ask(inTime, { on: world.inDays(4) }).expect(200);
    expect(await world.call(inTime)).toMatchObject({ state: 'planned', dueOn: world.inDays(4) });
  });

  it('is a slot for one call, whoever else wants it at that moment', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await world.aPlannedCall(await world.aKeyAccount(), 3));
    const statuses = async (times: readonly string[]) =>
      (await Promise.all(times.map(async (time, n) => (await move(ids[n]!, time)).status))).toSorted();
    expect(await statuses(Array.from({ length: 4 }, () => at(3, 600)))).toEqual([200, 409, 409, 409]);
    const stands = (await Promise.all(ids.map((id) => world.call(id)))).filter((each) => each?.slotAt) as StoredCall[];
    const own = stands[0]!;
    for (const minute of [581, 601, 619])
      expect((await move(ids[4]!, at(3, minute)).expect(409)).body.code).toBe('slot-taken');
    // Its own slot is in nobody's way.
    await move(own.id, at(3, 605), own.revision).expect(200);
    await move(ids[4]!, at(3, 585)).expect(200);
  });

  it('is a whole minute within the days that are planned', async () => {
    const callId = await world.aPlannedCall(await world.aKeyAccount(), 3);
    for (const [startAt, code] of [
      [at(3, 700).replace('00.000Z', '30.000Z'), 'whole-minute'],
      [at(3, 700).replace('00.000Z', '00.001Z'), 'whole-minute'],
      [at(92, 700), 'beyond-plan'],
      ['2199-01-01T09:00:00Z', 'beyond-plan'],
    ] as const)
      expect((await move(callId, startAt).expect(400)).body).toMatchObject({ fields: [{ path: 'startAt', code }] });
    expect(await world.call(callId)).toMatchObject({ revision: 1, slotAt: null });
  });
});
