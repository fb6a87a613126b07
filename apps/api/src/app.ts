import 'reflect-metadata';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { serveDocs } from './platform/docs/docs-page.js';
import { LiveAdapter } from './live/live.adapter.js';
import { serveConsole } from './platform/http/console-files.js';
import { takeLongBodies } from './platform/http/long-body.js';
import { refuseForms } from './platform/http/forms.js';
import { refuseForeignHosts } from './platform/http/own-host.js';
import { keepRepliesPrivate } from './platform/http/private-replies.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { setSecurityHeaders } from './platform/http/security-headers.js';
import { refuseUnread } from './platform/http/unread-requests.js';
import { acceptUploads } from './platform/http/uploads.js';
import { refuseUnreadableRequests } from './platform/http/unreadable-requests.js';
import { refuseUnguardedRoutes } from './platform/http/unguarded-routes.js';
import { validationPipe } from './platform/http/validation.pipe.js';
import { SurveyFaults } from './surveys/page/survey-faults.js';

// The hop next to us says where a request comes from; what stands before that in X-Forwarded-For anybody can write.
const oneProxy = (_address: string, hop: number): boolean => hop === 0;

/** The whole program on one port, not yet listening: API under /api, sockets under /api/live, console everywhere else. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    clientErrorHandler: refuseUnread,
    trustProxy: config.PUBLIC_URL === undefined ? false : oneProxy,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'warn', ...(config.LOG_LEVEL === 'log' || config.LOG_LEVEL === 'debug' ? ['log' as const] : [])],
    abortOnError: false,
  });
  refuseUnguardedRoutes(app);
  keepRepliesPrivate(app);
  refuseForeignHosts(app, config);
  refuseForms(app);
  takeLongBodies(app);
  refuseUnreadableRequests(app);
  app.useWebSocketAdapter(new LiveAdapter(app));
  app.setGlobalPrefix('api', { exclude: ['complain', 's/:token', 's/:token/stop', 's/:token/unsubscribe'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter([app.get(SurveyFaults, { strict: false })]));
  await app.register(cookie);
  await acceptUploads(app);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await setSecurityHeaders(app, config);
  serveDocs(app);
  await serveConsole(app, config);
  return app;
}
