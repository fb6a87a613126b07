import { fill } from './figure-sizes.mjs';
import { HttpConnection } from './http-connection.mjs';
import { fillKeyAccounts, sizesOfKeyAccounts } from './key-accounts-fill.mjs';
import { quantile, round } from './table.mjs';
import { client, signIn } from './world.mjs';

const contacts = Number(process.env.BENCH_CARE_CONTACTS ?? 1_000_000);
const repeats = 10;
const figuresOfCare = [
  'cadence-compliance',
  'proactive-catch-rate',
  'lead-time',
  'calls-per-catch',
  'promise-kept-rate',
  'training-coverage',
];
const goalMilliseconds = 100;

/** Key accounts of a large company: their lists and pages, and what runs over all of them by night and by the minute. */
export async function keyAccounts({ startApi, makeDatabase, onProgress }) {
  onProgress(`making ${round(sizesOfKeyAccounts.accounts)} key accounts with ${round(contacts)} contacts`);
  const { databaseUrl, world } = await makeDatabase();
  await fill(databaseUrl, world, contacts);
  const made = await fillKeyAccounts(databaseUrl, world);
  onProgress('health and a plan of all of them');
  const jobs = await runJobs(databaseUrl);
  const sql = await client(databaseUrl);
  await sql.query('VACUUM ANALYZE');
  await sql.end();
  onProgress('reading their lists and pages');
  const api = await startApi(databaseUrl);
  const rows = [['key accounts', 'median ms', '95 of 100 within ms', 'of the goal', 'goal ms']];
  await measure(api.url, world, made, (row) => rows.push(row));
  await api.stop();
  for (const [name, milliseconds] of Object.entries(jobs)) rows.push([name, round(milliseconds), '', '', '']);
  return rows;
}

export async function measure(url, world, made, tell) {
  for (const [who, login, questions] of asked(world, made)) {
    const headers = { cookie: await signIn(url, login) };
    const connection = await HttpConnection.open(url);
    for (const [name, path] of Object.entries(questions)) {
      const times = await timesOf(connection, headers, path);
      const late = quantile(times, 0.95);
      const share = round(late / goalMilliseconds, 2);
      tell([`${who}: ${name}`, round(quantile(times, 0.5), 1), round(late, 1), share, goalMilliseconds]);
    }
    connection.close();
  }
}

/** The fourth head leads whoever cares for the account. */
function asked({ leader, heads, agents }, { accountId, staffId, staffLogin }) {
  const list = (query) => `/api/accounts?class=any&${query}`;
  const ofAccount = {
    page: `/api/accounts/${accountId}/page`,
    'time line': `/api/accounts/${accountId}/time-line`,
    health: `/api/accounts/${accountId}/health`,
    trainings: `/api/accounts/${accountId}/trainings`,
    promises: `/api/promises?of=account&accountId=${accountId}`,
  };
  const lists = {
    'by name': list('sort=name'),
    'by health': list('sort=health'),
    'by next call': list('sort=next-call'),
    'of a class': '/api/accounts?class=dormant',
    'of a tier': list('tier=A'),
    'at risk': list('band=at-risk'),
    'at risk, by next call': list('band=at-risk&sort=next-call'),
    'in care of one': list(`inCare=${staffId}`),
    'in care of one, by health': list(`inCare=${staffId}&sort=health`),
    'in care of one, by next call': list(`inCare=${staffId}&sort=next-call`),
    'in care of nobody': list('inCare=nobody'),
    'with a word': list('q=account%2049999'),
    'with a word, by health': list('q=account%2049999&sort=health'),
    counted: '/api/accounts/count?class=any',
    'counted at risk': '/api/accounts/count?class=any&band=at-risk',
    'counted in care of nobody': '/api/accounts/count?class=any&inCare=nobody',
  };
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const figures = Object.fromEntries(
    figuresOfCare.flatMap((metric) =>
      ['', '&by=care-class'].map((by) => [
        `${metric}${by && ' by class'}`,
        `/api/figures/${metric}?from=${day(-90)}&to=${day(1)}${by}`,
      ]),
    ),
  );
  return [
    [
      'executive',
      leader.login,
      {
        ...lists,
        'calls of one today': `/api/planned-calls/today?staffId=${staffId}`,
        'promises, open': '/api/promises?of=reach',
        'promises, ended': '/api/promises?of=reach&state=ended',
        ...ofAccount,
        ...figures,
      },
    ],
    [
      'head',
      heads[3].login,
      {
        ...lists,
        'promises, open': '/api/promises?of=reach',
        'promises, ended': '/api/promises?of=reach&state=ended',
        ...ofAccount,
        ...figures,
      },
    ],
    [
      'rep',
      staffLogin ?? agents[0].login,
      {
        'accounts in care': list('inCare=me'),
        'at risk': list('band=at-risk'),
        'calls of today': '/api/planned-calls/today',
        promises: '/api/promises',
        'promises, ended': '/api/promises?state=ended',
        ...ofAccount,
      },
    ],
  ];
}

async function timesOf(connection, headers, path) {
  const times = [];
  for (let n = 0; n < repeats + 2; n += 1) {
    const start = performance.now();
    const { status, body } = await connection.request('GET', path, { headers });
    if (status !== 200) throw new Error(`${path}: ${status} ${body}`);
    if (n >= 2) times.push(performance.now() - start);
  }
  return times;
}

/** In this process, as the program runs them: health of all, a first plan, one after a change, and what is late. */
export async function runJobs(databaseUrl) {
  const dist = '../../apps/api/dist';
  const { DataSource } = await import('typeorm');
  const { dataSourceOptions } = await import(`${dist}/platform/database/data-source.js`);
  const { Database } = await import(`${dist}/platform/database/database.js`);
  const { keepHealth } = await import(`${dist}/key-accounts/health/health.service.js`);
  const { planIfAsked } = await import(`${dist}/proactive/planning/plan-if-asked.js`);
  const { tellable, toGoUp } = await import(`${dist}/duties/due-duties.query.js`);
  const { lateCalls } = await import(`${dist}/proactive/calls/late-calls.query.js`);
  const source = await new DataSource(dataSourceOptions({ DATABASE_URL: databaseUrl, DATABASE_POOL: 1 })).initialize();
  const database = new Database(source);
  const timed = async (run) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  const wish = () => database.change('INSERT INTO plan_ask DEFAULT VALUES');
  try {
    const health = await timed(() => database.transaction((sql) => keepHealth(sql, new Date())));
    await database.change('VACUUM ANALYZE account_health');
    await wish();
    const first = await timed(() => planIfAsked(database, new Date()));
    await database.change('VACUUM ANALYZE planned_call');
    await wish();
    const again = await timed(() => planIfAsked(database, new Date()));
    const late = await timed(() => lateCalls(database, 200));
    const tell = await timed(() => database.transaction((sql) => tellable(sql, 'due', 200)));
    const goUp = await timed(() => database.transaction((sql) => toGoUp(sql, 'supervisor', 200)));
    return {
      'health of all, with the days it lacks, ms': health,
      'the first plan, read to written, ms': first,
      'the plan again, ms': again,
      'calls late and their duties, ms': late,
      'duties that are due and not told of, the first 200, ms': tell,
      'duties that go up, the first 200, ms': goUp,
    };
  } finally {
    await source.destroy();
  }
}
