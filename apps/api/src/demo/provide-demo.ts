import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { planIfAsked } from '../proactive/planning/planner.service.js';
import { DemoRefused, hasOrganisation, loadDemo } from './load-demo.js';

/** Loads the demo company where there is no organisation yet; `say` hears how far it is. */
export async function provideDemo(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL'>,
  say: (text: string) => void,
): Promise<void> {
  const dataSource = await new DataSource({ ...dataSourceOptions(config), poolSize: 2 }).initialize();
  try {
    const database = new Database(dataSource);
    if (await hasOrganisation(database)) return;
    say('Making up the demo company');
    await loadDemo(database, { nowMs: Date.now(), onProgress: progress(say) });
    // Who has calls today stands in the sign-ins that are printed.
    await planIfAsked(database, new Date());
  } catch (error) {
    // Another process that started at the same time was first.
    if (!(error instanceof DemoRefused)) throw error;
  } finally {
    await dataSource.destroy();
  }
}

function progress(say: (text: string) => void): (percent: number) => void {
  let told = 0;
  return (percent) => {
    if (percent < told + 25 && (percent < 100 || told === 100)) return;
    told = percent;
    say(percent < 100 ? `Loading the demo company (${percent} %)` : 'Counting the tallies');
  };
}
