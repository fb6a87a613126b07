import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { livePath } from '@forecall/contracts';
import type { ServerOptions } from 'socket.io';
import { LiveEntry } from './live-entry.js';
import type { LiveServer } from './live-socket.js';

/**
 * Sockets as this product needs them: WebSocket only, no compression (it costs more than it saves on small messages),
 * our own pages only, and nobody connected whom we do not know. Guards of Nest see messages, not connections.
 */
export class LiveAdapter extends IoAdapter {
  constructor(private readonly app: INestApplication) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): LiveServer {
    const entry = this.app.get(LiveEntry);
    const server = super.createIOServer(port, {
      ...options,
      path: livePath,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 65_536,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      allowRequest: (request, decide) => decide(null, entry.isFromOwnPage(request)),
    } as ServerOptions) as LiveServer;
    server.use((socket, next) => {
      entry.partyOf(socket).then(
        (party) => {
          if (!party) {
            next(new Error('signed-out'));
            return;
          }
          socket.data = { party };
          next();
        },
        () => next(new Error('unavailable')),
      );
    });
    return server;
  }
}
