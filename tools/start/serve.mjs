// The inner half of `npm start`, on the project's own Node: database, then API; both stopped in turn.
import { endLeftoverApi, startApi } from './api-process.mjs';
import { dataFolder, serveClaim, shown } from './checkout.mjs';
import { claimWhenFree } from './claim.mjs';
import { provideDatabase } from './database.mjs';
import { freePort } from './free-port.mjs';
import { lastLines } from './guarded-command.mjs';
import { Problem, told } from './problem.mjs';
import { progressSince } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { stopSignals } from './stop-signals.mjs';

const stop = stopSignals();
process.on('message', ({ type }) => type === 'stop' && stop.abort());
process.on('disconnect', () => stop.abort());
const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', () => resolve('stop')));

const progress = progressSince(Number(process.env.FORECALL_BEGUN_AT) || Date.now());
process.exit(await told(serve));

async function serve() {
  const data = dataFolder();
  const settings = readSettings(process.env);
  const claimed = await claimWhenFree(serveClaim(data), {
    onWait: () => progress.say('Waiting until the start before this one has stopped'),
  });
  try {
    await endLeftoverApi(data, progress.say);
    return await serveOnDatabase(settings, data);
  } finally {
    claimed.release();
  }
}

async function serveOnDatabase(settings, data) {
  const database = await provideDatabase({ data, environment: process.env, say: progress.say });
  try {
    return stop.signal.aborted ? 0 : await serveFrom(database, settings, data);
  } finally {
    if (stop.signal.aborted) progress.say('Stopping');
    await database.stop();
    if (stop.signal.aborted) progress.say('Stopped');
  }
}

async function serveFrom(database, settings, data) {
  for (;;) {
    const port = await freePort(settings);
    if (port !== settings.port) progress.say(`Port ${settings.port} is taken, so it is ${port}`);
    const ended = await serveAt(port, database, settings, data);
    if (ended !== 'port-taken') return ended;
    progress.say(`Port ${port} was taken meanwhile`);
  }
}

/** Its end; or that another program was faster, where the port was ours to choose: loading the demo company takes minutes. */
async function serveAt(port, database, settings, data) {
  const api = startApi({ data, environment: apiEnvironment(database, settings, port), onProgress: progress.say });
  const ends = [
    stopped,
    api.ended.then(({ message }) => new Problem(`The application ${message}.\n${lastLines(api.said(), 25)}`)),
    database.ended.then(({ message }) => new Problem(`The database ${message}.`)),
  ];
  try {
    const first = await progress.during('Starting the application', () => Promise.race([api.ready, ...ends]));
    const isReady = first.type === 'ready';
    if (!isReady && !settings.portIsGiven && api.said().includes('listen EADDRINUSE')) return 'port-taken';
    if (isReady) sayReady(first, api, port && addressOf(settings.host, port));
    const more = isReady ? '\nThe rest is stopped too. Nothing saved is lost; start again to go on.' : '';
    const end = isReady ? await Promise.race(ends) : first;
    if (end === 'stop') return 0;
    throw new Problem(`${end.message.trim()}${more}`);
  } finally {
    await api.stop();
  }
}

function sayReady({ url, lines }, api, listening) {
  progress.say(listening && listening !== url ? `Ready, listening on ${listening}` : 'Ready');
  const text = ['', `  ${url}`, '', ...(lines.length > 0 ? [...lines.map((line) => `  ${line}`), ''] : [])];
  console.log([...text, `  Ctrl-C stops it. Log: ${shown(api.logFile)}`].join('\n'));
  if (process.connected) process.send({ type: 'ready', url });
}

function addressOf(host, port) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function apiEnvironment(database, settings, port) {
  return {
    NODE_ENV: 'production',
    ...process.env,
    HOST: settings.host,
    PORT: String(port),
    DEMO: settings.demo,
    ...(database.isOwn && { DATABASE_URL: database.url, EMBEDDED: '1' }),
  };
}
