import type { DutyList, DutyTakers, Recovery, RecoverySetting } from '@forecall/contracts';
import { DutyService } from '../../duties/duty.service.js';
import { dayHolders } from '../../duties/duty-write.query.js';
import { anOrganisation, aSignIn, anAccount } from '../../testing/builders.js';
import { aContactBody, aDesk, aPerson, type Desk } from '../../testing/desk-builders.js';
import { aComplaint } from '../../testing/stored-rows.js';
import { anAsk, aSurveyForm } from '../../testing/surveys.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a low answer', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp({ PUBLIC_URL: 'http://forecall.test' });
    await anOrganisation(test.database, { zone: 'Asia/Shanghai' });
    desk = await aDesk(test.database);
  });
  beforeEach(() => test.database.change('DELETE FROM rate_limit'));
  afterAll(() => test.close());

  const as = (who: { cookie: string }, method: 'get' | 'post' | 'put', path: string) =>
    test.http[method](`/api/${path}`).set('Cookie', who.cookie);
  async function aCall(changes: object = {}): Promise<string> {
    const body = aContactBody(changes);
    await as(desk.rep, 'post', 'contacts').send(body).expect(201);
    return body.id;
  }
  const record = (contactId: string, answer: object, who = desk.rep) =>
    as(who, 'post', `contacts/${contactId}/answers`).send(answer).expect(201);
  const duties = async (who: { cookie: string }, state = 'open') =>
    ((await as(who, 'get', `duties?state=${state}`).expect(200)).body as DutyList).duties.filter(
      ({ kind }) => kind === 'recovery',
    );
  const clear = () =>
    test.database
      .change(
        `
      WITH a AS (DELETE FROM recovery), b AS (DELETE FROM notification), c AS (DELETE FROM duty_step) SELECT`,
      )
      .then(() => test.database.change('DELETE FROM duty'));
  const one = async (who: { cookie: string }, id: string) =>
    (await as(who, 'get', `recoveries/${id}`).expect(200)).body as Recovery;

  it('entered by the agent is at once in the day of who leads the team, with bell and time, and ends with what came of it', async () => {
    await clear();
    const accountId = await anAccount(test.database);
    const contactId = await aCall({ accountId });
    await record(contactId, { score: 3 });
    expect(await duties(desk.supervisor)).toEqual([]);
    const answer = { score: 2, text: 'Nobody called me back' };
    await record(contactId, answer);
    await record(contactId, answer);
    const [duty, ...more] = await duties(desk.supervisor);
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      ...{ way: 'own', isByHand: false, createdBy: expect.any(String) as string },
      ...{ source: { entity: 'recovery' }, parameters: { said: '2 / 5', accountId } },
    });
    const { notifications } = (await as(desk.supervisor, 'get', 'notifications').expect(200)).body as {
      notifications: { kind: string; dutyId: string }[];
    };
    expect(notifications).toMatchObject([{ kind: 'duty-opened', dutyId: duty!.id }]);
    const id = duty!.source!.id;
    const shown = await one(desk.supervisor, id);
    expect(shown).toMatchObject({
      ...{ answer: { kind: 'csat', score: 2, text: answer.text, enteredHow: 'by-hand' }, now: null },
      ...{ contact: { id: contactId, channel: 'phone' }, account: { id: accountId }, outcome: null, complaint: null },
      ...{ rep: { id: desk.rep.staffId }, team: { id: desk.teamId }, owner: { id: desk.supervisor.staffId } },
    });
    // The head leads there and sees it; others do not.
    await one(desk.head, id);
    const elsewhere = await aDesk(test.database);
    for (const who of [elsewhere.supervisor, elsewhere.rep, desk.rep])
      await as(who, 'get', `recoveries/${id}`).expect(404);
    await as(elsewhere.supervisor, 'post', `recoveries/${id}/end`)
      .send({ revision: shown.revision, outcome: 'settled' })
      .expect(404);
    await as(desk.supervisor, 'post', `duties/${duty!.id}/done`).send({ revision: shown.revision }).expect(409);
    const end = (revision: number, outcome = 'settled') =>
      as(desk.supervisor, 'post', `recoveries/${id}/end`).send({ revision, outcome, note: 'Called and said sorry' });
    await end(shown.revision + 7).expect(409);
    await end(shown.revision, 'happy').expect(400);
    const { body: ended } = await end(shown.revision).expect(200);
    expect(ended).toMatchObject({ outcome: 'settled', note: 'Called and said sorry', endedAt: expect.any(String) });
    expect(await duties(desk.supervisor)).toEqual([]);
    expect((await duties(desk.supervisor, 'ended'))[0]).toMatchObject({ outcome: 'done', doneBy: ended.endedBy });
    await end(ended.revision).expect(409);
    const { body: open } = await as(desk.supervisor, 'post', `recoveries/${id}/take-up`)
      .send({ revision: ended.revision })
      .expect(200);
    expect(open).toMatchObject({ outcome: null, note: '', endedAt: null });
    expect(await duties(desk.supervisor)).toHaveLength(1);
  });

  it('has become a complaint only where one of its contact or account was opened since', async () => {
    await clear();
    const accountId = await anAccount(test.database);
    const earlier = await aCall({ accountId });
    await aComplaint(test.database, earlier);
    const contactId = await aCall({ accountId });
    await record(contactId, { score: 1 });
    const [duty] = await duties(desk.supervisor);
    const end = () =>
      as(desk.supervisor, 'post', `recoveries/${duty!.source!.id}/end`).send({
        ...{ revision: duty!.revision, outcome: 'complaint' },
      });
    expect((await end().expect(400)).body.fields).toMatchObject([{ path: 'outcome', code: 'no-complaint-opened' }]);
    await aComplaint(test.database, await aCall({ accountId: await anAccount(test.database) }));
    await end().expect(400);
    await aComplaint(test.database, await aCall({ accountId }));
    await end().expect(200);
  });

  it('is read by the head of its department, though who leads the team is a member of none, and worked on by others', async () => {
    await clear();
    await test.database.change('DELETE FROM membership WHERE staff_id = $1', [desk.supervisor.staffId]);
    await record(await aCall(), { score: 1 });
    const [duty] = await duties(desk.supervisor);
    const id = duty!.source!.id;
    expect(await one(desk.head, id)).toMatchObject({ owner: { id: desk.supervisor.staffId }, answer: { score: 1 } });
    await as(desk.head, 'post', `recoveries/${id}/end`)
      .send({ revision: duty!.revision, outcome: 'settled' })
      .expect(404);
    const elsewhere = await aDesk(test.database);
    await as(elsewhere.head, 'get', `recoveries/${id}`).expect(404);
  });

  it('by the link of a letter opens one duty, which a better answer leaves open and says so', async () => {
    await clear();
    const contactId = await aCall();
    const { versionId } = await aSurveyForm(test.database, 'nps');
    const personId = await aPerson(test.database, await anAccount(test.database));
    const token = await anAsk(test.database, { contactId, versionId, personId });
    const send = (score: number, by = token) =>
      test.http
        .post(`/s/${by}?lang=en`)
        .unset('X-Forecall')
        .set('Origin', 'http://forecall.test')
        .type('form')
        .send({ 'q-nps': String(score), 'q-comment': `said ${score}` })
        .expect(200);
    await Promise.all([send(6), send(6)]);
    const [duty, ...more] = await duties(desk.supervisor);
    expect(more).toEqual([]);
    expect(duty?.parameters).toMatchObject({ said: '6 / 10' });
    await send(9);
    // What others say is not theirs.
    const other = await anAsk(test.database, { contactId: await aCall(), versionId, personId });
    for (const score of [7, 8, 9, 10]) await send(score, other);
    const [same] = await duties(desk.supervisor);
    expect(same).toMatchObject({ id: duty!.id, parameters: { said: '6 / 10 → 9 / 10' } });
    const id = same!.source!.id;
    expect(await one(desk.supervisor, id)).toMatchObject({
      ...{ answer: { score: 6, text: 'said 6', enteredHow: 'survey' }, now: { score: 9, text: 'said 9' } },
      lines: [
        { kind: 'scale', score: 9, highest: 10 },
        { kind: 'text', said: 'said 9' },
      ],
      person: { id: personId },
    });
    const { revision } = await one(desk.supervisor, id);
    await as(desk.supervisor, 'post', `recoveries/${id}/end`).send({ revision, outcome: 'not-reached' }).expect(200);
    // Seen to once: the same asking opens no other.
    await send(0);
    expect(await duties(desk.supervisor)).toEqual([]);
    expect(await one(desk.supervisor, id)).toMatchObject({ outcome: 'not-reached', now: { score: 0 } });
  });

  it('is of the head where nobody leads the team, or only the rep or whoever is complained of, else of the department', async () => {
    await clear();
    const own = await aCall();
    await test.database.change('UPDATE contact SET rep_id = $2 WHERE id = $1', [own, desk.supervisor.staffId]);
    await record(own, { score: 1 }, desk.supervisor);
    expect(await duties(desk.supervisor)).toEqual([]);
    expect(await duties(desk.head)).toMatchObject([{ owner: null, way: 'unit' }]);
    await test.database.change(
      `INSERT INTO leadership (id, staff_id, role, department_id, "from") VALUES (gen_random_uuid(), $1, 'head', $2, now() - interval '1 day')`,
      [desk.head.staffId, desk.departmentId],
    );
    const complained = await aCall();
    await aComplaint(test.database, complained, { repConcernedId: desk.supervisor.staffId });
    await record(complained, { kind: 'ces', score: 2 });
    const ofHead = (await duties(desk.head)).filter(({ owner }) => owner?.id === desk.head.staffId);
    expect(ofHead).toMatchObject([{ parameters: { said: '2 / 7' } }]);
    // Nobody is named in what was complained of.
    expect(ofHead[0]!.parameters).toEqual({ said: '2 / 7' });
  });

  it('is neither handed to whom it is about nor in their day because they stand in, lead or are above', async () => {
    await clear();
    const { database } = test;
    const concerned = await aSignIn(database, { role: 'rep' });
    await database.change(
      `INSERT INTO membership (id, staff_id, team_id, "from") VALUES (gen_random_uuid(), $1, $2, now() - interval '1 day')`,
      [concerned.staffId, desk.teamId],
    );
    const contactId = await aCall();
    await aComplaint(database, contactId, { repConcernedId: concerned.staffId });
    await record(contactId, { score: 1 });
    const [duty] = await duties(desk.supervisor);
    const dutyId = duty!.id;
    const hand = (ownerId: string) =>
      as(desk.supervisor, 'post', `duties/${dutyId}/hand`).send({ revision: 1, ownerId, why: 'You know them' });
    const takers = async (query: string) =>
      ((await as(desk.supervisor, 'get', `duties/takers${query}`).expect(200)).body as DutyTakers).staff.map(
        ({ id }) => id,
      );
    const about = [desk.rep.staffId, concerned.staffId];
    expect(await takers('')).toEqual(expect.arrayContaining(about));
    const left = await takers(`?dutyId=${dutyId}`);
    expect(left).toContain(desk.supervisor.staffId);
    for (const ownerId of about) {
      expect(left).not.toContain(ownerId);
      const { status, body } = await hand(ownerId);
      expect({ status, fields: body.fields }).toMatchObject({ status: 400, fields: [{ code: 'duty-about-taker' }] });
    }
    // Whoever stands in for the owner has the owner's duties in their day, but not this one.
    for (const staffId of about)
      await database.change(
        `INSERT INTO leadership (id, staff_id, role, team_id, "from") VALUES (gen_random_uuid(), $1, 'stand-in', $2, now())`,
        [staffId, desk.teamId],
      );
    expect(await duties(desk.rep)).toEqual([]);
    expect(await duties(concerned)).toEqual([]);
    const held = await database.rows(`SELECT staff_id AS id FROM (${dayHolders('$1::uuid[]')}) held`, [[dutyId]]);
    expect(held).toEqual([{ id: desk.supervisor.staffId }]);
    // Nor does it go up to them.
    await database.change(`UPDATE contact SET rep_id = $1 WHERE id = $2`, [desk.head.staffId, contactId]);
    await database.change('UPDATE answer SET rep_id = $1 WHERE contact_id = $2', [desk.head.staffId, contactId]);
    const goneUp = await database.transaction((sql) => test.app.get(DutyService).goUp(sql, dutyId, 'head'));
    expect(goneUp).toBe(false);
    expect(await duties(desk.head)).toEqual([]);
    await database.change(`DELETE FROM leadership WHERE role = 'stand-in'`);
  });

  it('is withdrawn with an answer that was recorded by mistake', async () => {
    await clear();
    const contactId = await aCall();
    const { body } = await record(contactId, { score: 1 });
    expect(await duties(desk.supervisor)).toHaveLength(1);
    await as(desk.supervisor, 'post', `answers/${body.id}/void`)
      .send({ revision: 1, why: 'Another customer' })
      .expect(200);
    expect(await duties(desk.supervisor)).toEqual([]);
    expect((await duties(desk.supervisor, 'ended'))[0]).toMatchObject({ outcome: 'cancelled' });
  });

  it('is what the setting says, due after so much working time', async () => {
    await clear();
    const admin = await aSignIn(test.database, { role: 'admin' });
    const { body: before } = await as(admin, 'get', 'recovery-setting').expect(200);
    expect(before).toEqual({ csatMost: 2, npsMost: 6, cesMost: 2, dueMinutes: 480, revision: 1 });
    const set = (told: Partial<RecoverySetting>) => as(admin, 'put', 'recovery-setting').send({ ...before, ...told });
    await set({ csatMost: 5 }).expect(400);
    await set({ revision: 9 }).expect(409);
    await set({ csatMost: 3, npsMost: null, dueMinutes: 60 }).expect(200);
    await as(desk.supervisor, 'put', 'recovery-setting').send(before).expect(403);
    const contactId = await aCall();
    await record(contactId, { kind: 'nps', score: 0 });
    expect(await duties(desk.supervisor)).toEqual([]);
    await record(contactId, { score: 3 });
    const [duty] = await duties(desk.supervisor);
    // Without a calendar there is no working time: by the clock.
    expect(Date.parse(duty!.dueAt) - Date.parse(duty!.createdAt)).toBeGreaterThan(59 * 60_000);
    expect(
      await test.database.rows(`SELECT before, after FROM audit_entry WHERE act = 'recovery-setting.changed'`),
    ).toEqual([
      {
        before: expect.objectContaining({ csatMost: 2 }) as object,
        after: expect.objectContaining({ csatMost: 3 }) as object,
      },
    ]);
  });
});
