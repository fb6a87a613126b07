import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { withScratchDatabase } from './scratch-database.js';

describe('a database for the time of the work', () => {
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
  });
  afterAll(() => testDatabase.drop());

  const isThere = async (url: string) => {
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      new URL(url).pathname.slice(1),
    ]);
    await client.end();
    return rows.length === 1;
  };

  it('is there while it is worked on, and gone after', async () => {
    let used = '';
    const was = await withScratchDatabase(testDatabase.url, async (url) => {
      used = url;
      return isThere(url);
    });
    expect(was).toBe(true);
    expect(await isThere(used)).toBe(false);
  });

  it('is gone after work that failed, too', async () => {
    let used = '';
    const work = withScratchDatabase(testDatabase.url, async (url) => {
      used = url;
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await isThere(used)).toBe(false);
  });
});
