import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { ViewedRequest } from '../access/viewer.js';
import { Database, type Sql } from '../database/database.js';
import { badRequest, conflict } from '../http/problem.js';
import { claim, keepAnswer, type RepeatableRequest, usedKey } from './idempotency.query.js';

/** How long a repeated request waits for its twin. */
const patienceMs = 3_000;
const lockNotAvailable = '55P03';

/**
 * Key, work and answer are one transaction. Killed at any moment, either all is there or nothing is, and a repeat finds
 * the one or does the other. A refusal is not kept: the repeat is judged anew.
 */
@Injectable()
export class RepeatableInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.viewer) return next.handle();
    const asked: RepeatableRequest = {
      signInId: request.viewer.signInId,
      key: checked(key),
      route: `${request.method} ${request.url}`,
      bodySha256: createHash('sha256')
        .update(JSON.stringify(request.body ?? null))
        .digest(),
    };
    return this.database.asOne(async (sql) => {
      if (await claimPatiently(sql, asked)) {
        const answer = await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined });
        await keepAnswer(sql, asked, answer);
        return of(answer);
      }
      context.switchToHttp().getResponse<FastifyReply>().header('Idempotency-Replayed', 'true');
      return of(await answerBefore(sql, asked));
    });
  }
}

async function claimPatiently(sql: Sql, asked: RepeatableRequest): Promise<boolean> {
  await sql.change(`SET LOCAL lock_timeout = ${patienceMs}`);
  try {
    const isOurs = await claim(sql, asked);
    await sql.change('SET LOCAL lock_timeout TO DEFAULT');
    return isOurs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable)
      throw conflict('in-progress', 'The same request is still at work. Send it again in a moment.');
    throw error;
  }
}

async function answerBefore(sql: Sql, asked: RepeatableRequest): Promise<unknown> {
  const used = await usedKey(sql, asked);
  if (!used || used.route !== asked.route || !used.bodySha256.equals(asked.bodySha256))
    throw conflict('idempotency-conflict', 'This Idempotency-Key was used for another request.');
  return used.answer ?? undefined;
}

function checked(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw badRequest('invalid', 'Idempotency-Key: 8 to 200 printable characters without spaces');
}
