import { DOCUMENT, inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';
import { mayPass, problemOf } from '../platform/http/problem-error.js';
import { Faults } from '../platform/notice/faults.js';
import { Shell } from './shell.js';

/**
 * Where a page cannot be opened because the line is cut, one stays on the page where one is, with all that is typed
 * there, and may try again. Without such a page, and for what does not pass, the error page takes the place.
 */
export function handleNavigationError({ error, url }: NavigationError): RedirectCommand | undefined {
  const router = inject(Router);
  const { location } = inject(DOCUMENT);
  const cause: unknown = error;
  const isInShell = router.routerState.snapshot.root.firstChild?.component === Shell;
  if (isInShell && mayPass(cause)) {
    const faults = inject(Faults);
    faults.report(cause, () => {
      faults.dismiss();
      // A browser may remember that a program did not come: with a new document it asks for it anew.
      if (problemOf(cause).code === 'program') location.assign(url);
      else void router.navigateByUrl(url);
    });
    return undefined;
  }
  return new RedirectCommand(router.parseUrl('/error'), { skipLocationChange: true, info: { error: cause } });
}
