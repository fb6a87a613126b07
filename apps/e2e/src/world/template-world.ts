import { cloneTemplate, startTemplateDatabase } from '../../../../tools/test/template-database.mjs';
import { fillWithKnownPeople } from './known-people.js';

/** Before all browser specs: a PostgreSQL server with the templates that each world clones. Gives the way back. */
export default async function startTemplateWorld(): Promise<() => Promise<void>> {
  const empty = await startTemplateDatabase();
  const known = await cloneTemplate(empty);
  await fillWithKnownPeople(known.url);
  process.env['FORECALL_TEST_SERVER'] = empty.serverUrl;
  process.env['FORECALL_TEST_EMPTY'] = empty.template;
  process.env['FORECALL_TEST_TEMPLATE'] = new URL(known.url).pathname.slice(1);
  return async () => {
    await known.drop();
    await empty.stop();
  };
}
