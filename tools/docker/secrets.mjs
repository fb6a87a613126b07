import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Compose mounts the files as they are, and the containers' users have other numbers than ours: the files can be read
 * by all, and the folder, which nobody else may enter, keeps them on the host.
 */
export function makeSecrets(folder) {
  if (existsSync(folder)) return false;
  mkdirSync(folder, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const files = { database_password: password, database_url: `postgres://forecall:${password}@database:5432/forecall` };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text, { mode: 0o644 });
  return true;
}
