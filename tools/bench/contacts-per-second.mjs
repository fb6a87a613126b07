import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpConnection } from './http-connection.mjs';
import { round } from './table.mjs';
import { client, contactOf, signIn } from './world.mjs';

const seconds = 10;

/**
 * Contacts a second through the whole route against one fixed statement that pgbench runs: the same row and indexes
 * plus one upsert into a count by department and minute, no triggers, no HTTP.
 */
export async function contactsPerSecond({ url, databaseUrl, world, onProgress }) {
  const cookies = await Promise.all(world.agents.map(({ login }) => signIn(url, login)));
  await runContacts(url, world, cookies, 32, 2);
  const rows = [['contacts per second', 'contacts/s', 'pgbench/s', 'ratio', 'p50 ms', 'p99 ms', 'goal']];
  for (const connections of [32, 128]) {
    onProgress(`contacts per second at ${connections} connections`);
    const ours = await runContacts(url, world, cookies, connections, seconds);
    const theirs = await runPgbench(databaseUrl, world, connections);
    rows.push([
      `${connections} connections`,
      round(ours.perSecond),
      theirs === null ? 'not installed' : round(theirs),
      theirs === null ? '-' : round(ours.perSecond / theirs, 2),
      round(ours.p50, 1),
      round(ours.p99, 1),
      connections === 32 ? 'ratio 1.0' : '',
    ]);
  }
  return rows;
}

async function runContacts(url, world, cookies, connections, lengthSeconds) {
  const latencies = [];
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(url)));
  const start = performance.now();
  const end = start + lengthSeconds * 1000;
  await Promise.all(
    open.map(async (connection, index) => {
      const agent = world.agents[index % world.agents.length];
      const headers = { cookie: cookies[index % cookies.length] };
      while (performance.now() < end) {
        const sent = performance.now();
        const { status, body } = await connection.request('POST', '/api/contacts', { headers, body: contactOf(agent) });
        if (status !== 201) throw new Error(`a contact was refused: ${status} ${body}`);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  for (const connection of open) connection.close();
  latencies.sort((a, b) => a - b);
  const at = (p) => latencies[Math.ceil(p * latencies.length) - 1];
  return { perSecond: latencies.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

/** Null where pgbench is not installed. */
async function runPgbench(databaseUrl, world, connections) {
  if (spawnSync('pgbench', ['--version']).error) return null;
  const sql = await client(databaseUrl);
  await sql.query('DROP TABLE IF EXISTS bench_contact, bench_minute');
  await sql.query('CREATE TABLE bench_contact (LIKE contact INCLUDING ALL)');
  await sql.query(
    'CREATE TABLE bench_minute (department_id uuid, minute timestamptz, contacts bigint, PRIMARY KEY (department_id, minute))',
  );
  const version = Number((await sql.query('SHOW server_version_num')).rows[0].server_version_num);
  await sql.end();
  const folder = mkdtempSync(join(tmpdir(), 'forecall-bench-'));
  const [department] = world.departments;
  const [agent] = world.agents;
  const id = version >= 180_000 ? 'uuidv7()' : 'gen_random_uuid()';
  // Data-modifying parts of one statement: the row and its count are durable together.
  const statement = `WITH added AS (
    INSERT INTO bench_contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at,
      wait_seconds, talk_seconds, reason_id, resolved, note, rep_id, team_id, handling_department_id,
      answerable_department_id, first_sha256, created_by)
    SELECT i.id, i.id, 'phone', 'in', 'service', 'handled', now() - interval '3 minutes', now(), 12, 150,
      '${agent.reasonId}'::uuid, true, 'Asked for a copy of the invoice of last month.', '${agent.staffId}'::uuid,
      '${department.teamId}'::uuid, '${department.id}'::uuid, '${department.id}'::uuid,
      sha256(i.id::text::bytea), '${agent.signInId}'::uuid
    FROM (SELECT ${id} AS id) i RETURNING handling_department_id, ended_at)
  INSERT INTO bench_minute SELECT (ARRAY['${world.departments.map(({ id: each }) => each).join("','")}']::uuid[])[1 + floor(random() * 6)::int],
    date_trunc('minute', ended_at), 1 FROM added
  ON CONFLICT (department_id, minute) DO UPDATE SET contacts = bench_minute.contacts + 1;`;
  const script = join(folder, 'contact.sql');
  writeFileSync(script, statement.replaceAll(/\s*\n\s*/g, ' '));
  try {
    const target = new URL(databaseUrl);
    const output = execFileSync(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(connections),
        '-j',
        '2',
        '-T',
        String(seconds),
        '-f',
        script,
        '-h',
        target.hostname,
        '-p',
        target.port,
        '-U',
        decodeURIComponent(target.username),
        target.pathname.slice(1),
      ],
      {
        env: { ...process.env, PGPASSWORD: decodeURIComponent(target.password) },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return Number(/tps = ([\d.]+) \(without/.exec(output)?.[1] ?? /tps = ([\d.]+)/.exec(output)[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
