import { join } from 'node:path';
import { startTemplateDatabase } from '../test/template-database.mjs';

const demo = join(import.meta.dirname, '../../apps/api/dist/demo/provide-demo.js');

interface Demo {
  provideDemo(config: { DATABASE_URL: string; DATABASE_POOL: number }, say: (text: string) => void): Promise<void>;
}

/** Before the pictures: a database with the demo company, so that every screen has something to show. */
export default async function startDemoWorld(): Promise<() => Promise<void>> {
  const { provideDemo } = (await import(demo)) as Demo;
  const database = await startTemplateDatabase({
    prepare: (url: string) => provideDemo({ DATABASE_URL: url, DATABASE_POOL: 2 }, (text) => console.log(text)),
  });
  process.env['FORECALL_TEST_SERVER'] = database.serverUrl;
  process.env['FORECALL_TEST_TEMPLATE'] = database.template;
  return () => database.stop();
}
