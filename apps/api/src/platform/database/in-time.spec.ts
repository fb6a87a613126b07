import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { inTime } from './in-time.js';

describe('a read in time', () => {
  let test: TestApp;
  beforeAll(async () => (test = await createTestApp()));
  afterAll(() => test.close());

  it('gives what it read, and leaves the connection without a limit', async () => {
    expect(await inTime(test.database, (sql) => sql.rows('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    expect(await test.database.first('SHOW statement_timeout')).toEqual({ statement_timeout: '0' });
  });

  it('ends when it takes too long, and says what to do', async () => {
    const slow = inTime(test.database, (sql) => sql.rows('SELECT pg_sleep(20)'), 50);
    await expect(slow).rejects.toMatchObject({ status: 400, code: 'too-wide' });
  });

  it('passes on what else goes wrong', async () => {
    await expect(inTime(test.database, (sql) => sql.rows('SELECT 1 / 0'))).rejects.toThrow('division by zero');
  });
});
