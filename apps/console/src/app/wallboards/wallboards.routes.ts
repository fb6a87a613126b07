import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const wallboardsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('wallboards'), organisation: textsOf('organisation') },
    loadComponent: () => import('./wallboards-page.js').then((file) => file.WallboardsPage),
  },
];
