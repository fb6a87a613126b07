import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const accountsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('accounts'), lists: textsOf('lists'), desk: textsOf('desk') },
    loadComponent: () => import('./accounts-page.js').then((file) => file.AccountsPage),
  },
];
