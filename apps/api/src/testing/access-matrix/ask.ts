import { io } from 'socket.io-client';
import type { Entrance } from '../../platform/access/entrances.js';
import type { HttpClient } from '../http-client.js';
import type { Asked, Cell } from './example.js';

/** What came of it: `2xx`, or the status of the refusal. */
export async function outcomeOf(entrance: Entrance, cell: Cell, asked: Asked): Promise<string> {
  return entrance.kind === 'event'
    ? eventOutcome(entrance.name, cell, asked)
    : routeOutcome(entrance.name, cell, asked);
}

async function routeOutcome(name: string, { world, visitor }: Cell, asked: Asked): Promise<string> {
  const [method, template] = name.split(' ') as [string, string];
  const path = template.replaceAll(/:(\w+)/g, (_, parameter: string) => asked.params?.[parameter] ?? '');
  const query = new URLSearchParams(asked.query).toString();
  const send = world.test.http[method.toLowerCase() as keyof HttpClient];
  const request = send(query ? `${path}?${query}` : path).set({ ...visitor.headers, ...asked.headers });
  const { status } = await (asked.body ? request.send(asked.body) : request);
  return status < 300 ? '2xx' : String(status);
}

const codesOfEvents: Record<string, string> = {
  ok: '2xx',
  'signed-out': '401',
  forbidden: '403',
  invalid: '400',
  'not-found': '404',
};

/** The same of a message over a socket, told by the code it is refused with. */
async function eventOutcome(name: string, { world, visitor }: Cell, { body }: Asked): Promise<string> {
  const socket = io(world.test.url, {
    ...{ path: '/api/live', transports: ['websocket'], reconnection: false, forceNew: true },
    extraHeaders: visitor.headers,
  });
  try {
    const refused = await new Promise<{ code: string } | null>((resolve) => {
      socket.once('connect_error', ({ message }) => resolve({ code: message }));
      socket.once('connect', () => socket.emit(name, body, resolve));
    });
    return refused ? (codesOfEvents[refused.code] ?? refused.code) : '2xx';
  } finally {
    socket.close();
  }
}
