import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import type { Problem } from '@forecall/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasYielded, isConnectionFault } from '../database/connection-fault.js';
import type { FaultPage } from './fault-page.js';
import { badRequest, ProblemError, unavailable } from './problem.js';

const frameworkCodes: Record<number, string> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/**
 * Every error leaves as RFC 9457 problem details, or as a page where people without the console see it; what we did not
 * foresee is logged and shown without its inside.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly pages: readonly FaultPage[] = []) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const error = toldOf(thrown);
    const problem = this.describe(error);
    if (problem.status === 503) {
      this.logger.warn(thrown instanceof Error ? thrown.message : String(thrown));
      void reply.header('retry-after', '1');
    } else if (problem.status >= 500)
      this.logger.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    void reply.status(problem.status);
    const page = this.pages.find((each) => each.isFor(request));
    if (page) {
      void page.drawn(request, problem.status).then((text) => reply.type('text/html; charset=utf-8').send(text));
      return;
    }
    void reply.type('application/problem+json').send(problem);
  }

  private describe(error: unknown): Problem {
    if (error instanceof ProblemError) {
      return { ...this.base(error.status), code: error.code, detail: error.detail, ...error.extra };
    }
    const status = error instanceof HttpException ? error.getStatus() : frameworkStatus(error);
    const detail = status < 500 && error instanceof Error ? error.message : 'Something went wrong on the server.';
    return {
      ...this.base(status),
      code: frameworkCodes[status] ?? (status < 500 ? 'bad-request' : 'internal'),
      detail,
    };
  }

  private base(status: number): Pick<Problem, 'type' | 'title' | 'status'> {
    return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status };
  }
}

function toldOf(thrown: unknown): unknown {
  if (isConnectionFault(thrown) || hasYielded(thrown)) return unavailable();
  return isValueOutOfRange(thrown) ? outOfRange() : thrown;
}

/** A value that a column cannot hold (PostgreSQL's class 22): the asker's, not the server's fault. */
const isValueOutOfRange = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^22\w{3}$/.test(error.code);

const outOfRange = () => badRequest('invalid', 'A value lies outside of what can be stored or searched.');

/** Fastify's own errors (malformed JSON, body too large) carry their status as a property. */
function frameworkStatus(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
