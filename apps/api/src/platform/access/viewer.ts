import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Grant, RoleName } from '@forecall/contracts';
import type { FastifyRequest } from 'fastify';

/** Who asks, with what they may do at this moment. */
export interface Viewer {
  readonly signInId: string;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
  readonly via: 'session' | 'token';
  /** Where the request comes from, for the audit trail. */
  readonly address: string;
  /** Names the session or token (hex SHA-256); sockets are closed by it when it ends. */
  readonly credential: string;
  /** What a token may be used for; a session may do everything its roles allow. */
  readonly tokenScopes?: readonly string[];
}

export type ViewedRequest = FastifyRequest & { viewer?: Viewer };

/** The signed-in viewer, on routes that are not public. */
export const Viewing = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<ViewedRequest>();
  if (!viewer) throw new Error('The route is public and has no viewer.');
  return viewer;
});

export const hasRole = (viewer: Viewer, ...roles: RoleName[]): boolean =>
  viewer.grants.some((grant) => roles.includes(grant.role));

/**
 * The rows a viewer may see: everything, or those of these departments, these teams, and their own. It goes into the
 * query as values ($n::boolean, $n::uuid[], ...), never over the result afterwards.
 */
export interface Reach {
  readonly everything: boolean;
  readonly departmentIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly staffId: string;
}

export function reachOf(viewer: Viewer): Reach {
  const units = (unit: Grant['unit']) =>
    viewer.grants.flatMap((grant) => (grant.unit === unit && grant.unitId !== null ? [grant.unitId] : []));
  return {
    everything: hasRole(viewer, 'executive'),
    departmentIds: units('department'),
    teamIds: units('team'),
    staffId: viewer.staffId,
  };
}

/** Heads lead their departments, executives all. */
export function leadsDepartment(viewer: Viewer, departmentId: string): boolean {
  const { everything, departmentIds } = reachOf(viewer);
  return everything || departmentIds.includes(departmentId);
}
