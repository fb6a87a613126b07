import { applyDecorators } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

interface Route {
  readonly readsForms?: boolean;
}

const form = 'application/x-www-form-urlencoded';

/** The body may come as a form that a page or a telephone system sends, besides JSON. */
export const ReadsForms = () =>
  applyDecorators(RouteConfig({ readsForms: true } satisfies Route), ApiConsumes('application/json', form));

/** A form can be sent by any page without asking first, so it is read only where a route says so. */
export function refuseForms(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, _reply, done) => {
      const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      const { readsForms = false } = request.routeOptions.config as Route;
      if (type === form && !readsForms)
        throw new ProblemError(415, 'unsupported-media-type', 'Send JSON: forms are not read here.');
      done();
    });
}
