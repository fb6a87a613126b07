import type { PaperDetail, PaperPage, PaperVersion, RubricText } from '@forecall/contracts';
import { anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const both = (en: string) => ({ en, zh: '' });
const listens = {
  ...{ id: 'listens', kind: 'yes-no' as const, text: both('Listens'), help: both(''), weight: 1 },
  ...{ isCritical: false, mayNotApply: false, onlyIf: null },
};
const text: RubricText = {
  groups: [{ id: 'open', name: both('Open'), items: [listens] }],
  ...{ passMark: 80, passMarkWhy: both('As in the trade') },
};

describe('exam papers', () => {
  let test: TestApp;
  let desk: Desk;
  let neighbour: Desk;
  let executive: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
    neighbour = await aDesk(test.database);
    executive = await aSignIn(test.database, { role: 'executive' });
  });
  afterAll(() => test.close());

  const ask = (method: 'post' | 'put' | 'patch', path: string, body: object, who: SignedIn = desk.head) =>
    test.http[method](`/api/exam-papers${path}`).set('Cookie', who.cookie).send(body);
  const get = async (path: string, who: SignedIn = desk.head): Promise<unknown> =>
    (await test.http.get(`/api/exam-papers${path}`).set('Cookie', who.cookie).expect(200)).body;
  const make = async (name: string, more: object = {}) =>
    (await ask('post', '', { kind: 'rubric', name: both(name), departmentId: desk.departmentId, ...more }).expect(201))
      .body as PaperDetail;

  it('are drafts until they are published, and then stay as they are', async () => {
    const { paper } = await make('Repair visit');
    expect(paper).toMatchObject({ published: null, draft: { n: 1 }, mayWrite: true });
    const unfinished = await ask('post', `/${paper.id}/publish`, { revision: 1 }).expect(400);
    expect(unfinished.body).toMatchObject({
      code: 'paper-unfinished',
      fields: [{ code: 'rubric-without-items' }, { path: 'passMarkWhy', code: 'text-missing' }],
    });
    // Marks are kept by the ids of items: none is called as what every object has.
    const withItem = (more: object) => ({
      ...text,
      groups: [{ ...text.groups[0]!, items: [{ ...listens, ...more }] }],
    });
    for (const id of ['constructor', 'prototype', '__proto__', 'toString'])
      await ask('put', `/${paper.id}/draft`, { revision: 1, text: withItem({ id }) }).expect(400);
    const saved = (await ask('put', `/${paper.id}/draft`, { revision: 1, text }).expect(200)).body as PaperVersion;
    expect(saved).toMatchObject({ n: 1, revision: 2, text, publishedAt: null });
    // Somebody else's draft is not written over.
    await ask('put', `/${paper.id}/draft`, { revision: 1, text }).expect(409);
    const published = (await ask('post', `/${paper.id}/publish`, { revision: 2 }).expect(200)).body as PaperDetail;
    expect(published.paper).toMatchObject({ published: { n: 1 }, draft: null });
    await ask('post', `/${paper.id}/publish`, { revision: 2 }).expect(409);

    const weightless = await make('Without weight');
    await ask('put', `/${weightless.paper.id}/draft`, { revision: 1, text: withItem({ weight: 0 }) }).expect(200);
    const without = await ask('post', `/${weightless.paper.id}/publish`, { revision: 2 }).expect(400);
    expect(without.body).toMatchObject({ fields: [{ path: 'groups', code: 'rubric-without-weight' }] });

    // Going on makes the next version; the first stays.
    const stricter = { ...text, passMark: 90 };
    await ask('put', `/${paper.id}/draft`, { revision: 7, text: stricter }).expect(409);
    const next = (await ask('put', `/${paper.id}/draft`, { revision: 0, text: stricter }).expect(200))
      .body as PaperVersion;
    expect(next).toMatchObject({ n: 2, text: { passMark: 90 } });
    const [newest, first] = ((await get(`/${paper.id}`)) as PaperDetail).versions;
    expect([newest?.n, first?.n]).toEqual([2, 1]);
    expect(await get(`/${paper.id}/versions/${first?.id}`)).toMatchObject({ text: { passMark: 80 } });
    await ask('post', `/${paper.id}/drop-draft`, { revision: 1 }).expect(200);
    expect(((await get(`/${paper.id}`)) as PaperDetail).paper).toMatchObject({ draft: null, published: { n: 1 } });
    await expect(
      test.database.change(`UPDATE exam_paper_version SET content = '{}' WHERE paper_id = $1`, [paper.id]),
    ).rejects.toThrow('is not changed');
  });

  it('are written by who leads the department, and of every department by executives', async () => {
    const { paper } = await make('Ours');
    await ask('put', `/${paper.id}/draft`, { revision: 1, text }, neighbour.head).expect(403);
    await ask('put', `/${paper.id}/draft`, { revision: 1, text }, desk.supervisor).expect(403);
    expect(await get(`/${paper.id}`, neighbour.head)).toMatchObject({ paper: { mayWrite: false } });
    const all = { kind: 'rubric', name: both('Of all'), departmentId: null };
    await ask('post', '', all).expect(403);
    await ask('post', '', all, executive).expect(201);
    // A neighbour takes a copy.
    const copy = { kind: 'rubric', name: both('Like ours'), departmentId: neighbour.departmentId };
    await ask('post', '', { ...copy, from: { paperId: paper.id } }, neighbour.head).expect(201);
    await ask('post', '', { ...copy, kind: 'scenario', from: { paperId: paper.id } }, neighbour.head).expect(400);
  });

  it('begin as one of the ready-made ones, are renamed and archived', async () => {
    const ready = (await get('/ready-made')) as { papers: { key: string; kind: string }[] };
    const key = ready.papers.find(({ kind }) => kind === 'scenario')?.key;
    const { paper } = await make('Role play', { kind: 'scenario', from: { readyMade: key } });
    await ask('post', `/${paper.id}/publish`, { revision: 1 }).expect(200);
    await ask('patch', `/${paper.id}`, { revision: 1, name: { en: 'Played', zh: '演练' } }).expect(200);
    await ask('patch', `/${paper.id}`, { revision: 1, isArchived: true }).expect(409);
    await ask('patch', `/${paper.id}`, { revision: 2, isArchived: true }).expect(200);
    const current = ((await get('?kind=scenario')) as PaperPage).papers;
    const archived = ((await get('?kind=scenario&state=archived')) as PaperPage).papers;
    expect(current.map(({ id }) => id)).not.toContain(paper.id);
    expect(archived).toMatchObject([{ id: paper.id, name: { en: 'Played', zh: '演练' }, isArchived: true }]);
    const strange = { kind: 'rubric', name: both('Two'), departmentId: desk.departmentId };
    await ask('post', '', { ...strange, from: { readyMade: 'no-such' } }).expect(400);
  });
});
