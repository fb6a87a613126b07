import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FieldFault } from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';
import type { Route } from './long-body.js';
import { badRequest } from './problem.js';

/** No body of ours is as deep; what walks through one by recursion must not meet a deeper. */
const deepest = 40;

/** No object or list of ours has as many entries, unless its route says less: whoever walks one holds up all others. */
const mostEntries = 20_000;

/**
 * Refuses what no handler can read: the character nul, which PostgreSQL stores in no text, and bodies nested without
 * end or with keys without end. Before validation, so that every route is covered.
 */
export function refuseUnreadableRequests(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request: FastifyRequest, _reply, done) => {
      if (/%00/.test(request.url)) throw badRequest('invalid', 'The address holds the character nul.');
      const { mostKeys = mostEntries } = request.routeOptions.config as Route;
      const isTooWide = (value: object) => Object.keys(value).length > (Array.isArray(value) ? mostEntries : mostKeys);
      const shape = shapeOf(request.body, isTooWide);
      if (shape === 'too-deep') throw badRequest('invalid', `The body is nested deeper than ${deepest} levels.`);
      if (shape === 'too-wide') {
        const path = (pathOfWide(request.body, isTooWide) ?? []).join('.');
        const fault = tooManyKeys(path);
        throw badRequest('invalid', `${path || 'The body'} ${fault.message}.`, { fields: [fault] });
      }
      done();
    });
}

const tooManyKeys = (path: string): FieldFault => ({
  ...{ path, code: 'too-many-keys', message: 'has more keys than anything here' },
});

type IsTooWide = (value: object) => boolean;

/** Level by level, because a recursion would end as badly as what it is to prevent. */
function shapeOf(body: unknown, isTooWide: IsTooWide): 'sound' | 'too-deep' | 'too-wide' {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return 'too-deep';
    const objects = level.filter(isWalked);
    if (objects.some(isTooWide)) return 'too-wide';
    level = objects.flatMap((value) => Object.values(value) as unknown[]);
  }
  return 'sound';
}

/** Where the first object with too many entries stands; never looks into one. */
function pathOfWide(value: unknown, isTooWide: IsTooWide, depth = 0): string[] | undefined {
  if (!isWalked(value) || depth > deepest) return undefined;
  if (isTooWide(value)) return [];
  for (const [key, one] of Object.entries(value)) {
    const rest = pathOfWide(one, isTooWide, depth + 1);
    if (rest) return [key, ...rest];
  }
  return undefined;
}

const isWalked = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
