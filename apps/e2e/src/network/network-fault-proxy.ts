import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { type CutPoint, ExchangeCut } from './exchange-cut.js';

/** A TCP proxy that can be slow, silent or broken: what networks do, without the help of either end. */
export interface NetworkFaultProxy {
  readonly url: string;
  /** Every piece of data arrives so much later, in both directions. */
  delay(milliseconds: number): void;
  /** Connections stay open, new ones are accepted, and nothing comes through. */
  stall(): void;
  /** All connections break, and new ones break at once, until `heal`. */
  cut(): void;
  /** As `cut`, once the next request that begins so ("POST /api/contacts ") has come so far. */
  cutAt(point: CutPoint, request: string): void;
  /** Data flows again, first what was held back. */
  heal(): void;
  stop(): Promise<void>;
}

export async function startNetworkFaultProxy(targetUrl: string): Promise<NetworkFaultProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let state: 'open' | 'stalled' | 'cut' = 'open';
  let delayMilliseconds = 0;
  let awaited: { point: CutPoint; request: string } | undefined;

  function cut(): void {
    state = 'cut';
    for (const socket of sockets) socket.resetAndDestroy();
  }

  function carry(from: Socket, to: Socket, passing: (data: Buffer) => Buffer): void {
    // A shorter delay must not let later data overtake what is under way.
    const underWay: (() => void)[] = [];
    const afterDelay = (act: () => void) => {
      underWay.push(act);
      setTimeout(() => underWay.shift()?.(), delayMilliseconds);
    };
    sockets.add(from);
    from.on('data', (data: Buffer) => {
      const passed = passing(data);
      if (passed.length > 0) afterDelay(() => to.write(passed));
    });
    from.on('end', () => afterDelay(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      if (from.errored || state === 'cut') to.destroy();
    });
    if (state === 'stalled') from.pause();
  }

  const server = createServer((client) => {
    if (state === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    let exchange: ExchangeCut | undefined;
    carry(client, upstream, (data) => {
      if (awaited && data.subarray(0, awaited.request.length).toString() === awaited.request) {
        exchange = new ExchangeCut(awaited.point, cut);
        awaited = undefined;
      }
      return exchange ? exchange.fromClient(data) : data;
    });
    carry(upstream, client, (data) => (exchange ? exchange.fromServer(data) : data));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    delay: (milliseconds) => (delayMilliseconds = milliseconds),
    stall() {
      state = 'stalled';
      for (const socket of sockets) socket.pause();
    },
    cut,
    cutAt: (point, request) => (awaited = { point, request }),
    heal() {
      state = 'open';
      for (const socket of sockets) socket.resume();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
