import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, startClaim } from './checkout.mjs';
import { claim } from './claim.mjs';
import { handOver } from './hand-over.mjs';
import { whenNpmIsGone } from './npm-parent.mjs';
import { prepare } from './prepare.mjs';
import { told } from './problem.mjs';
import { progressSince } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { stopSignals } from './stop-signals.mjs';

const program = fileURLToPath(new URL('./serve.mjs', import.meta.url));
/** A start whose npm was killed needs a moment to notice and to stop. */
const LET_GO_MS = 3000;
const STOP_MS = 90_000;

/** The outer half of `npm start`: one per data folder; installs, builds, hands over, stays until the end. */
export async function supervise() {
  const progress = progressSince(Date.now());
  const stop = stopSignals();
  whenNpmIsGone(() => stop.abort());
  process.exitCode = await told(async () => {
    readSettings(process.env);
    const facts = { startedAt: new Date().toISOString() };
    const claimed = await claimOfStart(dataFolder(), facts);
    if (claimed.holder) return sayRunning(claimed.holder);
    stop.signal.addEventListener('abort', () => claimed.update({ stopping: true }));
    try {
      await prepare({ progress, signal: stop.signal });
      if (stop.signal.aborted) return sayStopped();
      return await serve({ progress, stop, claimed });
    } finally {
      claimed.release();
    }
  });
  process.exit();
}

async function serve({ progress, stop, claimed }) {
  const { code, endedBy } = await handOver(program, [], {
    signal: stop.signal,
    env: { ...process.env, FORECALL_BEGUN_AT: String(progress.begunAt) },
    onMessage: ({ type, url }) => type === 'ready' && claimed.update({ url }),
  });
  if (stop.signal.aborted && code !== 1) return 0;
  if (code !== null) return code;
  console.error(
    `\nForecall's process was ended by ${endedBy}. Nothing saved is lost; the next start recovers by itself.`,
  );
  return 1;
}

async function claimOfStart(data, facts) {
  const begun = Date.now();
  for (;;) {
    const attempt = await claim(startClaim(data), facts);
    const waitMs = attempt.holder?.stopping ? STOP_MS : LET_GO_MS;
    if (!attempt.holder || Date.now() - begun > waitMs) return attempt;
    await sleep(200);
  }
}

function sayRunning({ pid, url, startedAt }) {
  const since = startedAt ? ` since ${new Date(startedAt).toLocaleTimeString('en-GB')}` : '';
  console.error(
    url
      ? `Forecall already runs here${since}: ${url}\nStop it with Ctrl-C in its terminal, or with: kill ${pid}`
      : `Forecall is being started here${since} by process ${pid}.`,
  );
  return 1;
}

function sayStopped() {
  console.log('\nStopped.');
  return 0;
}
