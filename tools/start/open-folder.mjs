import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Makes a folder that others may pass through, whatever the umask: the account of the database has to. */
export function makeOpenFolder(folder) {
  const firstNew = mkdirSync(folder, { recursive: true });
  for (let made = path.resolve(folder); firstNew && made.startsWith(firstNew); made = path.dirname(made)) {
    chmodSync(made, 0o755);
  }
}
