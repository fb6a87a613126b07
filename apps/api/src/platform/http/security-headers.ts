import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

/** Pages may load from here only, and nobody may frame them. Data, scripts and pictures need no more than two headers. */
export async function setSecurityHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  const isSecure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  // Its headers are made anew for each reply, so only the few replies that need them ask for them.
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: isSecure,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, _payload, done) => {
      const type = String(reply.getHeader('content-type') ?? '');
      if (type.startsWith('text/html')) reply.helmet();
      else {
        reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin');
        if (isSecure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
      }
      done();
    });
}
