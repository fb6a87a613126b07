import type { CareActed } from '@forecall/contracts';
import { anAccount, anOrganisation } from '../../testing/builders.js';
import { aDesk, type Desk } from '../../testing/desk-builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('an undo of class or care', () => {
  let test: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    desk = await aDesk(test.database);
  });
  afterAll(() => test.close());

  it('takes back nothing but what that very act made and ended', async () => {
    const id = await anAccount(test.database);
    const ask = (method: 'put' | 'post', path: string, body: object) =>
      test.http[method](`/api/accounts/${id}/${path}`).set('Cookie', desk.supervisor.cookie).send(body);
    const classed = async (name: string) =>
      ((await ask('put', 'class', { class: name, why: 'So they are' }).expect(200)).body as CareActed).undo!;
    const classes = () =>
      test.database.rows(`SELECT class, "to" FROM account_class WHERE account_id = $1 ORDER BY "from"`, [id]);
    const [first, second, third] = [await classed('loyal'), await classed('dormant'), await classed('fast-growing')];
    const { undo: care } = (await ask('post', 'care', { staffId: desk.rep.staffId, part: 'support' }).expect(200))
      .body as CareActed;
    const before = await classes();
    for (const wrong of [
      { made: third.made, ended: null },
      { made: null, ended: third.ended },
      { made: null, ended: first.made },
      { made: third.made, ended: first.made },
      second,
    ])
      expect((await ask('post', 'class/undo', wrong).expect(409)).body.code).toBe('undo-too-late');
    expect(await classes()).toEqual(before);
    await ask('post', 'class/undo', third).expect(204);
    for (const wrong of [second, third, { made: second.made, ended: null }])
      expect((await ask('post', 'class/undo', wrong).expect(409)).body.code).toBe('undo-too-late');
    // That of a class says nothing of care.
    await ask('post', 'care/undo', care!).expect(204);
    expect((await classes()).map((held) => held.to === null)).toEqual([false, true]);
  });
});
