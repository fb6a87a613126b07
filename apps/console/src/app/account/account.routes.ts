import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const accountRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('account'),
      temperament: textsOf('temperament'),
      desk: textsOf('desk'),
      contacts: textsOf('contacts'),
      calendars: textsOf('calendars'),
      health: textsOf('health'),
      promises: textsOf('promises'),
      organisation: textsOf('organisation'),
      surveys: textsOf('survey-entry'),
    },
    loadComponent: () => import('./account-page.js').then((file) => file.AccountPage),
    children: [
      { path: '', loadComponent: () => import('./overview/overview.js').then((file) => file.Overview) },
      { path: 'training', loadComponent: () => import('./training/training.js').then((file) => file.Training) },
      { path: 'dossier', loadComponent: () => import('./dossier/dossier.js').then((file) => file.Dossier) },
    ],
  },
];
