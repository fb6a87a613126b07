import { HttpConnection } from './http-connection.mjs';
import { median, round } from './table.mjs';
import { client, signIn } from './world.mjs';

const sizes = (process.env.BENCH_SIZES ?? '100000,1000000,10000000').split(',').map(Number);
const repeats = 25;

/** The same three questions with ever more contacts in the database, spread over 12 months up to now. */
export async function figureSizes({ startApi, makeDatabase, onProgress }) {
  const rows = [['figures by size', ...sizes.map((size) => `${round(size)} ms`), 'last / first', 'goal']];
  const measured = new Map();
  const filled = [];
  for (const size of sizes) {
    onProgress(`making ${round(size)} contacts`);
    const { databaseUrl, world } = await makeDatabase();
    await fill(databaseUrl, world, size);
    filled.push({ size, databaseUrl, world });
  }
  // All are measured in a row, so that they meet the machine in the same mood.
  for (const { size, databaseUrl, world } of filled) {
    onProgress(`figures at ${round(size)} contacts`);
    const api = await startApi(databaseUrl);
    for (const [name, milliseconds] of Object.entries(await measure(api.url, world))) {
      measured.set(name, [...(measured.get(name) ?? []), milliseconds]);
    }
    await api.stop();
  }
  for (const [name, values] of measured) {
    rows.push([name, ...values.map((value) => round(value, 2)), round(values.at(-1) / values[0], 2), 'ratio 1.5']);
  }
  return rows;
}

/** As the clients make them: version 7, so that rows lie in the order of time. */
const timeOrderedId = `(lpad(to_hex((extract(epoch FROM t.at) * 1000)::bigint), 12, '0') || '7' || left(md5(n::text), 3)
  || '8' || substr(md5(n::text), 4, 15))::uuid`;

/** Rows without triggers and indexes, then both, and the tallies counted: the same result, much sooner. */
export async function fill(databaseUrl, world, size) {
  const { rebuildTallies } = await import('../../apps/api/dist/tallies/rebuild.js');
  const { setAside } = await import('../../apps/api/dist/demo/writing/set-aside.js');
  const sql = await client(databaseUrl);
  const asked = { rows: async (...query) => (await sql.query(...query)).rows, change: (text) => sql.query(text) };
  await sql.query('ALTER TABLE contact DISABLE TRIGGER USER');
  const putBack = await setAside(asked, 'contact');
  const departments = world.departments.map(({ id }) => id);
  const teams = world.departments.map(({ teamId }) => teamId);
  const reps = world.agents.map(({ staffId }) => staffId);
  const step = 500_000;
  for (let from = 0; from < size; from += step) {
    await sql.query(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, wait_seconds,
         talk_seconds, resolved, rep_id, team_id, handling_department_id, answerable_department_id, complaint_mark, first_sha256)
       SELECT m.id, m.id, (ARRAY['phone', 'phone', 'email', 'chat'])[1 + n % 4], 'in', 'service', 'handled', t.at - interval '3 minutes',
         t.at, n % 60, 100 + n % 200, true, ($5::uuid[])[1 + n % 32], ($4::uuid[])[1 + n % 6], ($3::uuid[])[1 + n % 6],
         ($3::uuid[])[1 + (n / 7) % 6], CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END, '\\x00'
       FROM generate_series($1::bigint, $2::bigint - 1) n,
         LATERAL (SELECT now() - (n::float8 / $6::float8) * interval '365 days' AS at) t, LATERAL (SELECT ${timeOrderedId} AS id) m`,
      [from, Math.min(from + step, size), departments, teams, reps, size],
    );
  }
  await putBack();
  await sql.query('ALTER TABLE contact ENABLE TRIGGER USER');
  await sql.query('BEGIN');
  await rebuildTallies((text, values) => sql.query(text, values));
  await sql.query('COMMIT');
  await sql.query('VACUUM ANALYZE');
  await sql.end();
}

async function measure(url, world) {
  const headers = { cookie: await signIn(url, world.leader.login) };
  const connection = await HttpConnection.open(url);
  const day = (daysAgo) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const figure = (days) => `/api/figures/complaint-rate?by=department&from=${day(days)}&to=${day(-1)}`;
  const questions = {
    'board, last hour': '/api/board?window=h1',
    '28 days by department': figure(28),
    '12 months by department': figure(365),
  };
  const result = {};
  for (const [name, path] of Object.entries(questions)) {
    const times = [];
    for (let n = 0; n < repeats + 5; n += 1) {
      const start = performance.now();
      const { status, body } = await connection.request('GET', path, { headers });
      if (status !== 200) throw new Error(`${path}: ${status} ${body}`);
      if (n >= 5) times.push(performance.now() - start);
    }
    result[name] = median(times);
  }
  connection.close();
  return result;
}
