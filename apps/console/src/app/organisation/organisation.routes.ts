import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const organisationRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('organisation'), setUp: textsOf('set-up') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./structure/structure-page.js').then((file) => file.StructurePage),
      },
      { path: 'staff', loadComponent: () => import('./staff/staff-page.js').then((file) => file.StaffPage) },
      {
        path: 'settings',
        loadComponent: () => import('./settings/settings-page.js').then((file) => file.SettingsPage),
      },
    ],
  },
];
