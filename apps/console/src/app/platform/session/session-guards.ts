import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { RoleName } from '@forecall/contracts';
import { Session } from './session.js';

/** For everything behind the sign-in; remembers where one wanted to go. */
export const mustBeSignedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  if (await inject(Session).load()) return true;
  const next = state.url === '/' ? {} : { next: state.url };
  return router.createUrlTree(['/sign-in'], { queryParams: next });
};

export const mustBeSignedOut: CanActivateFn = async () => {
  const router = inject(Router);
  return (await inject(Session).load()) ? router.createUrlTree(['/']) : true;
};

/** The address stays, so that one sees which page was refused. */
export const mustHaveRole = (roles: readonly RoleName[]): CanActivateFn => {
  return () => {
    if (inject(Session).hasRole(...roles)) return true;
    return new RedirectCommand(inject(Router).parseUrl('/forbidden'), { skipLocationChange: true });
  };
};
