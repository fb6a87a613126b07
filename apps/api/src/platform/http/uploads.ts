import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import multipart from '@fastify/multipart';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** What a route declares by `@RouteConfig({ takes })`: that its handler reads the body itself, after the guard. */
export interface UploadRoute extends FastifyContextConfig {
  readonly takes?: 'file' | 'form';
  /** A form may come in either of its types; what stands in it is not read. */
  readonly ignoresForm?: true;
}

const typeTaken = { file: 'application/octet-stream', form: 'multipart/form-data' } as const;

/**
 * Lets the routes that declare it take files. Their bodies are not read before the guard and the handler, so that nobody
 * fills the memory with what they may not send; on all other routes such a body is refused as before.
 */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.addContentTypeParser(typeTaken.file, (_request, _payload, done) => done(null));

  await app.register(multipart, { throwFileSizeLimit: false });
  server.addHook('onRequest', (request, _reply, done) => {
    refuseMisplaced(request);
    done();
  });
}

function refuseMisplaced({ headers, method, routeOptions }: FastifyRequest): void {
  const { takes, ignoresForm } = routeOptions.config as UploadRoute;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isUpload = type === typeTaken.file || type === typeTaken.form;
  if (takes === undefined && !isUpload) return;
  if (ignoresForm && type === typeTaken.form) return;
  if (method === 'GET' || method === 'HEAD') return;
  if (takes === undefined || type !== typeTaken[takes]) throw otherType(takes && typeTaken[takes]);
  // Its size must be what its length says: nothing is unpacked on the way in.
  if (headers['content-encoding'] !== undefined) throw packed();
}

const otherType = (wanted = 'application/json') =>
  new ProblemError(415, 'unsupported-media-type', `The body is to be ${wanted}.`);

const packed = () => new ProblemError(415, 'unsupported-media-type', 'A file is sent without Content-Encoding.');
