import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/config.js';
import { consoleFolder } from './http/console-files.js';

/** Names what is served: the first page holds the names of all its files, and those hold hashes of their content. */
export function buildOf(config: Config): string {
  const page = join(consoleFolder(config), 'index.html');
  const content = existsSync(page) ? readFileSync(page) : 'no console';
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
