import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type {} from '@fastify/cookie';
import { CONFIG, type Config } from '../config/config.js';
import { forbidden, ProblemError, signedOut } from '../http/problem.js';
import { allows, PERMISSION, type Permission, type PermissionName, permissions } from './permit.js';
import { changesState, isFromConsole, isOwnOrigin } from './request-origin.js';
import type { ViewedRequest, Viewer } from './viewer.js';
import { sessionCookie, Viewers } from './viewers.js';

/** Before every handler: who asks, and may they? A handler that declares nothing is open to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: Viewers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const name = this.reflector.get<PermissionName | undefined>(PERMISSION, context.getHandler());
    if (!name) throw forbidden('Nobody may use this.');
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const { roles, fromAnywhere }: Permission = permissions[name];
    if (roles === 'public' && fromAnywhere) return true;
    const bearer = bearerOf(request.headers.authorization);
    if (bearer === undefined && changesState(request.method)) this.refuseForeignPages(request, permissions[name]);
    if (roles === 'public') return true;
    const viewer = await this.viewerOf(bearer, request);
    if (!viewer) throw signedOut();
    if (isMeantForOther(request, viewer)) throw otherUser();
    if (!allows(viewer, name)) throw forbidden();
    request.viewer = viewer;
    return true;
  }

  private async viewerOf(bearer: string | undefined, request: ViewedRequest): Promise<Viewer | undefined> {
    if (bearer !== undefined) return this.viewers.byToken(bearer, request.ip);
    const session = request.cookies[sessionCookie];
    return session === undefined ? undefined : this.viewers.bySession(session, request.ip);
  }

  /** The cookie goes along with whatever page sends the request, so a change must come from our own. */
  private refuseForeignPages({ headers }: ViewedRequest, { isPlainForm }: Permission): void {
    if (isOwnOrigin(headers, this.config.PUBLIC_URL) && (isPlainForm || isFromConsole(headers))) return;
    throw new ProblemError(
      403,
      'foreign-page',
      'A change by cookie comes from our own pages, with X-Forecall: console.',
    );
  }
}

/** A page names the user under whom a write was made: its cookie may be another's by the time the write goes out. */
function isMeantForOther({ headers }: ViewedRequest, { signInId }: Viewer): boolean {
  const meant = headers['x-forecall-user'];
  return meant !== undefined && meant !== signInId;
}

const otherUser = () => new ProblemError(403, 'other-user', 'This was made under another user than who is signed in.');

/** The secret of an Authorization header; an unreadable header is a credential that nobody has. */
function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer +([A-Za-z0-9_-]{1,128})$/i.exec(authorization)?.[1] ?? '';
}
