import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isLoopback } from '@forecall/domain';
import type { Config } from '../config/config.js';
import { ProblemError } from './problem.js';

type Settings = Pick<Config, 'HOST' | 'PUBLIC_URL'>;

/**
 * Whether a Host header may be believed. Where we listen on this machine alone and nobody has said how we are called, a
 * foreign name is a page elsewhere that had its name point here, and links made from it would lead there.
 */
export function isOwnHost(host: string | undefined, { HOST, PUBLIC_URL }: Settings): boolean {
  if (PUBLIC_URL !== undefined || !isLoopback(HOST)) return true;
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isLoopback(hostname) || hostname === HOST;
}

export function refuseForeignHosts(app: NestFastifyApplication, config: Settings): void {
  // Nearly every request calls us by the same name.
  let believed: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ headers: { host } }, _reply, done) => {
      if (host !== believed && !isOwnHost(host, config)) throw foreignHost();
      believed = host;
      done();
    });
}

const foreignHost = () =>
  new ProblemError(
    421,
    'foreign-host',
    'Nobody has said that we are called so. Set PUBLIC_URL to the address people type.',
  );
