import type {
  AuditPage,
  CalibrationResults,
  DutyList,
  GoldSessionDetail,
  GoldSessionPage,
  GoldSheet,
  GoldToMarkPage,
  Marking,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aColleague, aDesk, type Desk } from '../../testing/desk-builders.js';
import { aPublishedRubric } from '../../testing/exam-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

type Marks = Record<string, number | 'not-applicable'>;
const best: Marks = { safe: 1, listens: 5, closes: 5 };
const strict: Marks = { safe: 1, listens: 3, closes: 4 };

describe('calibration of assessors', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let ana: SignedIn;
  let ben: SignedIn;
  let told: Record<string, unknown>;
  let versionId: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    neighbour = await aDesk(test.database);
    ana = desk.supervisor;
    ben = await aColleague(test.database, desk);
    const rubric = await aPublishedRubric(test.database, desk.departmentId);
    versionId = rubric.versionId;
    told = {
      ...{ name: 'Call 7, card charged twice', rubricId: rubric.paperId, link: 'https://calls.example/7', played: '' },
      ...{ dueOn: '2199-12-11', assessorIds: [ana.staffId, ben.staffId], referenceId: null },
    };
  });
  afterAll(() => test.close());

  const call = (method: 'post' | 'put', path: string, body: object = {}, who: SignedIn = desk.head) =>
    test.http[method](`/api/gold-sessions${path}`).set('Cookie', who.cookie).send(body);
  const get = async <Of>(path: string, who: SignedIn = desk.head, status = 200): Promise<Of> =>
    (await test.http.get(`/api/${path}`).set('Cookie', who.cookie).expect(status)).body as Of;
  const made = async (more: object = {}) =>
    (await call('post', '', { departmentId: desk.departmentId, ...told, ...more }).expect(201))
      .body as GoldSessionDetail;
  const dutiesAbout = async (id: string, who: SignedIn) =>
    (await get<DutyList>('duties', who)).duties.filter(({ source }) => source?.id === id);
  const written = (marks: Marks, more: object = {}) => ({
    ...{ id: uuid(), revision: 0, marks, notes: {}, evidence: [], feedback: '', seconds: 60 },
    ...more,
  });
  const marked = async (id: string, who: SignedIn, marks: Marks, more: object = {}) =>
    (await call('put', `/${id}/marking`, written(marks, more), who).expect(200)).body as Marking;
  const signed = async (id: string, who: SignedIn, marks: Marks, more: object = {}) => {
    const { revision } = await marked(id, who, marks, more);
    return (await call('post', `/${id}/sign`, { revision }, who).expect(200)).body as GoldSheet;
  };
  const results = (who: SignedIn = desk.head) => get<CalibrationResults>(`gold-sessions/results/${versionId}`, who);

  it('is asked for by the head, with what is wrong named, and changes while nobody has signed', async () => {
    const session = await made({ referenceId: desk.head.staffId });
    expect(session).toMatchObject({ state: 'open', signed: 0, asked: 3, mayChange: true, rubric: { versionId, n: 1 } });
    expect(session.assessors.map(({ isReference }) => isReference)).toEqual([false, false, true]);
    const bad = async (more: object, path: string) =>
      expect(
        (await call('post', '', { departmentId: desk.departmentId, ...told, ...more }).expect(400)).body,
      ).toMatchObject({
        fields: [{ path }],
      });
    await bad({ link: '' }, 'played');
    await bad({ link: 'javascript:alert(1)' }, 'link');
    await bad({ name: ' \u200b ' }, 'name');
    await bad({ dueOn: '2020-01-01' }, 'dueOn');
    await bad({ rubricId: uuid() }, 'rubricId');
    await bad({ assessorIds: [ana.staffId] }, 'assessorIds');
    await bad({ assessorIds: [ana.staffId, ana.staffId] }, 'assessorIds');
    await bad({ assessorIds: [ana.staffId, uuid()] }, 'assessorIds.1');
    await bad({ referenceId: ana.staffId }, 'referenceId');
    const executive = await aSignIn(test.database, { role: 'executive' });
    const nowhere = await call('post', '', { departmentId: uuid(), ...told }, executive).expect(400);
    expect(nowhere.body).toMatchObject({ fields: [{ path: 'departmentId', code: 'unknown-department' }] });
    await call('post', '', { departmentId: desk.departmentId, ...told }, neighbour.head).expect(403);
    await call('post', '', { departmentId: desk.departmentId, ...told }, ana).expect(403);

    // Each has it to do until its day; another day is told anew, and who is taken out has nothing to do any more.
    const { id, revision } = session;
    expect(await dutiesAbout(id, ana)).toMatchObject([
      { kind: 'gold-mark', isByHand: false, parameters: { session: told['name'] } },
    ]);
    await call('put', `/${id}`, { ...told, revision: revision + 1 }).expect(409);
    await call('put', `/${id}`, { ...told, revision }, neighbour.head).expect(403);
    const other = { ...told, revision, dueOn: '2199-12-24', assessorIds: [ana.staffId, neighbour.rep.staffId] };
    const after = (await call('put', `/${id}`, other).expect(200)).body as GoldSessionDetail;
    expect(after).toMatchObject({ dueOn: '2199-12-24', asked: 2, revision: revision + 1 });
    expect((await dutiesAbout(id, ana)).map(({ dueAt }) => dueAt.slice(0, 10))).toEqual(['2199-12-24']);
    expect(await dutiesAbout(id, ben)).toEqual([]);
    expect(await dutiesAbout(id, neighbour.rep)).toHaveLength(1);
    await get(`gold-sessions/${id}/sheet`, ben, 404);

    // Begun, its rubric stays; signed, all of it.
    await marked(id, ana, best);
    const { paperId } = await aPublishedRubric(test.database, desk.departmentId);
    const again = { ...other, revision: after.revision };
    const begun = await call('put', `/${id}`, { ...again, rubricId: paperId }).expect(409);
    expect(begun.body).toMatchObject({ code: 'gold-session-begun' });
    // Nor is what somebody has marked taken from them: they stay, as an assessor or as the reference.
    const without = { ...again, assessorIds: [ben.staffId, neighbour.rep.staffId] };
    const stays = await call('put', `/${id}`, without).expect(409);
    expect(stays.body).toMatchObject({ code: 'gold-assessor-begun', values: { name: expect.any(String) as string } });
    await call('post', `/${id}/sign`, { revision: 1 }, ana).expect(200);
    expect((await call('put', `/${id}`, again).expect(409)).body).toMatchObject({ code: 'gold-session-signed' });

    // Closed twice it is closed once; who has not signed does not any more.
    await call('post', `/${id}/close`, { revision: 1 }).expect(409);
    const both = await Promise.all([1, 2].map(() => call('post', `/${id}/close`, { revision: after.revision })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await dutiesAbout(id, neighbour.rep)).toEqual([]);
    const late = await call('put', `/${id}/marking`, written(best), neighbour.rep).expect(409);
    expect(late.body).toMatchObject({ code: 'gold-session-closed' });
    const admin = await aSignIn(test.database, { role: 'admin' });
    const acts = (await get<AuditPage>('audit?limit=200', admin)).entries.filter(({ entityId }) => entityId === id);
    expect(acts.map(({ act }) => act).toSorted()).toEqual(
      ['changed', 'closed', 'made'].map((act) => `gold-session.${act}`),
    );
  });

  it('is marked as an exam is, blind, and tells nothing of what was given until all have signed', async () => {
    const session = await made({ referenceId: desk.head.staffId, name: 'Call 8' });
    const { id } = session;
    const before = await results();
    expect((await get<GoldToMarkPage>('gold-sessions/mine', ben)).sessions).toMatchObject([
      { id, isBegun: false, signedAt: null, isReference: false },
    ]);
    const refused = await call('put', `/${id}/marking`, written({ listens: 2 }), ana).expect(400);
    expect(refused.body).toMatchObject({ fields: [{ path: 'marks.listens' }] });
    await call('put', `/${id}/marking`, written(best), neighbour.rep).expect(403);
    const open = await marked(id, ana, { safe: 1 });
    const unfinished = await call('post', `/${id}/sign`, { revision: open.revision }, ana).expect(409);
    expect(unfinished.body).toMatchObject({ code: 'marking-open', values: { open: 2 } });
    const secret = { feedback: 'SECRET-FEEDBACK', notes: { closes: 'SECRET-NOTE' }, id: open.id, revision: 1 };
    await signed(id, ana, strict, { ...secret, marks: strict });
    await call('put', `/${id}/marking`, written(best), ana).expect(409);
    expect(await dutiesAbout(id, ana)).toEqual([]);

    // Of the first marking nobody gets anything: not who marks after it, not the head, in no list, figure, duty or record.
    const admin = await aSignIn(test.database, { role: 'admin' });
    const ways = [
      ...[
        'gold-sessions/mine',
        'gold-sessions/mine?state=signed',
        `gold-sessions/${id}/sheet`,
        'exams/mine',
        'exams/own',
      ],
      ...['duties', 'duties?of=reach', 'duties?state=ended', 'notifications', 'exams/mine?state=signed'],
    ];
    const leading = [
      'gold-sessions',
      'gold-sessions?state=closed',
      `gold-sessions/${id}`,
      `gold-sessions/results/${versionId}`,
    ];
    const said = JSON.stringify([
      await Promise.all(ways.map((path) => get<object>(path, ben))),
      await Promise.all([...ways, ...leading].map((path) => get<object>(path, desk.head))),
      await get<object>('audit?limit=200', admin),
    ]);
    for (const hidden of ['SECRET', open.id, '"numerator":800', '"listens":3', '"outcome":"failed"'])
      expect(said).not.toContain(hidden);
    expect(await results()).toMatchObject({ ...before, waiting: [{ session: { id } }, { session: { id } }] });
    expect(await get<GoldSessionDetail>(`gold-sessions/${id}`)).toMatchObject({
      signed: 1,
      asked: 3,
      mayChange: false,
    });
    await get(`gold-sessions/${id}`, neighbour.head, 404);
    await get(`gold-sessions/results/${versionId}`, neighbour.head, 404);

    // The last two sign at the same moment: it closes once, and is counted.
    const [second, third] = [await marked(id, ben, best), await marked(id, desk.head, best)];
    const last = await Promise.all([
      call('post', `/${id}/sign`, { revision: second.revision }, ben),
      call('post', `/${id}/sign`, { revision: second.revision }, ben),
      call('post', `/${id}/sign`, { revision: third.revision }, desk.head),
    ]);
    expect(last.map(({ status }) => status).toSorted()).toEqual([200, 200, 409]);
    expect((await get<GoldSessionPage>('gold-sessions?state=closed')).sessions.map((one) => one.id)).toContain(id);
    expect(await get<GoldSheet>(`gold-sessions/${id}/sheet`, ben)).toMatchObject({
      ...{ mayMark: false, session: { state: 'closed' }, marking: { marks: best } },
    });

    // By hand: they agree on one item of three; 8 / 11 against 11 / 11 is 27.3 points apart.
    const after = await results();
    expect(after).toMatchObject({ sessions: before.sessions + 1, waiting: [], all: { n: 3, verdict: null } });
    expect(after.all.raw.value).toBeCloseTo(1 / 3, 12);
    expect(after.items.map(({ itemId, raw }) => [itemId, raw.value])).toEqual([
      ...[['safe', 1] as const, ['listens', 0] as const, ['closes', 0] as const],
    ]);
    expect(after.items[1]).toMatchObject({ n: 1, assessors: 2, alpha: { scale: 'ordinal' } });
    const lean = new Map(after.assessors.map((one) => [one.assessor.id, one]));
    expect([...lean.keys()].toSorted()).toEqual([ana.staffId, ben.staffId].toSorted());
    expect(lean.get(ana.staffId)).toMatchObject({ n: 1, lean: null, asReference: { same: 1, n: 3 } });
    expect(lean.get(ana.staffId)!.mean).toBeCloseTo(((8 - 11) / 11) * 100, 10);
    expect(lean.get(ben.staffId)).toMatchObject({ asReference: { same: 3, n: 3 } });
  });
});
