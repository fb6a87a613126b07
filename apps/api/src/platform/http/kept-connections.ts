import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

const everyMs = 50;

/**
 * A server that closes shuts the connections that are idle at that moment; one whose request is under way is kept alive
 * after its answer, and the process would wait for its client. They are shut as they fall idle.
 */
@Injectable()
export class KeptConnections implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  beforeApplicationShutdown(): void {
    const { server } = this.host.httpAdapter.getInstance();
    if (!server.listening) return;
    const sweep = setInterval(() => server.closeIdleConnections(), everyMs);
    server.once('close', () => clearInterval(sweep));
  }
}
