import { io, type Socket } from 'socket.io-client';

export interface LiveClients {
  connect(cookie: string | undefined, also?: { auth?: object; headers?: object }): Socket;
  closeAll(): void;
}

/** Sockets to the server of a spec, closed together. */
export function liveClients(url: string): LiveClients {
  const open: Socket[] = [];
  return {
    connect(cookie, { auth = {}, headers = {} } = {}) {
      const socket = io(url, {
        path: '/api/live',
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth,
        extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
      });
      open.push(socket);
      return socket;
    },
    closeAll: () => open.splice(0).forEach((socket) => socket.close()),
  };
}

/** The first message of that kind for which the condition holds. */
export const message = <Body>(
  socket: Socket,
  event: string,
  isIt: (body: Body) => boolean = () => true,
): Promise<Body> =>
  new Promise((resolve) =>
    socket.on(event, (body: Body) => {
      if (isIt(body)) resolve(body);
    }),
  );
