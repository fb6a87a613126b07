import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const isWriting = process.argv.includes('--write');

/** Asks every route and live event as everybody, and compares with the committed table; `--write` writes it anew. */
function main() {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const settings = ['-c', 'apps/api/jest.config.mjs', '--testPathPatterns', 'access-matrix.spec'];
  const environment = { ...process.env, ...(isWriting && { WRITE_ACCESS_MATRIX: 'yes' }) };
  const build = spawnSync('npx', ['tsc', '-b', 'apps/api'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) return build.status ?? 1;
  const run = spawnSync(process.execPath, [jest, ...settings], { cwd: root, stdio: 'inherit', env: environment });
  return run.status ?? 1;
}

process.exitCode = main();
