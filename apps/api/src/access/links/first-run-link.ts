import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hasSignIn } from './first-run.query.js';
import { LinksService } from './links.service.js';

/** Lines for the terminal of a new installation: the address by which its first administrator comes in. */
export async function firstRunLines(app: INestApplicationContext, base: string): Promise<string[]> {
  const database = app.get(Database);
  if (await hasSignIn(database)) return [];
  const { address } = await app.get(LinksService).make(database, 'first-run', null, base);
  return ['Nobody can sign in yet. Set up the first administrator here, within 24 hours and once:', address];
}
