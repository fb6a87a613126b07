import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, startClaim } from './checkout.mjs';
import { holderOf } from './claim.mjs';
import { handOver } from './hand-over.mjs';
import { prepare } from './prepare.mjs';
import { told } from './problem.mjs';
import { progressSince } from './progress.mjs';
import { stopSignals } from './stop-signals.mjs';

const program = fileURLToPath(new URL('./run-script.mjs', import.meta.url));

/** Runs a built program of the API beside a start that is at work, or by itself. Own words go to stderr. */
export async function provideAndRun(args) {
  const stop = stopSignals();
  const progress = progressSince(Date.now(), console.error);
  process.exitCode = await told(async () => {
    const start = await readyStart(progress);
    // What a running start serves stays as it is built.
    if (!start) await prepare({ progress, signal: stop.signal });
    if (stop.signal.aborted) return 130;
    const env = { ...process.env, ...(start && { FORECALL_URL: start.url }) };
    const { code } = await handOver(program, args, { signal: stop.signal, env });
    return code ?? 1;
  });
  process.exit();
}

async function readyStart(progress) {
  for (let told = false; ; told = true) {
    const holder = await holderOf(startClaim(dataFolder()));
    if (!holder || holder.url) return holder;
    if (!told) progress.say('Waiting for the start that is under way');
    await sleep(300);
  }
}
