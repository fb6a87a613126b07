import { startTemplateDatabase } from '../../../../tools/test/template-database.mjs';
import { fillWithKnownPeople } from './known-people.js';

/** Before all browser specs: a PostgreSQL server with the template that each world clones. Gives the way back. */
export default async function startTemplateWorld(): Promise<() => Promise<void>> {
  const database = await startTemplateDatabase({ prepare: fillWithKnownPeople });
  process.env['FORECALL_TEST_SERVER'] = database.serverUrl;
  process.env['FORECALL_TEST_TEMPLATE'] = database.template;
  return () => database.stop();
}
