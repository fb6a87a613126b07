import { NoAnswer, Refused } from './simulation/agent.js';
import { CallCentre, NoDemo } from './simulation/call-centre.js';
import { LiveTraffic } from './simulation/live-traffic.js';
import { readSettings, type SimulationSettings, usage, WrongSettings } from './simulation/simulation-settings.js';
import { counted, Tally } from './simulation/tally.js';
import { demoPassword } from './demo-sign-ins.js';

const sayEveryMs = 5_000;
/** For what is under way when the end comes. */
const finishWithinMs = 10_000;

/** Below this one looks at nothing for a while. */
const quietPerMinute = 2;

/** When something is to be seen next, where that is not at once. */
function coming({ nextMs }: LiveTraffic): string {
  if (nextMs === null) return '; no more arrive in this time';
  return nextMs - Date.now() > sayEveryMs ? `; the next arrives at ${clock(new Date(nextMs))}` : '';
}

const clock = (at = new Date()) => at.toTimeString().slice(0, 8);

/** npm run simulate -- [--speed N] [--minutes M] [--at HH:MM] [--trouble DEPARTMENT] [--url URL] [--seed N] */
async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (!settings) {
    console.log(usage);
    return 0;
  }
  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());
  process.on('SIGTERM', () => stop.abort());
  return play(settings, stop.signal);
}

async function play(settings: SimulationSettings, stop: AbortSignal): Promise<number> {
  const tally = new Tally();
  const giveUp = new AbortController();
  const line = {
    url: settings.url,
    password: demoPassword,
    fetch,
    signal: giveUp.signal,
    onResend: () => void (tally.resent += 1),
  };
  const endOfTries = () => void setTimeout(() => giveUp.abort(), finishWithinMs).unref();
  stop.addEventListener('abort', endOfTries);
  const centre = await CallCentre.open(line, Date.now());
  const beginMs = Date.now();
  const traffic = new LiveTraffic(centre, settings, tally, beginMs);
  const { speed, minutes, trouble, at, seed } = settings;
  const where = trouble === undefined ? '' : `, trouble in ${trouble}`;
  const perMinute = traffic.perMinute(beginMs).toFixed(1);
  const hour = at === undefined ? 'this hour' : `${at} on a working day`;
  console.log(`${clock()} ${centre.size} agents at work for ${counted(minutes, 'minute')}${where}. Ctrl-C ends it.`);
  console.log(`${clock()} ${speed} times the usual for ${hour}: about ${perMinute} contacts a minute (--seed ${seed})`);
  if (at === undefined && traffic.perMinute(beginMs) < quietPerMinute)
    console.log(`${clock()} A quiet hour: more come with --at 10:00, or with a higher --speed`);
  const saying = setInterval(() => console.log(`${clock()} ${tally.toString()}${coming(traffic)}`), sayEveryMs);
  await traffic.play(stop);
  clearInterval(saying);
  console.log(`${clock()} Done: ${tally.toString()}.`);
  for (const [reason, count] of tally.failed) console.log(`  ${count} x ${reason}`);
  return tally.failed.size > 0 ? 1 : 0;
}

/** What the reader can do something about, in a line; anything else is a fault of ours and comes with its trace. */
function told(error: unknown): number {
  if (error instanceof WrongSettings) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof NoDemo) console.error(`${error.message} Start with DEMO=yes on an empty database.`);
  else if (error instanceof NoAnswer) console.error(`${error.message} Is it started (npm start)?`);
  else if (error instanceof Refused) console.error(error.message);
  else console.error(error);
  return error instanceof WrongSettings ? 2 : 1;
}

process.exitCode = await main().catch(told);
