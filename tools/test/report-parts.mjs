import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf } from './counts.mjs';
import { stopCommands } from './run-command.mjs';
import { runParts } from './run-parts.mjs';

export const root = join(import.meta.dirname, '../..');

/** Nx without its background process, its screen and its cloud; the tools of this checkout first. */
export const plainEnvironment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NG_CLI_ANALYTICS: 'false',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

/** Runs parts at the terminal: says what starts and ends, shows what failing ones said, and gives the sums. */
export async function reportParts(parts, { environment = {} } = {}) {
  const resultFolder = join(root, 'tmp/test');
  mkdirSync(resultFolder, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stopCommands();
      process.exit(130);
    });
  }
  const running = new Map();
  const heartbeat = setInterval(() => {
    const names = [...running].map(([name, begun]) => `${name} (${Math.round((Date.now() - begun) / 1000)} s)`);
    if (names.length > 0) console.log(`  ...    ${names.join(', ')}`);
  }, 20_000);
  const results = await runParts(parts, {
    cwd: root,
    resultFolder,
    env: { ...plainEnvironment, ...environment },
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
  const broken = [...results].filter(([, { failed }]) => failed > 0);
  if (broken.length > 0) {
    console.log(`\nWhat failed: ${broken.map(([name]) => name).join(', ')}`);
    for (const fault of broken.flatMap(([, { faults }]) => faults)) console.log(`\n${fault}`);
  }
  return sumOf([...results.values()]);
}
