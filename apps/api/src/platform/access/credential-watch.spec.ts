import { v7 as uuid } from 'uuid';
import { aDepartment, aSignIn, aTeam, type SignedIn } from '../../testing/builders.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { CredentialWatch, type EndReason } from './credential-watch.js';
import { newSecret } from './secret.js';
import { Viewers } from './viewers.js';

describe('the watch over credentials with an open socket', () => {
  let test: TestApp;
  let watch: CredentialWatch;
  beforeAll(async () => {
    test = await createTestApp();
    watch = test.app.get(CredentialWatch);
  });
  afterAll(() => test.close());

  const viewerOf = async ({ cookie }: SignedIn) =>
    (await test.app.get(Viewers).bySession(cookie.split('=')[1]!, '127.0.0.1'))!;
  const ended = (who: Parameters<CredentialWatch['watch']>[0]) =>
    new Promise<EndReason>((resolve) => watch.watch(who, resolve));
  const aSupervisor = async () =>
    aSignIn(test.database, {
      role: 'supervisor',
      unitId: await aTeam(test.database, await aDepartment(test.database)),
    });

  it.each([
    ['signed out', 'DELETE FROM session WHERE sign_in_id = $1', 'ended'],
    ['too long idle', `UPDATE session SET last_used_at = now() - interval '12 hours' WHERE sign_in_id = $1`, 'ended'],
    ['expired', 'UPDATE session SET expires_at = now() WHERE sign_in_id = $1', 'ended'],
    ['disabled', 'UPDATE sign_in SET disabled_at = now() WHERE id = $1', 'ended'],
    ['of a role that ended', 'UPDATE role_grant SET "to" = now() WHERE sign_in_id = $1', 'roles-changed'],
    [
      'of somebody who left',
      `UPDATE staff SET left_on = current_date - 2 WHERE id = (SELECT staff_id FROM sign_in WHERE id = $1)`,
      'ended',
    ],
  ])('ends a session %s, and nobody else', async (_, act, reason) => {
    const [one, other] = [await aSupervisor(), await aSupervisor()];
    const neighbour = jest.fn();
    const stop = watch.watch(await viewerOf(other), neighbour);
    const end = ended(await viewerOf(one));
    await test.database.change(act, [one.signInId]);
    expect(await end).toBe(reason);
    expect(neighbour).not.toHaveBeenCalled();
    stop();
  });

  it('notices a role that came', async () => {
    const person = await aSignIn(test.database, { role: 'rep' });
    const end = ended(await viewerOf(person));
    await test.database.change(`INSERT INTO role_grant (id, sign_in_id, role) VALUES ($1, $2, 'executive')`, [
      uuid(),
      person.signInId,
    ]);
    expect(await end).toBe('roles-changed');
  });

  it('ends a revoked token and a revoked wallboard', async () => {
    const { signInId } = await aSignIn(test.database, { role: 'executive' });
    const [token, wallboard] = [newSecret(), newSecret()];
    await test.database.change(
      `INSERT INTO api_token (id, token_sha256, sign_in_id, name, scopes, expires_at)
       VALUES ($1, $2, $3, 'reports', '{figures:read}', now() + interval '1 day')`,
      [uuid(), token.hash, signInId],
    );
    await test.database.change(
      `INSERT INTO wallboard (id, token_sha256, name, created_by) VALUES ($1, $2, 'hall', $3)`,
      [uuid(), wallboard.hash, signInId],
    );
    const viewer = (await test.app.get(Viewers).byToken(token.secret, '127.0.0.1'))!;
    const ends = [ended(viewer), ended({ via: 'wallboard', credential: wallboard.hash.toString('hex') })];
    await test.database.change('UPDATE api_token SET revoked_at = now() WHERE sign_in_id = $1', [signInId]);
    await test.database.change('UPDATE wallboard SET revoked_at = now() WHERE created_by = $1', [signInId]);
    expect(await Promise.all(ends)).toEqual(['ended', 'ended']);
  });

  it('leaves alone what is good, and what nobody watches any more', async () => {
    const [kept, left, last] = [await aSupervisor(), await aSupervisor(), await aSupervisor()];
    const never = jest.fn();
    const stop = watch.watch(await viewerOf(kept), never);
    watch.watch(await viewerOf(left), never)();
    const end = ended(await viewerOf(last));
    await test.database.change('DELETE FROM session WHERE sign_in_id = ANY ($1)', [[left.signInId, last.signInId]]);
    expect(await end).toBe('ended');
    expect(never).not.toHaveBeenCalled();
    stop();
  });
});
