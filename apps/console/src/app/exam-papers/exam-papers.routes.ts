import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const examPapersRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('exam-papers'),
      drafts: textsOf('drafts'),
      temperament: textsOf('temperament'),
      organisation: textsOf('organisation'),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/papers-page.js').then((file) => file.PapersPage),
      },
      { path: ':paper', loadComponent: () => import('./editor/paper-page.js').then((file) => file.PaperPage) },
    ],
  },
];
