import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const promisesRoutes: Routes = [
  {
    path: '',
    title: 'page.promises',
    resolve: { texts: textsOf('promises'), lists: textsOf('lists'), organisation: textsOf('organisation') },
    loadComponent: () => import('./page/promises-page.js').then((file) => file.PromisesPage),
  },
];
