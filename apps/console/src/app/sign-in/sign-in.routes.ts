import type { Routes } from '@angular/router';
import { mustBeSignedOut } from '../platform/session/session-guards.js';

export const signInRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'page.sign-in',
    canActivate: [mustBeSignedOut],
    loadComponent: () => import('./sign-in-page.js').then((file) => file.SignInPage),
  },
  {
    path: 'link/:token',
    title: 'page.link',
    loadComponent: () => import('./link-page.js').then((file) => file.LinkPage),
  },
];
