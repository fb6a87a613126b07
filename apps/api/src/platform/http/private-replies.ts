import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What the API answers is for one viewer at one moment: no cache keeps it, unless a handler says otherwise. */
export function keepRepliesPrivate(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}
