import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { guardedCommand, lastLines } from './guarded-command.mjs';
import { Problem } from './problem.mjs';

const STAMP = 'tmp/built-from';
const SOURCES = [
  'apps/api',
  'apps/console',
  'libs',
  'tools/console',
  'tsconfig.base.json',
  'nx.json',
  'package-lock.json',
];
const OUTPUTS = ['apps/api/dist/main.js', 'apps/console/dist/browser/index.html'];
const NOT_BUILT = /(^|\/)(node_modules|dist|coverage|\.[^/]*)$|\.spec\.ts$/;

export function whyBuild(root) {
  if (OUTPUTS.some((file) => !existsSync(path.join(root, file))))
    return 'the first time, this takes half a minute or more';
  const stamp = path.join(root, STAMP);
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
  return isCurrent ? undefined : 'the sources have changed';
}

export async function build(root, environment, signal) {
  // Taken before: what changes during the build is built again by the next start.
  const builtFrom = fingerprint(root);
  const command = [path.join(root, 'node_modules/.bin/nx'), 'run-many', '-t', 'build', '-p', 'api', 'console'];
  const { code, output } = await guardedCommand(command, {
    cwd: root,
    env: buildEnvironment(root, environment),
    signal,
  });
  if (signal?.aborted) return;
  if (code !== 0) throw new Problem(`The build failed:\n${lastLines(output, 60)}`);
  mkdirSync(path.join(root, 'tmp'), { recursive: true });
  writeFileSync(path.join(root, STAMP), builtFrom);
}

/** By content: a checkout or a copy changes times of files without changing what is built. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesBelow(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, source) {
  if (NOT_BUILT.test(source)) return [];
  let entries;
  try {
    entries = readdirSync(path.join(root, source)).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [source];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((name) => filesBelow(root, `${source}/${name}`));
}

/** No prompt, no process left over, no word to anybody. */
function buildEnvironment(root, environment) {
  return {
    ...environment,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${environment.PATH ?? ''}`,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NG_CLI_ANALYTICS: 'false',
    CI: 'true',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
}
