import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const importsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('imports'), mapping: textsOf('mapping'), contacts: textsOf('contacts') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./history/imports-page.js').then((file) => file.ImportsPage),
      },
      {
        path: 'presets',
        loadComponent: () => import('./presets/presets-page.js').then((file) => file.PresetsPage),
      },
      {
        path: 'presets/:name',
        loadComponent: () => import('./presets/preset-page.js').then((file) => file.PresetPage),
      },
      {
        path: 'new',
        loadComponent: () => import('./wizard/new-import-page.js').then((file) => file.NewImportPage),
      },
      {
        path: ':id',
        loadComponent: () => import('./wizard/import-page.js').then((file) => file.ImportPage),
      },
    ],
  },
];
