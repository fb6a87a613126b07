import { fill } from './figure-sizes.mjs';
import { HttpConnection } from './http-connection.mjs';
import { quantile, round } from './table.mjs';
import { client, signIn } from './world.mjs';

const contacts = Number(process.env.BENCH_LIST_CONTACTS ?? 2_000_000);
const accounts = 50_000;
const duties = 300_000;
const repeats = 20;
const goalMilliseconds = 100;

/** The first page of every list, and what is counted beside it, over the year of a large company. */
export async function lists({ startApi, makeDatabase, onProgress }) {
  onProgress(`making ${round(contacts)} contacts, a complaint of every fiftieth, and ${round(duties)} duties`);
  const { databaseUrl, world } = await makeDatabase();
  await fill(databaseUrl, world, contacts);
  const { accountId } = await fillLists(databaseUrl, world);
  onProgress('reading lists');
  const api = await startApi(databaseUrl);
  const rows = [['lists', 'median ms', '95 of 100 within ms', 'of the goal', 'goal ms']];
  for (const [who, login, questions] of asked(world, accountId)) {
    const headers = { cookie: await signIn(api.url, login) };
    const connection = await HttpConnection.open(api.url);
    for (const [name, path] of Object.entries(questions)) {
      const times = await timesOf(connection, headers, path);
      const late = quantile(times, 0.95);
      const share = round(late / goalMilliseconds, 2);
      rows.push([`${who}: ${name}`, round(quantile(times, 0.5), 1), round(late, 1), share, goalMilliseconds]);
    }
    connection.close();
  }
  await api.stop();
  return rows;
}

function asked({ leader, heads, agents, departments }, accountId) {
  const unit = departments[0];
  return [
    [
      'executive',
      leader.login,
      {
        contacts: '/api/contacts',
        'contacts of an account': `/api/contacts?accountId=${accountId}`,
        'contacts not reached': '/api/contacts?outcome=not-reached',
        'contacts with a complaint': '/api/contacts?complaint=yes',
        'contacts counted': '/api/contacts/count',
        'open complaints': '/api/complaints',
        'complaints, the oldest first': '/api/complaints?state=all&sort=oldest',
        'complaints at a stage': '/api/complaints?state=all&stage=answered',
        'complaints at a stage that none is at': '/api/complaints?state=all&stage=reopened',
        'complaints with a word': '/api/complaints?state=all&search=invoice%2019',
        'complaints with a word that none has': '/api/complaints?state=all&search=zzyzx',
        'complaints of an account': `/api/complaints?state=all&accountId=${accountId}`,
        'complaints counted': '/api/complaints/count?state=all',
        'duties of everybody': '/api/duties?of=reach',
        'duties that have ended': '/api/duties?of=reach&state=ended',
      },
    ],
    [
      'head',
      heads[0].login,
      {
        contacts: '/api/contacts',
        'contacts of a team': `/api/contacts?teamId=${unit.teamId}`,
        'open complaints': '/api/complaints',
        'complaints at a stage that none is at': '/api/complaints?state=all&stage=reopened',
        'duties of the department': '/api/duties?of=reach',
      },
    ],
    [
      'rep',
      agents[0].login,
      {
        'own contacts': '/api/contacts?repId=me',
        complaints: '/api/complaints?state=all',
        'own duties': '/api/duties',
        'own duties that have ended': '/api/duties?state=ended',
        'an account at a glance': `/api/accounts/${accountId}`,
        'earlier complaints of an account': `/api/accounts/${accountId}/earlier-complaints`,
        notifications: '/api/notifications',
      },
    ],
  ];
}

async function timesOf(connection, headers, path) {
  const times = [];
  for (let n = 0; n < repeats + 3; n += 1) {
    const start = performance.now();
    const { status, body } = await connection.request('GET', path, { headers });
    if (status !== 200) throw new Error(`${path}: ${status} ${body}`);
    if (n >= 3) times.push(performance.now() - start);
  }
  return times;
}

