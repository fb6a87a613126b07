import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const checksRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('checks') },
    loadComponent: () => import('./checks-page.js').then((file) => file.ChecksPage),
  },
];
