import { DataSource } from 'typeorm';
import { dataSourceOptions } from './platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from './testing/test-database.js';

describe('the entities and the migrated tables', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    const options = dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 2 });
    dataSource = await new DataSource(options).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const drift = async () => (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  it('agree: there is nothing to change on either side', async () => {
    expect(await drift()).toEqual([]);
  });

  it('are seen to differ as soon as a table does', async () => {
    await dataSource.query('ALTER TABLE staff ADD COLUMN nickname text; ALTER TABLE team DROP CONSTRAINT team_check');
    expect((await drift()).join('\n')).toMatch(/nickname[\s\S]*team_check/);
  });
});
