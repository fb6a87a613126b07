import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

const besideTheApi = join(import.meta.dirname, '../../../../console/dist/browser');

export const consoleFolder = (config: Config): string => config.CONSOLE_FOLDER ?? besideTheApi;

/**
 * Serves the built console. Files with a hash in their name may be kept for a year; every other path that is not the
 * API's is a page of the console.
 */
export async function serveConsole(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = consoleFolder(config);
  const server = app.getHttpAdapter().getInstance();
  const isBuilt = existsSync(join(root, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      preCompressed: true,
      maxAge: '1h',
      setHeaders: (reply, path) => {
        if (/-[\w-]{8}\.\w+(\.br)?$/.test(path)) reply.header('cache-control', 'public, max-age=31536000, immutable');
        if (/index\.html(\.br)?$/.test(path)) reply.header('cache-control', 'no-cache');
      },
    });
  }
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const isPage = isBuilt && !request.url.startsWith('/api') && !/\.\w+($|\?)/.test(request.url);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply
      .status(404)
      .type('application/problem+json')
      .send({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        code: 'not-found',
        detail: `There is nothing at ${request.method} ${request.url.slice(0, 200)}`,
      });
  });
}