/** A UUID of the form the API reads, made of a text. */
const idOf = (text) => `overlay(overlay(md5(${text}) placing '7' from 13) placing '8' from 17)::uuid`;

/** Accounts of the contacts, complaints with their courses and clocks, duties and what was told of them. */
async function fillLists(databaseUrl, world) {
  const sql = await client(databaseUrl);
  const reps = world.agents.map(({ staffId }) => staffId);
  const id = (what) => idOf(`'${what}' || n`);
  // What these triggers keep is filled in directly.
  for (const table of ['contact', 'complaint', 'complaint_step'])
    await sql.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await sql.query(
    `INSERT INTO account (id, number, name) SELECT ${id('account')}, 'A-' || n, 'Account ' || n FROM generate_series(1, ${accounts}) n`,
  );
  await sql.query(
    `UPDATE contact SET account_id = ${idOf(`'account' || (1 + abs(hashtext(id::text)) % ${accounts})`)}
     WHERE complaint_mark > 0 OR ended_at > now() - interval '60 days'`,
  );
  await sql.query(
    `INSERT INTO complaint (id, contact_id, first_received_at, owner_id, summary, severity, is_open, number_year)
     SELECT c.id, c.id, c.ended_at, ($1::uuid[])[1 + n % 32], 'Charged twice, invoice ' || n, (ARRAY['small', 'money', 'stopped-work'])[1 + n % 3],
       c.ended_at > now() - interval '20 days', extract(year FROM c.ended_at)
     FROM (SELECT *, row_number() OVER (ORDER BY ended_at) AS n FROM contact WHERE complaint_mark > 0) c`,
    [reps],
  );
  await sql.query(
    `INSERT INTO complaint_step (id, complaint_id, step, at)
     SELECT ${idOf('s.step || k.id')}, k.id, s.step, k.first_received_at + s.after
     FROM complaint k JOIN (VALUES ('received', interval '0', true), ('acknowledged', '2 hours', true), ('assessed', '4 hours', true),
       ('investigated', '3 days', true), ('answered', '6 days', true), ('closed', '7 days', false)) s (step, after, is_any)
       ON s.is_any AND k.first_received_at + s.after < now() OR NOT k.is_open`,
  );
  await sql.query(
    `INSERT INTO clock (id, complaint_id, kind, unit, amount, started_at, due_soon_at, due_at, met_at)
     SELECT ${idOf('p.kind || k.id')}, k.id, p.kind, 'elapsed', 1, k.first_received_at, k.first_received_at + p.length / 2,
       k.first_received_at + p.length, (SELECT min(at) FROM complaint_step s WHERE s.complaint_id = k.id AND s.step = p.step)
     FROM complaint k, (VALUES ('acknowledgement', interval '1 day', 'acknowledged'), ('answer', '30 days', 'answered')) p (kind, length, step)`,
  );
  await sql.query(
    `INSERT INTO duty (id, kind, owner_id, due_at, parameters, created_at, done_at, outcome)
     SELECT ${id('duty')}, 'by-hand', ($1::uuid[])[1 + n % 32], t.at, '{"what": "Listen to two calls"}', t.at - interval '3 days',
       CASE WHEN n % 10 > 0 THEN t.at END, CASE WHEN n % 10 > 0 THEN 'done' END
     FROM generate_series(1, ${duties}) n, LATERAL (SELECT now() + interval '20 days' - n * interval '2 minutes' AS at) t`,
    [reps],
  );
  await sql.query(
    `INSERT INTO notification (id, staff_id, kind, thing, parameters, at, read_at)
     SELECT ${id('told')}, ($1::uuid[])[1 + n % 32], 'duty-due', 'duty', '{"what": "Listen to two calls"}', now() - n * interval '2 minutes', now()
     FROM generate_series(1, ${duties}) n`,
    [reps],
  );
  for (const table of ['contact', 'complaint', 'complaint_step'])
    await sql.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await sql.query('VACUUM ANALYZE');
  const { rows } = await sql.query('SELECT account_id AS "accountId" FROM contact WHERE complaint_mark > 0 LIMIT 1');
  await sql.end();
  return rows[0];
}
