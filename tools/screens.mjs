import { spawnSync } from 'node:child_process';
import { provideChromium } from './browser/chromium.mjs';
import { plainEnvironment, root } from './test/report-parts.mjs';

/** `npm run screens [name ...]`: pictures of the screens in all variants, one contact sheet each, in tmp/screens. */
const names = process.argv.slice(2);
const env = {
  ...plainEnvironment,
  CHROMIUM_PATH: (await provideChromium((line) => console.log(line))) ?? '',
  SCREENS: names.join(' '),
};
const run = (command, ...options) => spawnSync(command, options, { cwd: root, env, stdio: 'inherit' }).status === 0;
const isDone =
  run('nx', 'run-many', '-t', 'build', '--outputStyle=stream') &&
  run('playwright', 'test', '-c', 'tools/screens/playwright.config.ts', '--reporter=line');
if (isDone) console.log(`The contact sheets are in ${root}/tmp/screens`);
process.exitCode = isDone ? 0 : 1;
