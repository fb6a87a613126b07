import type { Acted, ReasonTree } from '@forecall/contracts';
import { aDepartment, anOrganisation, aSignIn, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('the tree of reasons', () => {
  let test: TestApp;
  let admin: SignedIn;
  let billing: string;
  let repairs: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    admin = await aSignIn(test.database, { role: 'admin' });
    billing = await aDepartment(test.database, { name: 'Billing' });
    repairs = await aDepartment(test.database, { name: 'Repairs' });
  });
  afterAll(() => test.close());

  const post = (path: string, body: object) =>
    test.http.post(`/api/organisation/reasons${path}`).set('Cookie', admin.cookie).send(body);
  const add = async (nameEn: string, wanted: object): Promise<string> => {
    const { body } = await post('', { nameEn, nameZh: `中 ${nameEn}`, ...wanted }).expect(201);
    return (body as Acted).id;
  };
  const tree = async (closed = 'no') => {
    const { cookie } = await aSignIn(test.database, { role: 'rep' });
    const { body } = await test.http
      .get(`/api/organisation/reasons?closed=${closed}`)
      .set('Cookie', cookie)
      .expect(200);
    return (body as ReasonTree).reasons;
  };
  const below = async (top: string, closed = 'no') => {
    const all = await tree(closed);
    const from = all.findIndex(({ id }) => id === top);
    const end = all.findIndex(({ depth }, n) => n > from && depth === 0);
    return all.slice(from, end < 0 ? undefined : end);
  };
  const outline = async (top: string, closed = 'no') =>
    (await below(top, closed)).map(({ nameEn, depth }) => '- '.repeat(depth) + nameEn);
  const revisionOf = async (id: string) => (await tree('yes')).find((each) => each.id === id)!.revision;

  it('is read by everyone, in both languages, in its order', async () => {
    const top = await add('Invoice', { departmentId: billing });
    await add('Charged twice', { parentId: top });
    const wrong = await add('Wrong address', { parentId: top });
    await add('Wrong VAT number', { parentId: top, beforeId: wrong });
    expect(await outline(top)).toEqual(['Invoice', '- Charged twice', '- Wrong VAT number', '- Wrong address']);
    expect((await below(top))[1]).toMatchObject({ nameZh: '中 Charged twice', departmentId: null });
  });

  it('hands down the answerable department to those without one of their own', async () => {
    const top = await add('Machine', { departmentId: repairs });
    const middle = await add('Display', { parentId: top });
    const own = await add('Ordered wrongly', { parentId: middle, departmentId: billing });
    const lowest = await add('Ordered twice', { parentId: own });
    const answers = Object.fromEntries((await below(top)).map((each) => [each.id, each.answerableDepartmentId]));
    expect(answers).toEqual({ [top]: repairs, [middle]: repairs, [own]: billing, [lowest]: billing });
  });

  it('needs a department at the top', async () => {
    const { body } = await post('', { nameEn: 'Nobody', nameZh: '无' }).expect(400);
    expect(body).toMatchObject({ code: 'reason-without-department', fields: [{ path: 'departmentId' }] });
    const top = await add('Somebody', { departmentId: billing });
    const child = await add('Child', { parentId: top });
    const out = await post(`/${child}/place`, { parentId: null, beforeId: null, revision: 1 }).expect(400);
    expect(out.body.code).toBe('reason-without-department');
  });

  it('takes a reason with all below it to another place, never below itself', async () => {
    const top = await add('Delivery', { departmentId: repairs });
    const late = await add('Late', { parentId: top });
    const lateBy = await add('By a day', { parentId: late });
    const lost = await add('Lost', { parentId: top });
    await post(`/${late}/place`, { parentId: lost, beforeId: null, revision: await revisionOf(late) }).expect(200);
    expect(await outline(top)).toEqual(['Delivery', '- Lost', '- - Late', '- - - By a day']);
    const round = await post(`/${lost}/place`, { parentId: lateBy, beforeId: null, revision: await revisionOf(lost) });
    expect([round.status, round.body.code]).toEqual([400, 'reason-in-itself']);
    await post(`/${late}/place`, { parentId: top, beforeId: lost, revision: await revisionOf(late) }).expect(200);
    expect(await outline(top)).toEqual(['Delivery', '- Late', '- - By a day', '- Lost']);
  });

  it('is no deeper than five levels', async () => {
    let parentId = await add('Level 1', { departmentId: billing });
    for (const level of [2, 3, 4, 5]) parentId = await add(`Level ${level}`, { parentId });
    const { body } = await post('', { nameEn: 'Level 6', nameZh: '六', parentId }).expect(400);
    expect(body).toMatchObject({ code: 'reason-too-deep', values: { deepest: 5 } });
  });

  it('closes a reason with all below it, from a day on', async () => {
    const top = await add('Contract', { departmentId: billing });
    const middle = await add('Ends', { parentId: top });
    await add('Too early', { parentId: middle });
    await post(`/${middle}/close`, { from: '2099-01-01', revision: 1 }).expect(200);
    expect(await outline(top)).toHaveLength(3);
    await post(`/${top}/close`, { from: '2026-01-01', revision: await revisionOf(top) }).expect(200);
    expect((await tree()).some(({ id }) => id === top)).toBe(false);
    const closed = await below(top, 'yes');
    expect(closed.map(({ to }) => to)).toEqual(Array(3).fill('2025-12-31T16:00:00.000Z'));
    const child = await post(`/${middle}/reopen`, { revision: await revisionOf(middle) }).expect(409);
    expect(child.body).toMatchObject({ code: 'closed-by-then', values: { unit: 'Contract', day: '2026-01-01' } });
    await post(`/${top}/reopen`, { revision: await revisionOf(top) }).expect(200);
    expect(await outline(top)).toEqual(['Contract']);
  });

  it('changes names and department with a revision, and keeps one name once among siblings', async () => {
    const top = await add('Price', { departmentId: billing });
    const first = await add('Too high', { parentId: top });
    await add('Unclear', { parentId: top });
    const change = (body: object) =>
      test.http
        .patch(`/api/organisation/reasons/${first}`)
        .set('Cookie', admin.cookie)
        .send({ nameZh: '价', ...body });
    const taken = await change({ nameEn: 'UNCLEAR', revision: 1 }).expect(409);
    expect(taken.body).toMatchObject({ code: 'name-taken', fields: [{ path: 'nameEn' }] });
    await change({ nameEn: 'Too dear', departmentId: repairs, revision: 1 }).expect(200);
    await change({ nameEn: 'Dear', revision: 1 }).expect(409);
    const trail = await test.database.first(
      'SELECT before, after FROM audit_entry WHERE entity_id = $1 ORDER BY n DESC',
      [first],
    );
    expect(trail).toMatchObject({
      before: { nameEn: 'Too high', department: null },
      after: { nameEn: 'Too dear', department: 'Repairs' },
    });
  });
});
