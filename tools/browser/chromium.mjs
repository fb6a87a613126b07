import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags for a browser that nobody sits in front of: no sandbox (root has none), no traffic of its own. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Chromium is on this machine: named by CHROMIUM_PATH, on the PATH, or installed by Playwright. */
export function findChromium(environment = process.env) {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH;
  const folders = (environment.PATH ?? '').split(delimiter);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...applications, chromium.executablePath()].find((path) => isProgram(path));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu's "chromium-browser" is a script that asks for a snap.
  return !beginningOf(path).includes('snap install');
}

function beginningOf(path) {
  const file = openSync(path);
  try {
    const beginning = Buffer.alloc(4096);
    readSync(file, beginning);
    return beginning;
  } finally {
    closeSync(file);
  }
}

/** Finds a Chromium that starts, or installs one; undefined if neither works. `say` is told what happens. */
export async function provideChromium(say) {
  let path = findChromium();
  if (!path) {
    say('There is no Chromium here. Installing one.');
    install(say);
    path = findChromium();
  }
  const version = path && spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (version?.status !== 0) {
    say(path ? `${path} does not run: ${version.error?.message ?? version.stderr}` : 'No Chromium could be installed.');
    return undefined;
  }
  say(`Browser: ${path} (${version.stdout.trim()})`);
  return path;
}

function install(say) {
  const isRoot = process.getuid?.() === 0;
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const byPlaywright = ['npx', 'playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'].join(' ');
  const byDebian = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  for (const command of isRoot && isDebian ? [byDebian, byPlaywright] : [byPlaywright]) {
    say(`$ ${command}`);
    spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (findChromium()) return;
  }
}
