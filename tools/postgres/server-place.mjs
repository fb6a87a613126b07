import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeOpenFolder } from '../start/open-folder.mjs';
import { Problem } from '../start/problem.mjs';
import { canDo } from './server-account.mjs';

/** For what root's checkouts keep where the database's account can go. */
export const ELSEWHERE = '/var/lib/forecall';

/** The folder that holds the cluster; in it the cluster's own folder is `postgres`. */
export function databaseFolder(dataFolder, { elsewhere = ELSEWHERE } = {}) {
  makeOpenFolder(dataFolder);
  const data = realpathSync(dataFolder);
  return { data, folder: followed(data, elsewhere) ?? data };
}

/**
 * Where the server's account can work. A checkout below a folder that others may not enter (root's home, a temporary
 * folder) keeps its database and a copy of the programs in a folder of its own under /var/lib, named in `.data`.
 */
export function reachablePlace({ data, folder }, account, { elsewhere = ELSEWHERE, onNotice = () => {} } = {}) {
  if (!account || folder !== data || canDo(account, 'cd "$1"', folder)) return folder;
  if (existsSync(path.join(data, 'postgres', 'PG_VERSION'))) {
    throw new Problem(
      `The database is in ${data}, and ${account.name}, who runs it, may no longer enter that folder.\n` +
        'Allow others to pass through the folders above it again (chmod o+x).',
    );
  }
  const place = newPlace(data, elsewhere);
  if (!canDo(account, 'cd "$1"', place)) {
    throw new Problem(
      `Started by root, PostgreSQL runs as ${account.name}, who may enter neither ${data} nor ${place}.\n` +
        'Set FORECALL_DATA to a folder that this user can reach, start as an ordinary user, or set DATABASE_URL.',
    );
  }
  onNotice(`${account.name}, who runs the database, may not enter ${data}: the database is kept in ${place}`);
  return place;
}

const pointerIn = (data) => path.join(data, 'database-folder');
const originIn = (place) => path.join(place, 'belongs-to');

/** A moved checkout takes its database along; a copied one gets its own, as it would inside the checkout. */
function followed(data, elsewhere) {
  const place = textOf(pointerIn(data));
  const origin = place && textOf(originIn(place));
  if (!origin || path.dirname(place) !== elsewhere) return undefined;
  if (origin !== data) {
    if (textOf(pointerIn(origin)) === place) return undefined;
    writeFileSync(originIn(place), data);
  }
  return place;
}

function newPlace(data, elsewhere) {
  const place = path.join(elsewhere, randomBytes(6).toString('hex'));
  try {
    mkdirSync(elsewhere, { recursive: true });
    chmodSync(elsewhere, 0o755);
    mkdirSync(place);
    chmodSync(place, 0o755);
    writeFileSync(originIn(place), data);
  } catch (error) {
    throw new Problem(
      `The database needs a folder that its user can enter, and ${place} cannot be made: ${error.message}`,
    );
  }
  writeFileSync(pointerIn(data), place);
  return place;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
