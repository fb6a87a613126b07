import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from '../browser/chromium.mjs';
import { sumOf } from './counts.mjs';
import { parts } from './parts.mjs';
import { stopCommands } from './run-command.mjs';
import { runParts } from './run-parts.mjs';

/** The second half of `npm test`, on the project's own Node: runs all parts and says how they went. */

const root = join(import.meta.dirname, '../..');
const resultFolder = join(root, 'tmp/test');
mkdirSync(resultFolder, { recursive: true });

const running = new Map();
const heartbeat = setInterval(() => {
  const names = [...running].map(([name, begun]) => `${name} (${Math.round((Date.now() - begun) / 1000)} s)`);
  if (names.length > 0) console.log(`  ...    ${names.join(', ')}`);
}, 20_000);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    stopCommands();
    process.exit(130);
  });
}

const chromium = await provideChromium((line) => console.log(line));
const results = await runParts(parts, {
  cwd: root,
  resultFolder,
  env: {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    CHROMIUM_PATH: chromium ?? '',
  },
  onStart({ name }) {
    running.set(name, Date.now());
    console.log(`  start  ${name}`);
  },
  onEnd({ name }, { passed, failed, seconds, output }) {
    running.delete(name);
    console.log(`  ${failed > 0 ? 'FAILED' : 'passed'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    if (failed > 0) console.log(`\n${output.trimEnd()}\n`);
  },
});
clearInterval(heartbeat);

const broken = [...results].filter(([, { failed }]) => failed > 0).map(([name]) => name);
if (broken.length > 0) console.log(`\nWhat failed: ${broken.join(', ')}`);
const { passed, failed } = sumOf([...results.values()]);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
