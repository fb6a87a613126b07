import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** A zombie counts as ended: in a container whose first process reaps nothing it would otherwise "live" for ever. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

function stateOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold brackets and blanks.
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  } catch {
    return '?';
  }
}

/** Arguments of a process; without /proc (macOS) one string that holds them all. */
export function argumentsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    if (process.platform === 'linux') return [];
  }
  try {
    return [execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()];
  } catch {
    return [];
  }
}

export function isServerOn(clusterFolder, pid) {
  const [first = '', ...rest] = argumentsOf(pid);
  if (rest.length > 0) return first.endsWith('postgres') && rest[rest.indexOf('-D') + 1] === clusterFolder;
  return first.includes(`postgres -D ${clusterFolder} `);
}

/** Server processes at work in this folder, for the time after their postmaster was killed. Linux only. */
export function backendsIn(clusterFolder) {
  return listOrNothing('/proc')
    .filter((name) => /^\d+$/.test(name) && readLinkOrNothing(`/proc/${name}/cwd`) === clusterFolder)
    .filter((name) => argumentsOf(name)[0]?.startsWith('postgres:'))
    .map(Number);
}

function listOrNothing(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readLinkOrNothing(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
