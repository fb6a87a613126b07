import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Problem } from '../start/problem.mjs';

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. For root this is the account to run it under: the owner of an existing cluster,
 * else `postgres`, made when missing. Undefined for anybody else, whose own account it runs under.
 */
export function serverAccount(clusterFolder) {
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  const ourId = process.getuid?.();
  if (ourId !== 0) {
    if (owner && ourId !== undefined && owner.uid !== ourId) throw new Problem(notYours(clusterFolder, owner.uid));
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  return existing() ?? made();
}

function notYours(folder, uid) {
  return (
    `The database in ${folder} belongs to ${nameOf(uid)}: it was made by a start as root or as that user.\n` +
    'Start as the same user again, or set FORECALL_DATA to a folder of your own for a new database.'
  );
}

function existing() {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(said('id', [flag, NAME]), 10));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid, name: NAME } : undefined;
}

function made() {
  said('groupadd', ['--system', NAME]);
  said('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/bin/false', NAME]);
  const account = existing();
  if (account) return account;
  throw new Problem(
    'PostgreSQL does not run as root, there is no user "postgres", and none could be made.\n' +
      'Start as an ordinary user, make that user, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  );
}

function nameOf(uid) {
  return said('id', ['-un', String(uid)]).trim() || `user ${uid}`;
}

function said(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}

/** What the account really can do says more than the modes of all folders above, which access lists may change. */
export function canDo(account, script, ...args) {
  const run = { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' };
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...args], run).status === 0;
}
