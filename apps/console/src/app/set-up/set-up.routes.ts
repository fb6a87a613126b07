import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const setUpRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('set-up'),
      organisation: textsOf('organisation'),
      calendars: textsOf('calendars'),
    },
    loadComponent: () => import('./set-up-page.js').then((file) => file.SetUpPage),
  },
];
