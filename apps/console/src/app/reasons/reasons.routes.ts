import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const reasonsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('reasons'), organisation: textsOf('organisation') },
    loadComponent: () => import('./reasons-page.js').then((file) => file.ReasonsPage),
  },
];
