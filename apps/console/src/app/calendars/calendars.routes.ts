import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const calendarsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('calendars'), organisation: textsOf('organisation') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./calendars-page.js').then((file) => file.CalendarsPage),
      },
      { path: 'clocks', loadComponent: () => import('./clocks/clocks-page.js').then((file) => file.ClocksPage) },
    ],
  },
];
