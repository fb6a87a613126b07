import { io } from 'socket.io-client';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpConnection } from './http-connection.mjs';
import { quantile, round } from './table.mjs';
import { contactOf, signIn } from './world.mjs';

const clients = 500;
const contactsPerSecond = 200;
const seconds = 20;

/**
 * From the acknowledgement of a contact (its commit) to the figure that contains it on a subscribed client. All clients
 * watch the board; one in ten measures, so that measuring does not load the machine more than watching does.
 */
export async function commitToFigure({ url, world, onProgress }) {
  onProgress(`commit to figure: ${clients} clients, ${contactsPerSecond} contacts a second`);
  const cookie = await signIn(url, world.leader.login);
  const agentCookies = await Promise.all(world.agents.map(({ login }) => signIn(url, login)));
  const seen = [];
  const sockets = [];
  for (let index = 0; index < clients; index += 1) {
    sockets.push(
      await watch(
        url,
        cookie,
        index % 10 === 0 ? (count) => seen.push({ count, at: performance.now(), index }) : undefined,
      ),
    );
  }
  const before = await totalNow(url, cookie);
  const committed = await send(url, world, agentCookies);
  await pause(2_000);
  for (const socket of sockets) socket.close();
  const latencies = latenciesOf(committed, seen, before);
  return [
    ['commit to figure', 'contacts', 'p50 ms', 'p99 ms', 'goal'],
    [
      `${clients} clients, ${contactsPerSecond}/s`,
      round(committed.length),
      round(quantile(latencies, 0.5)),
      round(quantile(latencies, 0.99)),
      'p99 < 400 ms',
    ],
  ];
}

function watch(url, cookie, onTotal) {
  return new Promise((resolve, reject) => {
    const socket = io(url, { path: '/api/live', transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
    const tiles = new Map();
    socket.on('board', (snapshot) => {
      if (!onTotal) return;
      for (const tile of snapshot.tiles) tiles.set(tile.departmentId, tile.figure.denominator);
      onTotal([...tiles.values()].reduce((sum, count) => sum + count, 0));
    });
    socket.once('connect_error', reject);
    socket.once('connect', () =>
      socket.emit('board.watch', { window: 'today', side: 'handling' }, () => resolve(socket)),
    );
  });
}

async function totalNow(url, cookie) {
  const connection = await HttpConnection.open(url);
  const { body } = await connection.request('GET', '/api/board?window=today&side=handling', { headers: { cookie } });
  connection.close();
  return JSON.parse(body).tiles.reduce((sum, { figure }) => sum + figure.denominator, 0);
}

/** At an even pace over several connections; gives back when each was acknowledged, in that order. */
async function send(url, world, cookies) {
  const committed = [];
  const senders = 20;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      const connection = await HttpConnection.open(url);
      const agent = world.agents[sender % world.agents.length];
      const headers = { cookie: cookies[sender % cookies.length] };
      for (let n = sender; n < contactsPerSecond * seconds; n += senders) {
        const due = start + (n * 1000) / contactsPerSecond;
        if (due > performance.now()) await pause(due - performance.now());
        const { status } = await connection.request('POST', '/api/contacts', { headers, body: contactOf(agent) });
        if (status === 201) committed.push(performance.now());
      }
      connection.close();
    }),
  );
  return committed.sort((a, b) => a - b);
}

/** The n-th contact is on a client when that client's total first reaches n more than before. */
function latenciesOf(committed, seen, before) {
  const latencies = [];
  const byClient = Map.groupBy(seen, ({ index }) => index);
  for (const messages of byClient.values()) {
    let next = 0;
    for (const { count, at } of messages) {
      for (; next < committed.length && count - before > next; next += 1)
        latencies.push(Math.max(0, at - committed[next]));
    }
    if (next < committed.length) throw new Error(`a client saw ${next} of ${committed.length} contacts`);
  }
  return latencies;
}
