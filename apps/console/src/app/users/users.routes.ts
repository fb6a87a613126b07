import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const usersRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('users'), organisation: textsOf('organisation') },
    loadComponent: () => import('./users-page.js').then((file) => file.UsersPage),
  },
];
