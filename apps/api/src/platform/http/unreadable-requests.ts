import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { badRequest } from './problem.js';

/** No body of ours is as deep; what walks through one by recursion must not meet a deeper. */
const deepest = 40;

/**
 * Refuses what no handler can read: the character nul, which PostgreSQL stores in no text, and bodies nested without
 * end. Before validation, so that every route is covered.
 */
export function refuseUnreadableRequests(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request: FastifyRequest, _reply, done) => {
      if (/%00/.test(request.url)) throw badRequest('invalid', 'The address holds the character nul.');
      if (isDeeperThan(request.body, deepest))
        throw badRequest('invalid', `The body is nested deeper than ${deepest} levels.`);
      done();
    });
}

/** Level by level, because a recursion would end as badly as what it is to prevent. */
function isDeeperThan(body: unknown, most: number): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
        ? Object.values(value as Record<string, unknown>)
        : [],
    );
  }
  return false;
}
