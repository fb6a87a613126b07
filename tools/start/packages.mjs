import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { guardedCommand } from './guarded-command.mjs';
import { Problem } from './problem.mjs';

const STAMP = 'node_modules/.forecall-installed';

/** Why the packages have to be installed, or undefined when they are what package-lock.json asks for. */
export function whyInstall(root, node) {
  if (!existsSync(path.join(root, 'node_modules'))) return 'the first time, this takes a minute or more';
  if (!existsSync(node)) return 'the last time was not finished';
  if (textOf(path.join(root, STAMP)) === stampOf(root)) return undefined;
  return agreesWithNpm(root) ? undefined : 'package-lock.json is not what was installed';
}

export async function install(root, environment, signal) {
  const command = ['npm', 'ci', '--include=dev', '--include=optional', '--ignore-scripts=false'];
  const { code, output } = await guardedCommand(command, { cwd: root, env: withoutOwnNode(root, environment), signal });
  if (signal?.aborted) return;
  if (code !== 0)
    throw new Problem(`The packages could not be installed (npm ci ended with ${code}):\n${firstErrors(output)}`);
  writeFileSync(path.join(root, STAMP), stampOf(root));
}

/** Another machine's packages, of a copied folder, do not run here. */
function stampOf(root) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  return `${process.platform} ${process.arch} ${lock}`;
}

/** After a developer's `npm install`: npm's own record of node_modules says the same as package-lock.json. */
function agreesWithNpm(root) {
  const record = textOf(path.join(root, 'node_modules/.package-lock.json'));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(textOf(path.join(root, 'package-lock.json'))).packages;
  return Object.entries(wanted)
    .filter(([name, entry]) => name.includes('node_modules/') && !entry.optional)
    .every(([name, entry]) => installed[name] && installed[name].version === entry.version);
}

/** npm replaces node_modules; the Node that lies in it must not be the one npm runs its scripts with. */
function withoutOwnNode(root, environment) {
  const folders = (environment.PATH ?? '').split(path.delimiter);
  const kept = folders.filter((folder) => !folder.startsWith(path.join(root, 'node_modules')));
  const { NODE_ENV: _, ...rest } = environment;
  return { ...rest, PATH: kept.join(path.delimiter) };
}

/** What went wrong stands first; npm may put pages of usage behind it. */
function firstErrors(output) {
  const lines = output.trim().split('\n');
  const first = lines.findIndex((line) => line.startsWith('npm error'));
  return lines.slice(Math.max(first, 0)).slice(0, 20).join('\n');
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
