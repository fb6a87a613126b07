import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { HttpConnection } from './http-connection.mjs';
import { round } from './table.mjs';
import { contactOf, signIn } from './world.mjs';

/** The busiest minute of a call centre of a million contacts a day. */
const contactsPerSecond = 40;
const connections = 16;
const quietSeconds = 15;

const preset = {
  ...{ name: 'bench', title: 'Calls of a bench', source: 'bench', zone: 'Asia/Shanghai' },
  unit: { department: 'Imported', team: { column: 'Team' } },
  contact: {
    externalId: { column: 'Id' },
    startedAt: { date: { column: 'Day', format: 'YYYY-MM-DD' }, time: { column: 'Clock', format: 'HH:mm:ss' } },
    ...{ channel: 'phone', outcome: { column: 'Answered', words: { Y: 'handled', N: 'abandoned-in-queue' } } },
    wait: { column: 'Wait', as: 'seconds' },
    talk: { column: 'Talk', as: 'seconds' },
    rep: { column: 'Agent', by: 'name' },
    reason: { columns: ['Topic'] },
    account: { column: 'Customer', by: 'name', missing: 'make' },
  },
  missing: [{ columns: ['Talk', 'Stars', 'Agent'], when: { Answered: 'N' } }],
  answers: [{ kind: 'csat', scale: 5, score: { column: 'Stars' } }],
};

/**
 * Files imported through the API while agents log contacts at a steady rate: rows a second, the memory of the process,
 * and how long the saving of a contact takes, beside the same without an import in the same run.
 */
export async function importing({ startApi, makeDatabase, onProgress }) {
  const { databaseUrl, world } = await makeDatabase();
  const api = await startApi(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), 'forecall-bench-'));
  try {
    const agents = await Promise.all(
      world.agents.map(async (agent) => ({ agent, cookie: await signIn(api.url, agent.login) })),
    );
    const cookie = await signIn(api.url, world.admin.login);
    const rows = [
      ['importing', 'rows', 'check s', 'write s', 'rows/s', 'peak MB', 'contact p50 ms', 'p99 ms', 'most ms', 'goal'],
    ];
    onProgress('contacts without an import');
    await logContacts(api.url, agents, () => sleep(3_000));
    const quiet = await logContacts(api.url, agents, () => sleep(quietSeconds * 1000));
    rows.push(['no import', '-', '-', '-', '-', round(peakMegabytes(api.pid)), ...latencies(quiet), '']);
    for (const count of [100_000, 1_000_000]) {
      onProgress(`importing ${count.toLocaleString('en')} rows`);
      const path = join(folder, `${count}.csv`);
      await writeCalls(path, count);
      let done;
      const during = await logContacts(api.url, agents, async () => (done = await importFile(api.url, cookie, path)));
      rows.push([
        ...['importing', count.toLocaleString('en'), round(done.checkSeconds, 1), round(done.writeSeconds, 1)],
        ...[
          round(count / (done.checkSeconds + done.writeSeconds)),
          round(peakMegabytes(api.pid)),
          ...latencies(during),
        ],
        count === 100_000 ? 'under 60 s, p99 under 100' : 'p99 under 100',
      ]);
    }
    return rows;
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true });
  }
}

async function writeCalls(path, count) {
  const file = createWriteStream(path);
  file.write('Id,Agent,Team,Customer,Day,Clock,Topic,Answered,Wait,Talk,Stars\n');
  for (let n = 0; n < count; n += 1) {
    const [day, hour, minute] = [1 + (n % 28), 8 + (n % 10), n % 60].map((part) => String(part).padStart(2, '0'));
    const answered = n % 12 === 0 ? 'N' : 'Y';
    const line = `${count}-${n},Agent ${n % 900},Team ${n % 45},Customer ${n % 5000},2026-0${1 + (n % 9)}-${day},${hour}:${minute}:00,Topic ${n % 15},${answered},${n % 50},${100 + (n % 300)},${1 + (n % 5)}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

async function importFile(url, cookie, path) {
  const id = uuid();
  const ask = async (method, to, body, headers = body && { 'content-type': 'application/json' }) => {
    const reply = await fetch(`${url}/api/imports/${id}${to}`, {
      ...{ method, body, duplex: 'half', headers: { cookie, 'x-forecall': 'console', ...headers } },
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${to}: ${reply.status} ${text}`);
    return JSON.parse(text);
  };
  const until = async (state) => {
    for (;;) {
      const batch = await ask('GET', '');
      if (batch.state === state) return batch;
      if (batch.state === 'failed') throw new Error(JSON.stringify(batch.failure));
      await sleep(100);
    }
  };
  await ask('PUT', '?name=calls.csv', createReadStream(path), { 'content-type': 'application/octet-stream' });
  const begun = performance.now();
  await ask('POST', '/check', JSON.stringify({ definition: preset }));
  const { rowsRefused } = await until('checked');
  const checked = performance.now();
  await ask('POST', '/confirm');
  const { rowsTaken } = await until('done');
  if (rowsRefused > 0) throw new Error(`${rowsRefused} rows were refused, ${rowsTaken} taken`);
  return { checkSeconds: (checked - begun) / 1000, writeSeconds: (performance.now() - checked) / 1000 };
}

/** At a steady rate whatever the answers take, until the work is done; milliseconds from when each was due. */
async function logContacts(url, agents, work) {
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(url)));
  const found = [];
  const begun = performance.now();
  let isOver = false;
  const senders = open.map(async (connection, index) => {
    for (let nth = index; !isOver; nth += connections) {
      const dueAt = begun + (nth * 1000) / contactsPerSecond;
      await sleep(Math.max(0, dueAt - performance.now()));
      if (isOver) return;
      const { agent, cookie } = agents[nth % agents.length];
      const { status, body } = await connection.request('POST', '/api/contacts', {
        ...{ headers: { cookie }, body: contactOf(agent) },
      });
      if (status !== 201) throw new Error(`a contact was refused: ${status} ${body}`);
      found.push(performance.now() - dueAt);
    }
  });
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all(senders);
    for (const connection of open) connection.close();
  }
  return found.sort((a, b) => a - b);
}

const latencies = (found) => [0.5, 0.99, 1].map((part) => round(found[Math.ceil(part * found.length) - 1], 1));

const peakMegabytes = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
