import pg from 'pg';

const DATABASE = 'forecall';

export function addressOf({ user, password }, port, database = DATABASE) {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

export async function askAsSuperuser(access, port, ...statements) {
  const client = new pg.Client({
    connectionString: addressOf(access.superuser, port, 'postgres'),
    connectionTimeoutMillis: 5000,
  });
  // A server that stops meanwhile is told by the failing statement; an unheard event would end this process.
  client.on('error', () => {});
  await client.connect();
  try {
    let rows = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The application's own account: it owns its database and may make others (tests do), and is no superuser. */
export async function ensureDatabase(access, port) {
  const { user, password } = access.application;
  const [found] = await askAsSuperuser(
    access,
    port,
    `select exists (select from pg_roles where rolname = '${user}') as role,
            exists (select from pg_database where datname = '${DATABASE}') as database`,
  );
  const missing = [];
  if (!found.role) missing.push(`create role ${user} login createdb password '${password}'`);
  if (!found.database) missing.push(`create database ${DATABASE} owner ${user}`);
  if (missing.length > 0) await askAsSuperuser(access, port, ...missing);
}

/** An idle connection by which others see that this process uses the server; it does not keep the process alive. */
export async function beSeen(access, port) {
  const client = new pg.Client(addressOf(access.superuser, port, 'postgres'));
  client.on('error', () => {});
  await client.connect();
  client.unref();
  return client;
}

/** Connections of other programs than this process's own idle one. */
export async function countOthers(access, port, seen) {
  const [row] = await askAsSuperuser(
    access,
    port,
    `select count(*)::int as n from pg_stat_activity
      where backend_type = 'client backend' and pid not in (pg_backend_pid(), ${Number(seen.processID)})`,
  );
  return row.n;
}
