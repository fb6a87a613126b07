import { readFileSync, statSync } from 'node:fs';
import pg from 'pg';
import { startServer } from '../postgres/embedded-server.mjs';
import { shown } from './checkout.mjs';
import { Problem } from './problem.mjs';

const OLDEST = 15;

/** The database the environment names, or our own on the data folder. `ended` never comes for a foreign one. */
export async function provideDatabase({ data, environment, say }) {
  const given = givenAddress(environment);
  if (given) {
    await checkGiven(given);
    const untouched = async () => {};
    return { url: given, isOwn: false, ended: new Promise(() => {}), stop: untouched, leave: untouched };
  }
  const server = await startServer({ folder: data, onProgress: say });
  const where = `PostgreSQL ${server.version} in ${shown(server.folder)}`;
  say(server.adopted ? `Database: ${where}, still running from before` : `Database: ${where}`);
  return { ...server, isOwn: true };
}

function givenAddress(environment) {
  const file = environment.DATABASE_URL_FILE;
  if (!file) return environment.DATABASE_URL;
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile) throw new Problem(`DATABASE_URL_FILE names ${file}, where there is no file.`);
  return readFileSync(file, 'utf8').trim();
}

async function checkGiven(url) {
  const client = new pg.Client({ connectionString: parsed(url), connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version') as version");
    if (Number.parseInt(rows[0].version, 10) >= OLDEST) return;
    throw new Problem(
      `The server at DATABASE_URL is PostgreSQL ${rows[0].version}: Forecall needs ${OLDEST} or newer.`,
    );
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`The database at DATABASE_URL (${withoutPassword(url)}) cannot be used: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

function parsed(url) {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Problem('DATABASE_URL is no address of the form postgres://user:password@host:port/database.');
}

function withoutPassword(url) {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Several addresses behind one name fail as a bundle without words of its own. */
function reasonOf(error) {
  if (error.code === 'ECONNREFUSED') return 'nothing answers there. Is it running?';
  return error.message || error.errors?.[0]?.message || error.code;
}
