import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  /** As `kill -9` does: no goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const builtProgram = join(import.meta.dirname, '../../dist/main.js');

/** The built program as a process of its own, for what one process cannot show. */
export async function startApiProcess(databaseUrl: string, settings: Record<string, string> = {}): Promise<ApiProcess> {
  const child = fork(builtProgram, {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: '8',
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: 'no',
      ...settings,
    },
    execPath: process.execPath,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    ready(child),
    ended.then(([code]) => {
      throw new Error(`the program ended with ${String(code)} before it was ready`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) =>
    child.on('message', (message: { type: string; url: string }) => message.type === 'ready' && resolve(message.url)),
  );
