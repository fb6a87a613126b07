import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';
import { draftOfTab } from './entry/draft.js';

export const deskRoutes: Routes = [
  {
    path: '',
    title: 'page.desk',
    resolve: {
      texts: textsOf('desk'),
      temperament: textsOf('temperament'),
      organisation: textsOf('organisation'),
      promises: textsOf('promises'),
      surveys: textsOf('survey-entry'),
      draft: draftOfTab,
    },
    loadComponent: () => import('./desk-page.js').then((file) => file.DeskPage),
  },
];
