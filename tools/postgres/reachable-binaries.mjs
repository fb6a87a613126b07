import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Problem } from '../start/problem.mjs';
import { isAlive } from './process-facts.mjs';
import { canDo } from './server-account.mjs';
import { ELSEWHERE } from './server-place.mjs';

const runs =
  'cd "$1" && for f in share/postgresql/postgres.bki lib/postgresql/plpgsql.so; do ' +
  'test ! -e "$f" || test -r "$f" || exit 1; done; bin/postgres --version && bin/initdb --version';

/** The given programs; where the account cannot run them a copy, which all checkouts with the same programs share. */
export function reachableBinaries(binaries, version, account, elsewhere = ELSEWHERE) {
  if (!account || canDo(account, runs, binaries)) return binaries;
  const copy = path.join(elsewhere, `postgresql-${version}-${contentOf(path.join(binaries, 'bin/postgres'))}`);
  if (!existsSync(copy)) copyTo(copy, binaries);
  if (!canDo(account, runs, copy)) throw new Problem(`${account.name} cannot run the PostgreSQL programs in ${copy}.`);
  return copy;
}

function contentOf(program) {
  return createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 8);
}

function copyTo(copy, binaries) {
  const unfinished = `${copy}.unfinished-${process.pid}`;
  try {
    mkdirSync(path.dirname(copy), { recursive: true });
    chmodSync(path.dirname(copy), 0o755);
    clearUnfinished(path.dirname(copy));
    cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start has made the same copy meanwhile.
    if (!existsSync(copy)) throw new Problem(`PostgreSQL's programs cannot be copied to ${copy}: ${error.message}`);
  }
}

function clearUnfinished(folder) {
  for (const name of readdirSync(folder)) {
    const [, maker] = /\.unfinished-(\d+)$/.exec(name) ?? [];
    if (maker && !isAlive(Number(maker))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    chmodSync(file, entry.isDirectory() || statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
