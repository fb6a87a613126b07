import { SchedulerRegistry } from '@nestjs/schedule';
import { newSecret } from '../platform/access/secret.js';
import { aSignIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { HousekeepingService } from './housekeeping.service.js';

describe('clearing away what is over', () => {
  let test: TestApp;
  let signInId: string;
  beforeAll(async () => {
    test = await createTestApp();
    ({ signInId } = await aSignIn(test.database, { role: 'rep' }));
    await test.database.change('DELETE FROM session');
  });
  afterAll(() => test.close());

  const add = (statement: string, values: unknown[] = []) =>
    test.database.change(statement, [newSecret().hash, signInId, ...values]);

  it('takes dead sessions and old links, and leaves what is alive or recent', async () => {
    for (const [expires, used, name] of [
      ['1 day', '0', 'open'],
      ['-1 second', '0', 'expired'],
      ['1 day', '12 hours 1 second', 'idle'],
    ])
      await add(
        `INSERT INTO session (token_sha256, sign_in_id, expires_at, last_used_at, user_agent)
         VALUES ($1, $2, now() + $3::interval, now() - $4::interval, $5)`,
        [expires, used, name],
      );
    for (const age of ['31 days', '29 days'])
      await add(
        `INSERT INTO one_time_link (token_sha256, purpose, sign_in_id, expires_at)
         VALUES ($1, 'reset', $2, now() - $3::interval)`,
        [age],
      );
    await test.app.get(HousekeepingService).clear();
    expect(await test.database.rows('SELECT user_agent AS name FROM session')).toEqual([{ name: 'open' }]);
    expect(await test.database.rows('SELECT (now() - expires_at)::text AS age FROM one_time_link')).toEqual([
      { age: expect.stringMatching(/^29 days/) },
    ]);
  });

  it('happens each hour', () => {
    expect(test.app.get(SchedulerRegistry).getIntervals()).toContain('clear away what is over');
  });
});
