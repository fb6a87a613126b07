import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { type NetworkFaultProxy, startNetworkFaultProxy } from './network-fault-proxy.js';

let echo: Server;
let proxy: NetworkFaultProxy;
let client: Socket;

test.beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startNetworkFaultProxy(`http://127.0.0.1:${(echo.address() as AddressInfo).port}`);
  client = await connected();
});

test.afterEach(async () => {
  client.destroy();
  await proxy.stop();
  echo.close();
});

function knock(): Socket {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  return socket;
}

async function connected(): Promise<Socket> {
  const socket = knock();
  await once(socket, 'connect');
  return socket;
}

async function answerTo(text: string): Promise<string> {
  client.write(text);
  const [data] = (await once(client, 'data')) as [Buffer];
  return data.toString();
}

test('an open proxy changes nothing', async () => {
  expect(await answerTo('hello')).toBe('hello');
});

test('a delay holds each direction back', async () => {
  proxy.delay(150);
  const begun = performance.now();
  expect(await answerTo('slow')).toBe('slow');
  expect(performance.now() - begun).toBeGreaterThan(290);
});

test('a stalled connection stays open, says nothing, and delivers when it heals', async () => {
  await answerTo('before');
  proxy.stall();
  let heard = '';
  client.on('data', (data: Buffer) => (heard += data.toString()));
  client.write('during');
  const other = await connected();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toBe('');
  expect(client.closed || other.closed).toBe(false);
  proxy.heal();
  await expect.poll(() => heard).toBe('during');
  other.destroy();
});

test('a cut breaks what is open and what comes, until it heals', async () => {
  await answerTo('before');
  proxy.cut();
  await expect.poll(() => client.closed).toBe(true);
  const refused = knock();
  await expect.poll(() => refused.closed).toBe(true);
  proxy.heal();
  client = await connected();
  expect(await answerTo('after')).toBe('after');
});

const request = 'POST /x HTTP/1.1\r\ncontent-length: 4\r\n\r\nbody';

for (const [point, arrived, answered] of [
  ['head', request.slice(0, -4), ''],
  ['body', request.slice(0, -2), ''],
  ['half-answer', request, request.slice(0, request.length / 2)],
  ['answer', request, ''],
] as const) {
  test(`an exchange is cut at its ${point}, and not before`, async () => {
    let [reached, heard] = ['', ''];
    echo.on('connection', (socket: Socket) => socket.on('data', (data: Buffer) => (reached += data.toString())));
    client = await connected();
    client.on('data', (data: Buffer) => (heard += data.toString()));
    proxy.cutAt(point, 'POST /x ');
    client.write(request.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 50));
    client.write(request.slice(10));
    await expect.poll(() => client.closed).toBe(true);
    expect([reached, heard]).toEqual([arrived, answered]);
  });
}
