import { startTemplateDatabase } from '../test/template-database.mjs';

/** Before the API specs: a PostgreSQL server and, in it, one migrated template database that each spec file clones. */
export default async function setUp() {
  const database = await startTemplateDatabase();
  process.env.FORECALL_TEST_SERVER = database.serverUrl;
  process.env.FORECALL_TEST_TEMPLATE = database.template;
  globalThis.forecallTestDatabase = database;
}
