import type { FastifyRequest } from 'fastify';

/** Where whoever asks sees us, for links to hand over. PUBLIC_URL goes before it. */
export const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;
