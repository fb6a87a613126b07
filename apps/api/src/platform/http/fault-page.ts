import type { FastifyRequest } from 'fastify';

/** What people without the console see of a fault, in place of problem details. */
export interface FaultPage {
  isFor(request: FastifyRequest): boolean;
  /** A whole page; never rejects. */
  drawn(request: FastifyRequest, status: number): Promise<string>;
}
