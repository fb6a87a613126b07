import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const calibrationRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('calibration'), organisation: textsOf('organisation') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/gold-sessions-page.js').then((file) => file.GoldSessionsPage),
      },
      {
        path: ':version',
        loadComponent: () => import('./results/results-page.js').then((file) => file.ResultsPage),
      },
    ],
  },
];
