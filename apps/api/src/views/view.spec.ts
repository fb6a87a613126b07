import { mostViews, type SavedViews } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation, aSignIn, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

describe('saved views', () => {
  let test: TestApp;
  let rep: SignedIn;
  let other: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    rep = await aSignIn(test.database, { role: 'rep' });
    other = await aSignIn(test.database, { role: 'rep' });
  });
  afterAll(() => test.close());

  const keep = (who: SignedIn, id: string, changes: object) =>
    test.http
      .put(`/api/views/${id}`)
      .set('Cookie', who.cookie)
      .send({ page: 'complaints', name: 'Mine', address: 'ownerId=me', ...changes });
  const list = async (who: SignedIn, page = 'complaints'): Promise<SavedViews['views']> =>
    ((await test.http.get(`/api/views?page=${page}`).set('Cookie', who.cookie).expect(200)).body as SavedViews).views;

  it('are one’s own, renamed under their id, deleted and brought back', async () => {
    const id = uuid();
    const { body } = await keep(rep, id, { name: 'My open ones' }).expect(200);
    expect(body).toEqual({ id, page: 'complaints', name: 'My open ones', address: 'ownerId=me', isFirst: false });
    await keep(rep, id, { name: 'Mine, open' }).expect(200);
    expect(await list(rep)).toMatchObject([{ id, name: 'Mine, open' }]);
    expect(await list(rep, 'contacts')).toEqual([]);
    expect(await list(other)).toEqual([]);
    await keep(other, id, { name: 'Taken' }).expect(404);
    await test.http.delete(`/api/views/${id}`).set('Cookie', other.cookie).expect(204);
    expect(await list(rep)).toHaveLength(1);
    for (const _ of [1, 2]) await test.http.delete(`/api/views/${id}`).set('Cookie', rep.cookie).expect(204);
    expect(await list(rep)).toEqual([]);
    await keep(rep, id, { name: 'Mine, open' }).expect(200);
    expect(await list(rep)).toMatchObject([{ id, name: 'Mine, open' }]);
  });

  it('have one name each and one that is shown first', async () => {
    const [one, two] = [uuid(), uuid()];
    await keep(rep, one, { name: 'First', isFirst: true }).expect(200);
    expect((await keep(rep, two, { name: 'first' }).expect(409)).body.code).toBe('view-name-taken');
    await keep(rep, two, { name: 'Second', isFirst: true }).expect(200);
    const views = await list(rep);
    expect(views.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual([two]);
    await keep(rep, uuid(), { name: ' ' }).expect(400);
    await keep(rep, uuid(), { page: 'users' }).expect(400);
  });

  it('are at most fifty, though two windows keep at once', async () => {
    for (let n = 1; n < mostViews; n += 1) await keep(other, uuid(), { name: `View ${n}` }).expect(200);
    const both = await Promise.all([
      keep(other, uuid(), { name: 'One more' }),
      keep(other, uuid(), { name: 'Another' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'too-many-views',
      values: { most: mostViews },
    });
  });
});
