import { spawn } from 'node:child_process';
import { ownNode } from './checkout.mjs';

/**
 * Goes on under the project's own Node. `signal` asks the program to stop by a message; the end of this process tells
 * it the same by the closed channel.
 */
export function handOver(program, args, { signal, env = process.env, onMessage = () => {} }) {
  const child = spawn(ownNode, ['--enable-source-maps', program, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const stop = () => child.connected && child.send({ type: 'stop' });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  child.on('message', onMessage);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, endedBy) => resolve({ code, endedBy }));
  });
}
