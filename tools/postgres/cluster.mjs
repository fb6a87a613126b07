import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Problem } from '../start/problem.mjs';

const UNFINISHED = 'postgres.unfinished-';

/** What the server's programs see of our surroundings: no PGPORT, PGDATA or locale of the caller. */
export const plainEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster aside and moves it in place when it is whole, so that a kill half-way leaves nothing but a folder
 * to clear. Passwords are random, known to nobody but the owner of the file `access.json` in it.
 */
export async function makeCluster({ place, cluster, binaries, version, account, durable }) {
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new Problem(`${cluster} should hold the database, but is something else. Move it away and start again.`);
  }
  const unfinished = path.join(place, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  const folder = path.join(unfinished, 'cluster');
  const access = {
    superuser: { user: 'postgres', password: newPassword() },
    application: { user: 'forecall', password: newPassword() },
  };
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const passwordFile = path.join(unfinished, 'password');
  writeOwned(account, passwordFile, access.superuser.password);
  await initialise(path.join(binaries, 'bin', 'initdb'), account, [
    `--pgdata=${folder}`,
    `--username=${access.superuser.user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeFlags(version),
    ...(durable ? [] : ['--no-sync']),
  ]);
  writeOwned(account, path.join(folder, 'access.json'), JSON.stringify(access));
  renameSync(folder, cluster);
  rmSync(unfinished, { recursive: true });
}

export function accessTo(cluster) {
  try {
    return JSON.parse(readFileSync(path.join(cluster, 'access.json'), 'utf8'));
  } catch (error) {
    throw new Problem(`The passwords of the database cannot be read: ${error.message}`);
  }
}

/** The programs of another major version cannot read the files. */
export function checkMajor(cluster, version) {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === version.split('.')[0]) return;
  throw new Problem(
    `The database in ${cluster} was made by PostgreSQL ${made}, and PostgreSQL ${version} is installed now.\n` +
      `Go back to the packages with PostgreSQL ${made}, or set FORECALL_DATA to another folder for a new database.`,
  );
}

export const hasCluster = (cluster) => existsSync(path.join(cluster, 'PG_VERSION'));

/** The orphan of a killed start may still be writing there: then the folder goes at a later start. */
export function clearUnfinished(place) {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(UNFINISHED)) continue;
    try {
      rmSync(path.join(place, name), { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'ENOTEMPTY') throw error;
    }
  }
}

/** Order by code point, letters of all languages folded; sorting for people asks for an ICU collation by name. */
function localeFlags(version) {
  if (Number.parseInt(version, 10) < 17) return ['--locale=C.UTF-8'];
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

function initialise(initdb, account, args) {
  const child = spawn(initdb, args, {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Problem(`The database cannot be made: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Problem(`The database cannot be made:\n${said.trim()}`));
    });
  });
}

function writeOwned(account, file, text) {
  writeFileSync(file, text, { mode: 0o600 });
  giveTo(account, file);
}

function giveTo(account, file) {
  if (account) chownSync(file, account.uid, account.gid);
}

const newPassword = () => randomBytes(24).toString('base64url');
