// Runs a command in a process group of its own, and ends the whole group at a message of the process that asked for it,
// and when that process ends, by kill -9 too: no half-done install or build goes on behind the back of the next start.
import { spawn } from 'node:child_process';

const ASKED_MS = 3000;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in it.
  }
}

/** Asked first: Nx ends the commands that it runs in groups of their own. */
function endGroup() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), ASKED_MS).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.on('message', endGroup);
process.on('disconnect', endGroup);
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => {
  signalGroup('SIGKILL');
  process.exit(code ?? 1);
});
