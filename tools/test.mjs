import { fileURLToPath } from 'node:url';
import { ownNode, prepareClaim, root } from './start/checkout.mjs';
import { claimWhenFree } from './start/claim.mjs';
import { handOver } from './start/hand-over.mjs';
import { install, whyInstall } from './start/packages.mjs';
import { told } from './start/problem.mjs';
import { progressSince } from './start/progress.mjs';
import { stopSignals } from './start/stop-signals.mjs';

/**
 * `npm test`, from nothing: this half runs on any Node from 20 on, without a package; it installs and hands over to
 * the project's own Node. The last line is `N passed, N failed`, also when it does not come that far.
 */
const program = fileURLToPath(new URL('./test/all.mjs', import.meta.url));
const progress = progressSince(Date.now());
const stop = stopSignals();

async function installPackages() {
  const claimed = await claimWhenFree(prepareClaim, {
    onWait: ({ pid }) => progress.say(`Waiting for process ${pid}, which installs or builds in this folder`),
  });
  try {
    const why = whyInstall(root, ownNode);
    if (why) await progress.during(`Installing packages (${why})`, () => install(root, process.env, stop.signal));
  } finally {
    claimed.release();
  }
  return stop.signal.aborted ? 130 : 0;
}

const notInstalled = await told(installPackages);
if (notInstalled) console.log('\n0 passed, 1 failed');
const ended = notInstalled ? { code: notInstalled } : await handOver(program, [], { signal: stop.signal });
if (ended.endedBy) console.log(`\nThe tests were ended by ${ended.endedBy}.\n\n0 passed, 1 failed`);
process.exit(ended.code ?? 1);
