import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '../../platform/access/viewers.js';
import type { Config } from '../../platform/config/config.js';
import { sessionDays } from './session.query.js';
import type { Browser } from './session.service.js';

/** Not readable by scripts, not sent along by other sites' forms, and over https only where that is what people type. */
const attributes = (config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.PUBLIC_URL?.startsWith('https:') ?? false }) as const;

export function setSessionCookie(reply: FastifyReply, secret: string, config: Config): void {
  reply.setCookie(sessionCookie, secret, { ...attributes(config), maxAge: sessionDays * 86_400 });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(sessionCookie, attributes(config));
}

export const browserOf = (request: FastifyRequest): Browser => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
