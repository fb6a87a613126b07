import { spawn } from 'node:child_process';

const running = new Set();

/** Ends what still runs, with everything it started. */
export function stopCommands(signal = 'SIGTERM') {
  for (const child of running) kill(child, signal);
}

function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Runs a command in a process group of its own, and gives its exit code and all it said. */
export function runCommand(command, { cwd, env, limitSeconds }) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, env, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    const limit = setTimeout(() => {
      said.push(Buffer.from(`\nstopped after ${limitSeconds} s\n`));
      kill(child, 'SIGKILL');
    }, limitSeconds * 1000);
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ exitCode: code ?? 1, output: Buffer.concat(said).toString() });
    });
  });
}
