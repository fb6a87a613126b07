import type { Routes } from '@angular/router';
import { mustBeSignedOut } from '../platform/session/session-guards.js';
import { SignInPage } from './sign-in-page.js';

export const signInRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'page.sign-in',
    canActivate: [mustBeSignedOut],
    component: SignInPage,
  },
  {
    path: 'link/:token',
    title: 'page.link',
    loadComponent: () => import('./link-page.js').then((file) => file.LinkPage),
  },
];
