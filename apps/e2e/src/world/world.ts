import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cloneTemplate } from '../../../../tools/test/template-database.mjs';

const program = join(import.meta.dirname, '../../../api/dist/main.js');

export interface World {
  /** Where console and API answer. */
  readonly url: string;
  readonly databaseUrl: string;
  /** What the program prints at its start besides its address, such as a one-time link. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

interface Ready {
  readonly type: 'ready';
  readonly url: string;
  readonly lines: readonly string[];
}

/** The built program with a database of its own on a free port: what a customer runs, and nothing replaced. */
export function startWorld(settings: Record<string, string> = {}): Promise<World> {
  return worldFrom(process.env['FORECALL_TEST_TEMPLATE'], settings);
}

/** The same with the demo company, which it makes up first. */
export function startDemoWorld(): Promise<World> {
  return worldFrom(process.env['FORECALL_TEST_EMPTY'], { DEMO: 'yes' }, 180);
}

async function worldFrom(
  template: string | undefined,
  settings: Record<string, string>,
  readyWithinSeconds = 60,
): Promise<World> {
  const serverUrl = process.env['FORECALL_TEST_SERVER'];
  if (!serverUrl || !template) throw new Error('A world needs the template databases of the global set-up.');
  const database = await cloneTemplate({ serverUrl, template });
  const api = fork(program, {
    env: { ...process.env, DATABASE_URL: database.url, HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { url, lines } = await readyMessage(api, readyWithinSeconds);
  return {
    url,
    lines,
    databaseUrl: database.url,
    async stop() {
      if (api.exitCode === null && api.signalCode === null) {
        api.kill('SIGTERM');
        await once(api, 'exit');
      }
      await database.drop();
    },
  };
}

/** Waits until the program listens; if it ends before, says what it said. */
function readyMessage(api: ChildProcess, withinSeconds: number): Promise<Ready> {
  const said: string[] = [];
  const keep = (chunk: Buffer) => said.push(chunk.toString());
  api.stdout?.on('data', keep);
  api.stderr?.on('data', keep);
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The program ${what}.\n${said.join('')}`));
    const limit = setTimeout(() => {
      api.kill('SIGKILL');
      fail(`was not ready within ${withinSeconds} s`);
    }, withinSeconds * 1_000);
    api.once('exit', (code, signal) => {
      clearTimeout(limit);
      fail(`ended with ${signal ?? code ?? 'nothing'} before it was ready`);
    });
    api.on('message', (message) => {
      if (!isReady(message)) return;
      clearTimeout(limit);
      resolve(message);
    });
  });
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
